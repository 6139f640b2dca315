package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

/// Offers [MaCrossover] under the id `ma_crossover`.
public final class MaCrossoverProvider implements StrategyProvider {

  /// Creates the provider.
  public MaCrossoverProvider() {}

  @Override
  public String id() {
    return "ma_crossover";
  }

  @Override
  public String doc() {
    return "Buys when the short moving average of closes crosses above the long one, sells below.";
  }

  @Override
  public List<Parameter> parameters() {
    return MaCrossover.parameters();
  }

  @Override
  public Strategy create(Settings settings) {
    return MaCrossover.of(settings);
  }
}
