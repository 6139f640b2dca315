package trading.strategies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.strategies.indicator.SimpleMovingAverage;

/// Tells when the short average of one instrument's closes crosses the long one.
final class Crossing implements SignalRule {
  private static final int MORE_DIGITS = 2;

  private final SimpleMovingAverage shortAverage;
  private final SimpleMovingAverage longAverage;
  private final Passage passage = new Passage();

  Crossing(int shortBars, int longBars) {
    shortAverage = SimpleMovingAverage.of(shortBars);
    longAverage = SimpleMovingAverage.of(longBars);
  }

  @Override
  public Optional<Sighting> next(BarView bar) {
    return next(bar.closeTicks()).map(side -> sighting(side, bar.instrument()));
  }

  /// {@return BUY when the short average came above the long one, SELL when below, empty else}
  ///
  /// Equal averages are no relation of their own: the last unequal one stays remembered.
  ///
  /// @param closeTicks the next close
  Optional<Side> next(long closeTicks) {
    shortAverage.add(closeTicks);
    longAverage.add(closeTicks);
    if (!longAverage.isReady()) {
      return Optional.empty();
    }
    int passed = passage.next(relation());
    return passed == 0 ? Optional.empty() : Optional.of(passed > 0 ? Side.BUY : Side.SELL);
  }

  private int relation() {
    return Long.compare(
        Math.multiplyExact(shortAverage.sum(), (long) longAverage.length()),
        Math.multiplyExact(longAverage.sum(), (long) shortAverage.length()));
  }

  private Sighting sighting(Side side, Instrument instrument) {
    double longTicks = longAverage.average();
    double gapTicks = Math.abs(shortAverage.average() - longTicks);
    return new Sighting(
        side,
        Math.min(1, 100 * gapTicks / longTicks),
        "the average of "
            + shortAverage.length()
            + (side == Side.BUY ? " closes came above that of " : " closes came below that of ")
            + longAverage.length()
            + ": "
            + price(shortAverage, instrument)
            + " against "
            + price(longAverage, instrument));
  }

  private static String price(SimpleMovingAverage average, Instrument instrument) {
    return instrument
        .price(average.sum())
        .divide(
            BigDecimal.valueOf(average.length()),
            instrument.tick().scale() + MORE_DIGITS,
            RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
