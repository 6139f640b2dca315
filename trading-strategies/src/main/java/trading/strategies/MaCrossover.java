package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;

/// Trades when the short moving average of bar closes crosses the long one.
///
/// Buys when the short average comes above the long one, sells when it comes below. Both averages
/// are compared exactly, as sums of ticks. The first bar at which both averages are known is no
/// crossing, and equal averages are none by themselves. Orders are MARKET. A signal is passed over
/// while the former order in that instrument is still working, or when the position is on the
/// signal's side already.
///
/// A signal's confidence is the distance of the two averages in percent of the long one, at most 1:
/// min(1, 100 × |short − long| ÷ long).
public final class MaCrossover extends SignalTrader {
  // 2^40 ticks × 2,499 × 2,500 fits a long: comparing two averages cannot overflow.
  private static final Parameter.Whole SHORT =
      new Parameter.Whole("short", 10, 1, 2_499, "Bars of the short average, fewer than long.");
  private static final Parameter.Whole LONG =
      new Parameter.Whole("long", 30, 2, 2_500, "Bars of the long average.");

  private final int shortBars;
  private final int longBars;

  private MaCrossover(Settings settings) {
    shortBars = Math.toIntExact(settings.read(SHORT));
    longBars = Math.toIntExact(settings.read(LONG));
    super(settings);
  }

  /// {@return a fresh strategy}
  ///
  /// @param settings values for [#parameters()]
  /// @throws trading.api.BadInputException when a setting is out of range, or short is not below
  ///   long
  public static MaCrossover of(Settings settings) {
    MaCrossover strategy = new MaCrossover(settings);
    if (strategy.shortBars >= strategy.longBars) {
      throw settings.contradiction(
          "short must be less than long, was short "
              + strategy.shortBars
              + " and long "
              + strategy.longBars);
    }
    return strategy;
  }

  /// {@return the settings that it reads, in the order in which people should read them}
  public static List<Parameter> parameters() {
    return parametersAfter(SHORT, LONG);
  }

  @Override
  SignalRule newRule() {
    return new Crossing(shortBars, longBars);
  }
}
