package trading.core;

import java.util.Arrays;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.spi.StateWriter;

/// Every order there ever was, one row of numbers each; ids count from 1.
///
/// Rows live in chunks, so that growing never copies them; row 0 is no order's.
// Hot: engine only; allocates nothing within the reserved rows.
final class OrderTable {
  static final int ACCOUNT = 0;
  static final int INSTRUMENT = 1;
  static final int SIDE = 2;
  static final int TYPE = 3;
  static final int TIME_IN_FORCE = 4;
  static final int SIZING = 5;
  static final int STATUS = 6;
  static final int LOTS = 7;
  static final int FILLED_LOTS = 8;
  static final int FILLED_MICROS = 9;
  static final int FEES_MICROS = 10;
  static final int LIMIT_TICKS = 11;
  static final int CLIENT_ORDER = 12;
  static final int CREATED = 13;
  static final int UPDATED = 14;

  /// A reason's code, or 0.
  static final int REASON = 15;

  /// Where it rests in its book, or -1.
  static final int SLOT = 16;

  /// Its row in the table of terms; 0 for a plain order.
  static final int TERMS = 17;

  static final int COLUMNS = 18;

  private static final int CHUNK_BITS = 10;
  private static final int CHUNK_ROWS = 1 << CHUNK_BITS;
  private static final Side[] SIDES = Side.values();
  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] TIMES = TimeInForce.values();
  private static final Sizing[] SIZINGS = Sizing.values();
  private static final OrderStatus[] STATUSES = OrderStatus.values();

  private final TermsTable terms;
  private long[][] chunks = new long[8][];
  private int chunkCount;
  private long count;
  private long firstOpen = 1;

  /// Reserves rows for a number of orders.
  OrderTable(int reserved) {
    terms = new TermsTable(reserved);
    while ((long) chunkCount * CHUNK_ROWS <= reserved) {
      addChunk();
    }
  }

  /// {@return the id of a new row of zeros}
  long append() {
    count++;
    if (count == (long) chunkCount * CHUNK_ROWS) {
      addChunk();
    }
    return count;
  }

  /// {@return the number of orders, which is the highest id}
  long count() {
    return count;
  }

  /// {@return an id below which every order is final}
  long firstOpen() {
    while (firstOpen <= count && status(firstOpen).isTerminal()) {
      firstOpen++;
    }
    return firstOpen;
  }

  boolean contains(long id) {
    return id >= 1 && id <= count;
  }

  long get(long id, int column) {
    return chunk(id)[row(id) + column];
  }

  void set(long id, int column, long value) {
    chunk(id)[row(id) + column] = value;
  }

  /// {@return whether the order says nothing that stands in the table of terms}
  boolean isPlain(long id) {
    return get(id, TERMS) == 0;
  }

  /// {@return whether the order must not take liquidity}
  boolean isPostOnly(long id) {
    return !isPlain(id) && term(id, TermsTable.POST_ONLY) != 0;
  }

  /// {@return whether the order may only bring the position nearer to 0}
  boolean isReduceOnly(long id) {
    return !isPlain(id) && term(id, TermsTable.REDUCE_ONLY) != 0;
  }

  /// {@return a column of [TermsTable]; 0 for a plain order}
  long term(long id, int column) {
    return terms.get((int) get(id, TERMS), column);
  }

  void setTerm(long id, int column, long value) {
    terms.set((int) get(id, TERMS), column, value);
  }

  /// Gives an order a row of terms.
  void addTerms(long id) {
    set(id, TERMS, terms.append());
  }

  Side side(long id) {
    return SIDES[(int) get(id, SIDE)];
  }

  OrderType type(long id) {
    return TYPES[(int) get(id, TYPE)];
  }

  TimeInForce timeInForce(long id) {
    return TIMES[(int) get(id, TIME_IN_FORCE)];
  }

  Sizing sizing(long id) {
    return SIZINGS[(int) get(id, SIZING)];
  }

  OrderStatus status(long id) {
    return STATUSES[(int) get(id, STATUS)];
  }

  int account(long id) {
    return (int) get(id, ACCOUNT);
  }

  long remaining(long id) {
    return get(id, LOTS) - get(id, FILLED_LOTS);
  }

  /// Copies an order's rows, first its own, then its terms.
  ///
  /// @param to takes [#COLUMNS] and [TermsTable#COLUMNS] numbers
  void copy(long id, long[] to) {
    System.arraycopy(chunk(id), row(id), to, 0, COLUMNS);
    if (to[TERMS] != 0) {
      terms.copy((int) to[TERMS], to, COLUMNS);
    }
  }

  void write(StateWriter out) {
    out.putLong(count);
    for (long id = 1; id <= count; id++) {
      for (int column = 0; column < SLOT; column++) {
        out.putLong(get(id, column));
      }
      if (!isPlain(id)) {
        terms.write((int) get(id, TERMS), out);
      }
    }
  }

  /// {@return copied rows as a word}
  static Order order(long id, long[] row, String account, Instrument instrument) {
    boolean plain = row[TERMS] == 0;
    return new Order(
        id,
        account,
        instrument,
        SIDES[(int) row[SIDE]],
        TYPES[(int) row[TYPE]],
        TIMES[(int) row[TIME_IN_FORCE]],
        SIZINGS[(int) row[SIZING]],
        STATUSES[(int) row[STATUS]],
        row[LOTS],
        row[FILLED_LOTS],
        row[FILLED_MICROS],
        row[FEES_MICROS],
        row[LIMIT_TICKS],
        row[CLIENT_ORDER],
        row[CREATED],
        row[UPDATED],
        plain ? OrderTerms.NONE : TermsTable.terms(row, COLUMNS),
        !plain && row[COLUMNS + TermsTable.TRIGGERED] != 0,
        plain ? 0 : row[COLUMNS + TermsTable.ENTRY],
        plain ? 0 : row[COLUMNS + TermsTable.SIBLING],
        row[REASON] == 0 ? Optional.empty() : Optional.of(Reason.of((int) row[REASON])));
  }

  private void addChunk() {
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = new long[CHUNK_ROWS * COLUMNS];
  }

  private long[] chunk(long id) {
    return chunks[(int) (id >>> CHUNK_BITS)];
  }

  private static int row(long id) {
    return ((int) id & (CHUNK_ROWS - 1)) * COLUMNS;
  }
}
