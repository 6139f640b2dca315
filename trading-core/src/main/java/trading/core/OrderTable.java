package trading.core;

import java.util.Arrays;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
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
/// Rows live in chunks, so that growing never copies them; row 0 is no order's. A row is kept
/// narrow: what one command touches of an order lies in one or two lines of memory.
// Hot: engine only; allocates nothing within the reserved rows.
final class OrderTable {
  // Most commands touch nothing but the first seven.

  /// The account's id in the upper half, the instrument's in the lower one.
  private static final int PARTIES = 0;

  /// Side, type, time in force, sizing, status and a reason's code or 0, packed.
  private static final int TRAITS = 1;

  static final int LOTS = 2;
  static final int FILLED_LOTS = 3;
  static final int LIMIT_TICKS = 4;

  /// In the upper half its row in the table of terms, 0 for a plain order; in the lower one where
  /// it rests in its book, or -1.
  private static final int PLACES = 5;

  private static final int UPDATED = 6;
  static final int FILLED_MICROS = 7;
  static final int FEES_MICROS = 8;
  static final int CLIENT_ORDER = 9;
  private static final int CREATED = 10;

  static final int COLUMNS = 11;

  private static final int TYPE_SHIFT = 8;
  private static final int TIME_SHIFT = 16;
  private static final int SIZING_SHIFT = 24;
  private static final int STATUS_SHIFT = 32;
  private static final int REASON_SHIFT = 40;
  private static final int TRAIT = 0xFF;
  private static final long LOW = 0xFFFF_FFFFL;

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

  /// {@return the id of a new row, without a status}
  ///
  /// @param request what it asks for
  /// @param lots its quantity
  /// @param limitTicks its limit, or 0
  long append(
      OrderRequest request,
      int accountId,
      int instrumentId,
      long lots,
      long limitTicks,
      long nowNanos) {
    count++;
    if (count == (long) chunkCount * CHUNK_ROWS) {
      addChunk();
    }
    long[] chunk = chunk(count);
    int row = row(count);
    chunk[row + PARTIES] = (long) accountId << Integer.SIZE | instrumentId;
    chunk[row + TRAITS] =
        request.side().ordinal()
            | (long) request.type().ordinal() << TYPE_SHIFT
            | (long) request.timeInForce().ordinal() << TIME_SHIFT
            | (long) request.sizing().ordinal() << SIZING_SHIFT;
    chunk[row + LOTS] = lots;
    chunk[row + LIMIT_TICKS] = limitTicks;
    chunk[row + PLACES] = SlotBook.NONE & LOW;
    chunk[row + UPDATED] = nowNanos;
    chunk[row + CLIENT_ORDER] = request.clientOrderId();
    chunk[row + CREATED] = nowNanos;
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
    return upper(get(id, PLACES)) == 0;
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
    return terms.get(upper(get(id, PLACES)), column);
  }

  void setTerm(long id, int column, long value) {
    terms.set(upper(get(id, PLACES)), column, value);
  }

  /// Gives an order a row of terms.
  void addTerms(long id) {
    set(id, PLACES, (long) terms.append() << Integer.SIZE | (get(id, PLACES) & LOW));
  }

  int account(long id) {
    return upper(get(id, PARTIES));
  }

  int instrument(long id) {
    return (int) get(id, PARTIES);
  }

  Side side(long id) {
    return SIDES[trait(get(id, TRAITS), 0)];
  }

  OrderType type(long id) {
    return TYPES[trait(get(id, TRAITS), TYPE_SHIFT)];
  }

  TimeInForce timeInForce(long id) {
    return TIMES[trait(get(id, TRAITS), TIME_SHIFT)];
  }

  Sizing sizing(long id) {
    return SIZINGS[trait(get(id, TRAITS), SIZING_SHIFT)];
  }

  OrderStatus status(long id) {
    return STATUSES[trait(get(id, TRAITS), STATUS_SHIFT)];
  }

