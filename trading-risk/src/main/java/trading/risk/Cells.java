package trading.risk;

import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// Writes and reads a number for each row and column: those that are not 0, by row and column.
///
/// So what was begun and is empty leaves no trace.
final class Cells {

  private Cells() {}

  /// Tells of cells by row and column, each once; also of empty ones, but need not.
  interface Source {
    void tell(Sink sink);
  }

  /// Takes the number of a cell.
  interface Sink {
    void set(int row, int column, long value);
  }

  /// Lets the source tell twice, the first time to count.
  static void write(StateWriter out, Source cells) {
    long[] count = {0};
    cells.tell((_, _, value) -> count[0] += value == 0 ? 0 : 1);
    out.putLong(count[0]);
    cells.tell((row, column, value) -> {
      if (value != 0) {
        out.putLong(row);
        out.putLong(column);
        out.putLong(value);
      }
    });
  }

  /// Sets cells, none of which had a number.
  static void read(StateReader in, Sink cells) {
    for (long left = in.takeLong(); left > 0; left--) {
      int row = Math.toIntExact(in.takeLong());
      cells.set(row, Math.toIntExact(in.takeLong()), in.takeLong());
    }
  }
}
