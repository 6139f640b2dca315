package trading.strategies;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;

/// Trades when Wilder's relative strength index of bar closes leaves one of its extremes.
///
/// Buys when the index rises through oversold, sells when it falls through overbought (J. Welles
/// Wilder, New Concepts in Technical Trading Systems, 1978; the formula stands at
/// [trading.strategies.indicator.RelativeStrengthIndex]). The first bar at which the index is known
/// is no crossing, and an index equal to a level is none by itself. Orders are MARKET. A signal is
/// passed over while the former order in that instrument is still working, or when the position is
/// on the signal's side already.
///
/// A signal's confidence is how far the index went into the extreme that it leaves: of the way from
/// oversold to 0, (oversold − lowest) ÷ oversold; of that from overbought to 100, (highest −
/// overbought) ÷ (100 − overbought).
public final class RsiStrategy extends SignalTrader {
  private static final Parameter.Whole PERIOD =
      new Parameter.Whole("period", 14, 2, 2_500, "Bars that the index smooths over.");
  private static final Parameter.Whole OVERSOLD =
      new Parameter.Whole(
          "oversold", 30, 1, 99, "Index that a buy signal rises through, below overbought.");
  private static final Parameter.Whole OVERBOUGHT =
      new Parameter.Whole("overbought", 70, 1, 99, "Index that a sell signal falls through.");

  private final int period;
  private final int oversold;
  private final int overbought;

  private RsiStrategy(Settings settings) {
    period = Math.toIntExact(settings.read(PERIOD));
    oversold = Math.toIntExact(settings.read(OVERSOLD));
    overbought = Math.toIntExact(settings.read(OVERBOUGHT));
    super(settings);
  }

  /// {@return a fresh strategy}
  ///
  /// @param settings values for [#parameters()]
  /// @throws trading.api.BadInputException when a setting is out of range, or oversold is not below
  ///   overbought
  public static RsiStrategy of(Settings settings) {
    RsiStrategy strategy = new RsiStrategy(settings);
    if (strategy.oversold >= strategy.overbought) {
      throw settings.contradiction(
          "oversold must be less than overbought, was oversold "
              + strategy.oversold
              + " and overbought "
              + strategy.overbought);
    }
    return strategy;
  }

  /// {@return the settings that it reads, in the order in which people should read them}
  public static List<Parameter> parameters() {
    return parametersAfter(PERIOD, OVERSOLD, OVERBOUGHT);
  }

  @Override
  SignalRule newRule() {
    return new RsiRule(period, oversold, overbought);
  }
}
