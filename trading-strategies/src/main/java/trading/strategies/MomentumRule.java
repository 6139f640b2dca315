package trading.strategies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.strategies.indicator.RateOfChange;

/// Tells when the rate of change of one instrument's closes goes beyond a threshold.
final class MomentumRule implements SignalRule {
  private static final int MICRO_SCALE = 6;
  private static final double MICROS = 1e6;

  private final RateOfChange rate;
  private final long thresholdMicros;
  private final Passage atUpper = new Passage();
  private final Passage atLower = new Passage();

  MomentumRule(int lookback, long thresholdMicros) {
    rate = RateOfChange.of(lookback);
    this.thresholdMicros = thresholdMicros;
  }

  @Override
  public Optional<Sighting> next(BarView bar) {
    rate.add(bar.closeTicks());
    if (!rate.isReady()) {
      return Optional.empty();
    }
    int passedUpper = atUpper.next(rate.compareTo(thresholdMicros));
    int passedLower = atLower.next(rate.compareTo(-thresholdMicros));
    if (passedUpper > 0) {
      return Optional.of(sighting(Side.BUY));
    }
    if (passedLower < 0) {
      return Optional.of(sighting(Side.SELL));
    }
    return Optional.empty();
  }

  private Sighting sighting(Side side) {
    double percent = Math.abs(rate.percent());
    return new Sighting(
        side,
        1 - thresholdMicros / MICROS / percent,
        (side == Side.BUY ? "the close rose by " : "the close fell by ")
            + BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
            + " % over "
            + rate.length()
            + " bars, more than "
            + BigDecimal.valueOf(thresholdMicros, MICRO_SCALE).stripTrailingZeros().toPlainString()
            + " %");
  }
}
