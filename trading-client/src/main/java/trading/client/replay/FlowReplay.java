package trading.client.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Side;
import trading.core.OrderBook;

/// Plays a file of order commands of one symbol through an order book.
///
/// The file, packed by gzip or not, is a row of little-endian records of 20 bytes: operation u8 (0
/// limit, 1 immediate or cancel, 2 cancel, 3 reduce, 4 move to a new price), side u8 (0 bid, 1
/// ask), user u16, order id i32, price i32 in ticks, size i32 in lots (of a reduction: by how
/// much), and an i32 that is not read.
public final class FlowReplay {
  private static final int RECORD_BYTES = 20;
  private static final int TRADE_BYTES = 16;
  private static final int LIMIT = 0;
  private static final int IMMEDIATE = 1;
  private static final int CANCEL = 2;
  private static final int REDUCE = 3;
  private static final int MOVE = 4;
  private static final Side[] SIDES = Side.values();

  private final ReplayFile file;
  private final OrderBook book;
  private final MessageDigest sha = sha256();
  private final byte[] tradeBytes = new byte[TRADE_BYTES];
  private final byte[] recordBytes = new byte[RECORD_BYTES];
  private final ByteBuffer trade = ByteBuffer.wrap(tradeBytes).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer record = ByteBuffer.wrap(recordBytes).order(ByteOrder.LITTLE_ENDIAN);
  private long commands;
  private long strangers;
  private long trades;
  private long quantity;

  /// What came of a file.
  ///
  /// @param commands the commands in the file
  /// @param strangers the commands whose order was not in the book any more
  /// @param trades the trades
  /// @param quantity the lots traded
  /// @param orders the orders left in the book
  /// @param bidLots the lots left on the bid side
  /// @param askLots the lots left on the ask side
  /// @param sha256 SHA-256 over all trades in order, 16 little-endian bytes each: the resting
  ///   order's id i32, its price i32, quantity i64
  public record Result(
      long commands,
      long strangers,
      long trades,
      long quantity,
      long orders,
      long bidLots,
      long askLots,
      String sha256) {}

  private FlowReplay(ReplayFile file, ReplayBook book) {
    this.file = file;
    this.book = book.open(this::traded);
  }

  /// {@return what comes of a file}
  ///
  /// @param file the file
  /// @param book the book to use
  /// @throws BadInputException when the file cannot be read as such commands
  public static Result run(Path file, ReplayBook book) {
    return new FlowReplay(new ReplayFile(file), book).run();
  }

  private Result run() {
    try (InputStream bytes = file.open()) {
      for (int got = read(bytes); got > 0; got = read(bytes)) {
        commands++;
        if (got < RECORD_BYTES) {
          throw bad("has " + got + " of " + RECORD_BYTES + " bytes");
        }
        apply();
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    if (commands == 0) {
      throw file.bad(" must have at least one record, was empty");
    }
    return new Result(
        commands,
        strangers,
        trades,
        quantity,
        book.orders(),
        lots(Side.BUY),
        lots(Side.SELL),
        HexFormat.of().formatHex(sha.digest()));
  }

  private int read(InputStream bytes) throws IOException {
    return bytes.readNBytes(recordBytes, 0, RECORD_BYTES);
  }

  private void apply() {
    int side = record.get(1);
    if (side != 0 && side != 1) {
      throw bad("side must be 0 (bid) or 1 (ask), was " + side);
    }
    try {
      apply(SIDES[side], record.getInt(4), record.getInt(8), record.getInt(12));
    } catch (BadInputException e) {
      throw file.bad(", record " + commands + ": " + e.getMessage(), e);
    }
  }

  private void apply(Side side, int orderId, int price, int size) {
    int operation = record.get(0);
    switch (operation) {
      case LIMIT -> book.place(side, orderId, Short.toUnsignedInt(record.getShort(2)), price, size);
      case IMMEDIATE -> book.take(side, price, size);
      case CANCEL -> count(book.cancel(orderId) == 0);
      case REDUCE -> count(book.reduce(orderId, size) == 0);
      case MOVE -> count(book.move(orderId, price) == OrderBook.NOT_THERE);
      default ->
          throw new BadInputException(
              Reason.BAD_DATA_FILE, "operation must be 0..4, was " + operation);
    }
  }

  private void count(boolean stranger) {
    strangers += stranger ? 1 : 0;
  }

  private void traded(long makerId, long priceTicks, long lots) {
    trades++;
    quantity += lots;
    trade.putInt(0, (int) makerId).putInt(4, (int) priceTicks).putLong(8, lots);
    sha.update(tradeBytes);
  }

  private long lots(Side side) {
    long[] sum = {0};
    book.depth(side, Integer.MAX_VALUE, (_, lots) -> sum[0] += lots);
    return sum[0];
  }

  private BadInputException bad(String sentence) {
    return file.bad(", record " + commands + ": " + sentence);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
