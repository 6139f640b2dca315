package trading.strategies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.strategies.indicator.RelativeStrengthIndex;

/// Tells when the index of one instrument's closes comes back from oversold or overbought.
final class RsiRule implements SignalRule {
  private static final double TOP = 100;

  private final RelativeStrengthIndex index;
  private final int oversold;
  private final int overbought;
  private final Passage atOversold = new Passage();
  private final Passage atOverbought = new Passage();

  // Since the last signal of the same side.
  private double lowest = TOP;
  private double highest;

  RsiRule(int period, int oversold, int overbought) {
    index = RelativeStrengthIndex.of(period);
    this.oversold = oversold;
    this.overbought = overbought;
  }

  @Override
  public Optional<Sighting> next(BarView bar) {
    index.add(bar.closeTicks());
    if (!index.isReady()) {
      return Optional.empty();
    }
    double value = index.value();
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    int passedLow = atOversold.next(Double.compare(value, oversold));
    int passedHigh = atOverbought.next(Double.compare(value, overbought));
    if (passedLow > 0) {
      return Optional.of(rose(value));
    }
    if (passedHigh < 0) {
      return Optional.of(fell(value));
    }
    return Optional.empty();
  }

  private Sighting rose(double value) {
    double low = lowest;
    lowest = TOP;
    return new Sighting(
        Side.BUY,
        (oversold - low) / oversold,
        sentence(" rose through oversold ", oversold, value) + " after a low of " + text(low));
  }

  private Sighting fell(double value) {
    double high = highest;
    highest = 0;
    return new Sighting(
        Side.SELL,
        (high - overbought) / (TOP - overbought),
        sentence(" fell through overbought ", overbought, value)
            + " after a high of "
            + text(high));
  }

  private String sentence(String what, int level, double value) {
    return "the relative strength index of "
        + index.length()
        + " bars"
        + what
        + level
        + " to "
        + text(value);
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
