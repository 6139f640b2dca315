package trading.strategies;

import java.util.Optional;
import trading.api.Side;
import trading.strategies.indicator.SimpleMovingAverage;

/// Tells when the short average of one instrument's closes crosses the long one.
final class Crossing {
  private final SimpleMovingAverage shortAverage;
  private final SimpleMovingAverage longAverage;
  private int lastRelation;

  Crossing(int shortBars, int longBars) {
    shortAverage = SimpleMovingAverage.of(shortBars);
    longAverage = SimpleMovingAverage.of(longBars);
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
    int relation = relation();
    if (relation == 0 || relation == lastRelation) {
      return Optional.empty();
    }
    boolean first = lastRelation == 0;
    lastRelation = relation;
    return first ? Optional.empty() : Optional.of(relation > 0 ? Side.BUY : Side.SELL);
  }

  private int relation() {
    return Long.compare(
        Math.multiplyExact(shortAverage.sum(), (long) longAverage.length()),
        Math.multiplyExact(longAverage.sum(), (long) shortAverage.length()));
  }
}
