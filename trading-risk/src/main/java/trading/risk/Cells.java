package trading.risk;

import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// Writes and reads a number for each row and column: those that are not 0, by row and column.
///
/// So what was begun and is empty leaves no trace.
final class Cells {

  private Cells() {}

  /// Tells the number of a cell.
  interface Source {
    long at(int row, int column);
  }

  /// Takes the number of a cell that had none.
  interface Sink {
    void set(int row, int column, long value);
  }

  static void write(StateWriter out, int rows, int columns, Source cells) {
    long count = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        count += cells.at(row, column) == 0 ? 0 : 1;
      }
    }
    out.putLong(count);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long value = cells.at(row, column);
        if (value != 0) {
          out.putLong(row);
          out.putLong(column);
          out.putLong(value);
        }
      }
    }
  }

  static void read(StateReader in, Sink cells) {
    for (long left = in.takeLong(); left > 0; left--) {
      int row = Math.toIntExact(in.takeLong());
      cells.set(row, Math.toIntExact(in.takeLong()), in.takeLong());
    }
  }
}
