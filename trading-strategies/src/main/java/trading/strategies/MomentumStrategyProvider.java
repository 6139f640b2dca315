package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

/// Offers [MomentumStrategy] under the id `momentum_strategy`.
public final class MomentumStrategyProvider implements StrategyProvider {

  /// Creates the provider.
  public MomentumStrategyProvider() {}

  @Override
  public String id() {
    return "momentum_strategy";
  }

  @Override
  public String doc() {
    return "Buys when closes have risen by more than a threshold over some bars, "
        + "sells when they have fallen so.";
  }

  @Override
  public List<Parameter> parameters() {
    return MomentumStrategy.parameters();
  }

  @Override
  public Strategy create(Settings settings) {
    return MomentumStrategy.of(settings);
  }
}
