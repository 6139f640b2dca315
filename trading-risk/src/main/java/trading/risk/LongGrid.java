package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A number for each row and column, 0 where nothing was ever set; grows.
// Hot: engine only; allocates nothing once warm.
final class LongGrid {
  private static final long[] NO_ROW = {};

  private long[][] rows = {};

  long get(int row, int column) {
    return row < rows.length && column < rows[row].length ? rows[row][column] : 0;
  }

  void set(int row, int column, long value) {
    if (row >= rows.length) {
      int old = rows.length;
      rows = Arrays.copyOf(rows, Math.max(row + 1, old * 2));
      Arrays.fill(rows, old, rows.length, NO_ROW);
    }
    if (column >= rows[row].length) {
      rows[row] = Arrays.copyOf(rows[row], Math.max(column + 1, rows[row].length * 2));
    }
    rows[row][column] = value;
  }

  void add(int row, int column, long delta) {
    set(row, column, Math.addExact(get(row, column), delta));
  }

  /// Writes what is not 0, by row and column: how much the grid has grown leaves no trace.
  void write(StateWriter out) {
    out.putLong(
        Arrays.stream(rows).flatMapToLong(Arrays::stream).filter(each -> each != 0).count());
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        if (rows[row][column] != 0) {
          out.putLong(row);
          out.putLong(column);
          out.putLong(rows[row][column]);
        }
      }
    }
  }

  /// Fills an empty grid.
  void read(StateReader in) {
    for (long left = in.takeLong(); left > 0; left--) {
      int row = Math.toIntExact(in.takeLong());
      set(row, Math.toIntExact(in.takeLong()), in.takeLong());
    }
  }
}
