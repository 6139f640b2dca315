package trading.risk;

import java.util.Arrays;

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
}
