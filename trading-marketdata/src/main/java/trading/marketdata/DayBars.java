package trading.marketdata;

import java.util.Arrays;
import trading.api.Instrument;
import trading.api.spi.BarView;

/// The bars of one day in time order, whatever the order in which they came.
///
/// Holds at most one bar per minute; cells are used again from day to day.
final class DayBars {
  private final Instrument instrument;
  private BarCell[] cells = {};
  private int size;
  private int taken;

  DayBars(Instrument instrument) {
    this.instrument = instrument;
  }

  boolean isEmpty() {
    return taken == size;
  }

  void clear() {
    size = 0;
    taken = 0;
  }

  boolean contains(long startNanos) {
    int at = indexAfter(startNanos);
    return at > 0 && cells[at - 1].startNanos() == startNanos;
  }

  /// {@return whether the bar belongs before one that came earlier}
  boolean add(BarView bar) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, Math.max(1, 2 * size));
    }
    BarCell cell = cells[size] == null ? BarCell.of(instrument) : cells[size];
    int at = indexAfter(bar.startNanos());
    System.arraycopy(cells, at, cells, at + 1, size - at);
    cells[at] = cell.set(bar);
    size++;
    return at < size - 1;
  }

  BarView poll() {
    return cells[taken++];
  }

  private int indexAfter(long startNanos) {
    int at = size;
    while (at > 0 && cells[at - 1].startNanos() > startNanos) {
      at--;
    }
    return at;
  }
}
