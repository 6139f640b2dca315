package trading.api.spi;

import trading.api.Instrument;

/// A lent view of one bar.
public interface BarView {
  /// {@return the instrument}
  Instrument instrument();

  /// {@return its first nanosecond since the epoch}
  long startNanos();

  /// {@return its last nanosecond since the epoch}
  long endNanos();

  /// {@return the first price}
  long openTicks();

  /// {@return the highest price}
  long highTicks();

  /// {@return the lowest price}
  long lowTicks();

  /// {@return the last price}
  long closeTicks();

  /// {@return the quantity traded, in lots; 0 when the source has none}
  long volumeLots();

  /// {@return the close before, as the source states it; 0 when it states none}
  long previousCloseTicks();
}
