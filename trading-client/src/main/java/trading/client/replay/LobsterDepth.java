package trading.client.replay;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import trading.api.Side;

/// The rows of a LOBSTER order book file: per level ask price, ask size, bid price, bid size.
///
/// A level that is not there has the price ±9,999,999,999 and the size 0.
final class LobsterDepth implements AutoCloseable {
  private static final int COLUMNS_PER_LEVEL = 4;

  private final LobsterRows rows;
  private long[] row = {};
  private int levels;

  private LobsterDepth(Path file) {
    rows = LobsterRows.open(file);
  }

  static LobsterDepth open(Path file) {
    return new LobsterDepth(file);
  }

  /// Reads the next row.
  ///
  /// @return false at the end of the file
  boolean next() {
    CsvRecord fields = rows.next().orElse(null);
    if (fields == null) {
      return false;
    }
    int count = fields.getFieldCount();
    if (levels == 0 && count % COLUMNS_PER_LEVEL == 0) {
      levels = count / COLUMNS_PER_LEVEL;
      row = new long[count];
    }
    if (count != row.length || count == 0) {
      throw rows.bad("must have 4 columns per level as the first row, had " + count + " columns");
    }
    for (int i = 0; i < count; i++) {
      row[i] = rows.number(fields, i);
    }
    return true;
  }

  /// {@return the number of levels in each row}
  int levels() {
    return levels;
  }

  /// {@return the number of levels of a side that are there}
  int levels(Side side) {
    int count = 0;
    while (count < levels && lots(side, count) > 0) {
      count++;
    }
    return count;
  }

  long price(Side side, int level) {
    return row[level * COLUMNS_PER_LEVEL + (side == Side.BUY ? 2 : 0)];
  }

  long lots(Side side, int level) {
    return row[level * COLUMNS_PER_LEVEL + (side == Side.BUY ? 3 : 1)];
  }

  RuntimeException bad(String sentence) {
    return rows.bad(sentence);
  }

  @Override
  public void close() {
    rows.close();
  }
}
