package trading.strategies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import trading.api.spi.Strategy;

/// How instances of a strategy are made, and with which settings.
///
/// @param settings all settings in effect, as texts by key, for reports
/// @param factory makes a fresh instance with these settings at every call; what it throws goes to
///   who attaches, enables or reconfigures
public record StrategyRecipe(Map<String, String> settings, Supplier<? extends Strategy> factory) {

  /// Copies the settings in their order.
  public StrategyRecipe {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(factory, "factory");
  }

  /// {@return a recipe that is good for this one instance, and knows no settings}
  ///
  /// @param strategy the instance
  public static StrategyRecipe of(Strategy strategy) {
    Objects.requireNonNull(strategy, "strategy");
    return new StrategyRecipe(Map.of(), () -> strategy);
  }

  /// {@return a fresh instance}
  ///
  /// @param former the instance before it, which may not come again: it remembers too much
  @SuppressWarnings("ReferenceEquality") // The very same instance is meant.
  Strategy fresh(@Nullable Strategy former) {
    Strategy fresh = Objects.requireNonNull(factory.get(), "a strategy's factory answered null");
    if (fresh == former) {
      throw new IllegalStateException(
          "the former instance cannot run again: attach the strategy with a factory");
    }
    return fresh;
  }
}
