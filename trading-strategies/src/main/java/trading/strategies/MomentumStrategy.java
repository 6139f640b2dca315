package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;

/// Trades when the rate of change of bar closes crosses a threshold.
///
/// Buys when the rate over lookback bars rises through +threshold, sells when it falls through
/// −threshold (that trends go on: Moskowitz, Ooi and Pedersen, Time Series Momentum, Journal of
/// Financial Economics 104, 2012; the formula of the rate stands at
/// [trading.strategies.indicator.RateOfChange]). Rates are compared without rounding. The first bar
/// at which the rate is known is no crossing, and a rate equal to a threshold is none by itself.
/// Orders are MARKET. A signal is passed over while the former order in that instrument is still
/// working, or when the position is on the signal's side already.
///
/// A signal's confidence is the part of the rate that lies beyond the threshold: 1 − threshold ÷
/// |rate|.
public final class MomentumStrategy extends SignalTrader {
  private static final Parameter.Whole LOOKBACK =
      new Parameter.Whole("lookback", 10, 1, 2_500, "Bars over which the rate is taken.");
  private static final Parameter.Decimal THRESHOLD =
      Parameter.Decimal.of(
          "threshold", "2", "0", "100", "Percent of change that a signal goes beyond.");

  private final int lookback;
  private final long thresholdMicros;

  private MomentumStrategy(Settings settings) {
    lookback = Math.toIntExact(settings.read(LOOKBACK));
    thresholdMicros = settings.readMicros(THRESHOLD);
    super(settings);
  }

  /// {@return a fresh strategy}
  ///
  /// @param settings values for [#parameters()]
  /// @throws trading.api.BadInputException when a setting is out of range
  public static MomentumStrategy of(Settings settings) {
    return new MomentumStrategy(settings);
  }

  /// {@return the settings that it reads, in the order in which people should read them}
  public static List<Parameter> parameters() {
    return parametersAfter(LOOKBACK, THRESHOLD);
  }

  @Override
  SignalRule newRule() {
    return new MomentumRule(lookback, thresholdMicros);
  }
}
