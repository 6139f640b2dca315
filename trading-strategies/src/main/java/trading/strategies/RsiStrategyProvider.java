package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

/// Offers [RsiStrategy] under the id `rsi_strategy`.
public final class RsiStrategyProvider implements StrategyProvider {

  /// Creates the provider.
  public RsiStrategyProvider() {}

  @Override
  public String id() {
    return "rsi_strategy";
  }

  @Override
  public String doc() {
    return "Buys when Wilder's relative strength index of closes rises out of oversold, "
        + "sells when it falls out of overbought.";
  }

  @Override
  public List<Parameter> parameters() {
    return RsiStrategy.parameters();
  }

  @Override
  public Strategy create(Settings settings) {
    return RsiStrategy.of(settings);
  }
}
