package trading.marketdata;

import java.util.Objects;
import trading.api.Instrument;
import trading.api.spi.BarView;

/// One bar to keep: what a [BarView] lends, copied.
///
/// @param instrument the instrument
/// @param startNanos its first nanosecond since the epoch
/// @param endNanos its last nanosecond since the epoch
/// @param openTicks the first price
/// @param highTicks the highest price
/// @param lowTicks the lowest price
/// @param closeTicks the last price
/// @param volumeLots the quantity traded, in lots; 0 when the source has none
/// @param previousCloseTicks the close before, as the source states it; 0 when it states none
public record Bar(
    Instrument instrument,
    long startNanos,
    long endNanos,
    long openTicks,
    long highTicks,
    long lowTicks,
    long closeTicks,
    long volumeLots,
    long previousCloseTicks)
    implements BarView {

  /// Checks that nothing is missing.
  public Bar {
    Objects.requireNonNull(instrument, "instrument");
  }

  /// {@return a bar with the contents of another}
  ///
  /// @param bar what to copy
  public static Bar copyOf(BarView bar) {
    return new Bar(
        bar.instrument(),
        bar.startNanos(),
        bar.endNanos(),
        bar.openTicks(),
        bar.highTicks(),
        bar.lowTicks(),
        bar.closeTicks(),
        bar.volumeLots(),
        bar.previousCloseTicks());
  }
}
