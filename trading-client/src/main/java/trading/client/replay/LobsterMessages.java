package trading.client.replay;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import trading.api.Side;

/// The messages of a LOBSTER message file, one at a time.
///
/// Columns: seconds after midnight, type, order id, size, price × 10,000, direction of the resting
/// order (1 buy, -1 sell), as in the read-me file of the LOBSTER samples.
final class LobsterMessages implements AutoCloseable {
  private static final int COLUMNS = 6;

  /// The types in the order of their numbers, from 1.
  enum Type {
    NEW,
    PARTIAL_CANCEL,
    DELETION,
    EXECUTION,
    HIDDEN_EXECUTION,
    CROSS_TRADE,
    HALT
  }

  private static final Type[] TYPES = Type.values();

  private final LobsterRows rows;
  private Type type = Type.NEW;
  private long orderId;
  private long size;
  private long price;
  private Side side = Side.BUY;

  private LobsterMessages(LobsterRows rows) {
    this.rows = rows;
  }

  static LobsterMessages open(Path file) {
    return new LobsterMessages(LobsterRows.open(file));
  }

  /// Reads the next message.
  ///
  /// @return false at the end of the file
  boolean next() {
    CsvRecord row = rows.next().orElse(null);
    if (row == null) {
      return false;
    }
    if (row.getFieldCount() < COLUMNS) {
      throw rows.bad("must have " + COLUMNS + " columns, had " + row.getFieldCount());
    }
    type = TYPES[(int) within("type", rows.number(row, 1), 1, TYPES.length) - 1];
    orderId = within("order id", rows.number(row, 2), 0, Long.MAX_VALUE);
    size = rows.number(row, 3);
    price = rows.number(row, 4);
    long direction = rows.number(row, 5);
    if (type != Type.HALT && direction != 1 && direction != -1) {
      throw rows.bad("direction must be 1 or -1, was " + direction);
    }
    side = direction == 1 ? Side.BUY : Side.SELL;
    return true;
  }

  Type type() {
    return type;
  }

  long orderId() {
    return orderId;
  }

  long size() {
    return size;
  }

  long price() {
    return price;
  }

  Side side() {
    return side;
  }

  /// {@return an exception about the message that was read last}
  RuntimeException bad(String sentence) {
    return rows.bad(sentence);
  }

  @Override
  public void close() {
    rows.close();
  }

  private long within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw rows.bad(what + " must be " + least + ".." + most + ", was " + value);
    }
    return value;
  }
}
