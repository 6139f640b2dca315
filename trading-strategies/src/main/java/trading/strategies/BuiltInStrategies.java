package trading.strategies;

import java.util.List;
import trading.api.spi.StrategyProvider;

/// The strategies that come with the system, for those who do without a service loader.
public final class BuiltInStrategies {
  private BuiltInStrategies() {}

  /// {@return a provider of each, in the order of their ids}
  public static List<StrategyProvider> providers() {
    return List.of(
        new MaCrossoverProvider(), new MomentumStrategyProvider(), new RsiStrategyProvider());
  }
}
