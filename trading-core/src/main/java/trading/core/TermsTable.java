package trading.core;

import java.util.ArrayList;
import java.util.List;
import trading.api.OrderTerms;
import trading.api.TriggerPrice;
import trading.api.spi.StateWriter;

/// What orders say beyond a plain one, one row of numbers each; row 0 stands for nothing said.
// Hot: engine only; allocates nothing within the reserved rows.
final class TermsTable {
  static final int STOP = 0;
  static final int TRAIL_TICKS = 1;
  static final int TRAIL_BASIS_POINTS = 2;
  static final int TRIGGER_PRICE = 3;
  static final int DISPLAY = 4;
  static final int POST_ONLY = 5;
  static final int REDUCE_ONLY = 6;

  /// When it expires, or 0.
  static final int EXPIRE = 7;

  /// The order on whose fills it depends, or 0.
  static final int ENTRY = 8;

  /// The order of which one cancels the other, or 0.
  static final int SIBLING = 9;

  /// How many orders depend on it; their ids follow its own.
  static final int DEPENDENTS = 10;

  /// The quantity that it asked for when it was accepted.
  static final int WANTED = 11;

  /// How much of its entry's fills it came on the market for.
  static final int GRANTED = 12;

  /// 1 once it was cut: it gets nothing more from its entry.
  static final int CUT = 13;

  /// 1 once the price that it waited for was met.
  static final int TRIGGERED = 14;

  /// 1 while it waits for a price.
  static final int ARMED = 15;

  /// 1 while it is among the entries that have traded.
  static final int QUEUED = 16;

  /// Where it waits in its stop book plus one, or 0.
  static final int STOP_SLOT = 17;

  static final int COLUMNS = 18;

  private static final int CHUNK_ROWS = 256;
  private static final TriggerPrice[] TRIGGER_PRICES = TriggerPrice.values();

  private final List<long[]> chunks = new ArrayList<>();
  private int count = 1;

  /// Reserves rows for a number of orders.
  TermsTable(int reserved) {
    do {
      chunks.add(new long[CHUNK_ROWS * COLUMNS]);
    } while (chunks.size() * CHUNK_ROWS <= reserved);
  }

  /// {@return a new row of zeros}
  int append() {
    if (count == chunks.size() * CHUNK_ROWS) {
      chunks.add(new long[CHUNK_ROWS * COLUMNS]);
    }
    return count++;
  }

  long get(int row, int column) {
    return chunks.get(row / CHUNK_ROWS)[row % CHUNK_ROWS * COLUMNS + column];
  }

  void set(int row, int column, long value) {
    chunks.get(row / CHUNK_ROWS)[row % CHUNK_ROWS * COLUMNS + column] = value;
  }

  void copy(int row, long[] to, int at) {
    System.arraycopy(chunks.get(row / CHUNK_ROWS), row % CHUNK_ROWS * COLUMNS, to, at, COLUMNS);
  }

  void write(int row, StateWriter out) {
    for (int column = 0; column < STOP_SLOT; column++) {
      out.putLong(get(row, column));
    }
  }

  /// {@return a copied row as a word}
  static OrderTerms terms(long[] row, int at) {
    return new OrderTerms(
        row[at + STOP],
        row[at + TRAIL_TICKS],
        (int) row[at + TRAIL_BASIS_POINTS],
        TRIGGER_PRICES[(int) row[at + TRIGGER_PRICE]],
        row[at + DISPLAY],
        row[at + POST_ONLY] != 0,
        row[at + REDUCE_ONLY] != 0,
        row[at + EXPIRE]);
  }
}