  void setStatus(long id, OrderStatus status, long nowNanos) {
    long[] chunk = chunk(id);
    int row = row(id);
    long others = chunk[row + TRAITS] & ~((long) TRAIT << STATUS_SHIFT);
    chunk[row + TRAITS] = others | (long) status.ordinal() << STATUS_SHIFT;
    chunk[row + UPDATED] = nowNanos;
  }

  /// Notes why an order ended; once.
  void setReason(long id, Reason reason) {
    set(id, TRAITS, get(id, TRAITS) | (long) reason.code() << REASON_SHIFT);
  }

  void setUpdated(long id, long nowNanos) {
    set(id, UPDATED, nowNanos);
  }

  /// {@return where an order rests in its book, or -1}
  int slot(long id) {
    return (int) get(id, PLACES);
  }

  void setSlot(long id, int slot) {
    long[] chunk = chunk(id);
    int place = row(id) + PLACES;
    chunk[place] = (chunk[place] & ~LOW) | (slot & LOW);
  }

  long remaining(long id) {
    return get(id, LOTS) - get(id, FILLED_LOTS);
  }

  /// Adds what has traded of an order.
  void addFill(long id, long lots, long micros, long feeMicros) {
    long[] chunk = chunk(id);
    int row = row(id);
    chunk[row + FILLED_LOTS] += lots;
    chunk[row + FILLED_MICROS] += micros;
    chunk[row + FEES_MICROS] += feeMicros;
  }

  /// Copies an order's rows, first its own, then its terms.
  ///
  /// @param to takes [#COLUMNS] and [TermsTable#COLUMNS] numbers
  void copy(long id, long[] to) {
    System.arraycopy(chunk(id), row(id), to, 0, COLUMNS);
    if (upper(to[PLACES]) != 0) {
      terms.copy(upper(to[PLACES]), to, COLUMNS);
    }
  }

  /// {@return the status in a copied row}
  static OrderStatus status(long[] row) {
    return STATUSES[trait(row[TRAITS], STATUS_SHIFT)];
  }

  /// {@return copied rows as a word}
  static Order order(long id, long[] row, String account, Instrument instrument) {
    boolean plain = upper(row[PLACES]) == 0;
    long traits = row[TRAITS];
    return new Order(
        id,
        account,
        instrument,
        SIDES[trait(traits, 0)],
        TYPES[trait(traits, TYPE_SHIFT)],
        TIMES[trait(traits, TIME_SHIFT)],
        SIZINGS[trait(traits, SIZING_SHIFT)],
        status(row),
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
        reason(traits) == 0 ? Optional.empty() : Optional.of(Reason.of(reason(traits))));
  }

  void write(StateWriter out) {
    out.putLong(count);
    for (long id = 1; id <= count; id++) {
      write(id, out);
    }
  }

  private void write(long id, StateWriter out) {
    out.putLong(account(id));
    out.putLong(instrument(id));
    out.putLong(side(id).ordinal());
    out.putLong(type(id).ordinal());
    out.putLong(timeInForce(id).ordinal());
    out.putLong(sizing(id).ordinal());
    out.putLong(status(id).ordinal());
    out.putLong(get(id, LOTS));
    out.putLong(get(id, FILLED_LOTS));
    out.putLong(get(id, FILLED_MICROS));
    out.putLong(get(id, FEES_MICROS));
    out.putLong(get(id, LIMIT_TICKS));
    out.putLong(get(id, CLIENT_ORDER));
    out.putLong(get(id, CREATED));
    out.putLong(get(id, UPDATED));
    out.putLong(reason(get(id, TRAITS)));
    if (!isPlain(id)) {
      terms.write(upper(get(id, PLACES)), out);
    }
  }

  private static int trait(long traits, int shift) {
    return (int) (traits >>> shift) & TRAIT;
  }

  private static int reason(long traits) {
    return (int) (traits >>> REASON_SHIFT);
  }

  private static int upper(long halves) {
    return (int) (halves >>> Integer.SIZE);
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
