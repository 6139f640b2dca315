package trading.core;

import java.util.Arrays;
import trading.api.Side;
import trading.api.TriggerPrice;
import trading.api.spi.StateWriter;

/// The orders of one instrument that wait for a price, and which of them is met first.
///
/// Those that wait for a fall rest as bids of a book of their own, the highest stop first; those
/// that wait for a rise as asks, the lowest first: one book for each price that they look at.
// Hot: engine only; allocates nothing once warm.
final class StopBook {
  private static final int LAST = 0;
  private static final int BID = 1;
  private static final int ASK = 2;
  private static final int MID = 3;
  private static final int SOURCES = 4;
  private static final long NO_PRICE = 0;
  private static final TriggerPrice[] TRIGGER_PRICES = TriggerPrice.values();

  private final OrderTable orders;
  private final SlotBook market;
  private final LastPrice prices;
  private final boolean onBars;
  private final SlotBook[] books = new SlotBook[SOURCES];
  private int waiting;

  /// The trailing ones, in the order of their ids.
  private long[] trailing = new long[4];

  private int trailingCount;
  private final long[] followed = new long[4];
  private boolean mustFollow;
  private long metTicks;

  /// Creates an empty book.
  ///
  /// @param market whose best prices some look at
  /// @param prices the last prices
  /// @param onBars whether all look at the last price
  StopBook(OrderTable orders, SlotBook market, LastPrice prices, boolean onBars) {
    this.orders = orders;
    this.market = market;
    this.prices = prices;
    this.onBars = onBars;
    Arrays.setAll(books, _ -> new SlotBook());
  }

  /// Lets an order wait for its stop.
  void arm(long orderId) {
    orders.setTerm(orderId, TermsTable.ARMED, 1);
    waiting++;
    if (isTrailing(orderId)) {
      addTrailing(orderId);
      mustFollow = true;
    }
    rest(orderId);
  }

  /// Lets an order wait no more.
  void disarm(long orderId) {
    orders.setTerm(orderId, TermsTable.ARMED, 0);
    waiting--;
    leave(orderId);
    if (isTrailing(orderId)) {
      removeTrailing(orderId);
    }
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /// {@return the first order whose price is met, or 0; [#metTicks] is the price}
  long met() {
    for (int source = 0; source < SOURCES && waiting > 0; source++) {
      long orderId = met(source);
      if (orderId != 0) {
        return orderId;
      }
    }
    return 0;
  }

  /// {@return the price that met the order that [#met] found, in ticks}
  long metTicks() {
    return metTicks;
  }

  /// {@return whether a trailing stop may have to move: not while every price is as it was at the
  /// last call}
  boolean mustFollow() {
    if (trailingCount == 0) {
      return false;
    }
    boolean must = mustFollow;
    must |= isNew(0, prices.low());
    must |= isNew(1, prices.high());
    must |= isNew(2, market.bestTicks(Side.BUY));
    must |= isNew(3, market.bestTicks(Side.SELL));
    mustFollow = false;
    return must;
  }

  int trailingCount() {
    return trailingCount;
  }

  long trailing(int index) {
    return trailing[index];
  }

  /// {@return where a trailing stop would stand now, in ticks; 0 when there is no price}
  long followTicks(long orderId) {
    boolean sell = orders.side(orderId) == Side.SELL;
    int source = source(orderId);
    long price = source == LAST ? (sell ? prices.high() : prices.low()) : price(source, sell);
    return price == NO_PRICE ? NO_PRICE : stopAt(orderId, price, sell);
  }

  /// {@return where a trailing stop begins, in ticks; 0 when there is no price}
  long firstTicks(long orderId) {
    boolean sell = orders.side(orderId) == Side.SELL;
    int source = source(orderId);
    long price = source == LAST ? prices.last() : price(source, sell);
    return price == NO_PRICE ? NO_PRICE : stopAt(orderId, price, sell);
  }

  /// Lets an order wait for another stop.
  void move(long orderId, long stopTicks) {
    leave(orderId);
    orders.setTerm(orderId, TermsTable.STOP, stopTicks);
    rest(orderId);
  }

  void write(StateWriter out) {
    for (SlotBook book : books) {
      book.write(out);
    }
  }

  private boolean isNew(int which, long priceTicks) {
    boolean differs = followed[which] != priceTicks;
    followed[which] = priceTicks;
    return differs;
  }

  private long met(int source) {
    SlotBook book = books[source];
    int falling = book.bestSlot(Side.BUY);
    if (falling != SlotBook.NONE) {
      metTicks = source == LAST ? prices.low() : price(source, true);
      if (metTicks != NO_PRICE && metTicks <= book.priceTicks(falling)) {
        return book.orderId(falling);
      }
    }
    int rising = book.bestSlot(Side.SELL);
    if (rising != SlotBook.NONE) {
      metTicks = source == LAST ? prices.high() : price(source, false);
      if (metTicks != NO_PRICE && metTicks >= book.priceTicks(rising)) {
        return book.orderId(rising);
      }
    }
    return 0;
  }

  /// {@return the price now for those that wait for a fall or a rise, so that half ticks never meet
  /// a stop too early}
  private long price(int source, boolean fall) {
    long bid = market.bestTicks(Side.BUY);
    long ask = market.bestTicks(Side.SELL);
    return switch (source) {
      case BID -> bid;
      case ASK -> ask;
      default -> bid == 0 || ask == 0 ? NO_PRICE : (bid + ask + (fall ? 1 : 0)) / 2;
    };
  }

  private long stopAt(long orderId, long priceTicks, boolean sell) {
    long trail = orders.term(orderId, TermsTable.TRAIL_TICKS);
    long points = orders.term(orderId, TermsTable.TRAIL_BASIS_POINTS);
    return TrailingStop.stopTicks(priceTicks, trail, points, sell);
  }

  private void rest(long orderId) {
    long stop = orders.term(orderId, TermsTable.STOP);
    if (stop != 0) {
      Side as = waitsForFall(orderId) ? Side.BUY : Side.SELL;
      int slot = books[source(orderId)].add(as, orderId, orders.account(orderId), stop, 1);
      orders.setTerm(orderId, TermsTable.STOP_SLOT, slot + 1L);
    }
  }

  private void leave(long orderId) {
    int slot = (int) orders.term(orderId, TermsTable.STOP_SLOT) - 1;
    if (slot != SlotBook.NONE) {
      books[source(orderId)].remove(slot);
      orders.setTerm(orderId, TermsTable.STOP_SLOT, 0);
    }
  }

  private int source(long orderId) {
    TriggerPrice by = TriggerPrice.LAST;
    if (!onBars) {
      by = TRIGGER_PRICES[(int) orders.term(orderId, TermsTable.TRIGGER_PRICE)];
    }
    return switch (by) {
      case LAST -> LAST;
      case BID_ASK -> orders.side(orderId) == Side.SELL ? BID : ASK;
      case MID -> MID;
    };
  }

  private boolean waitsForFall(long orderId) {
    boolean sell = orders.side(orderId) == Side.SELL;
    return switch (orders.type(orderId)) {
      case MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> !sell;
      default -> sell;
    };
  }

  private boolean isTrailing(long orderId) {
    return orders.term(orderId, TermsTable.TRAIL_TICKS) != 0
        || orders.term(orderId, TermsTable.TRAIL_BASIS_POINTS) != 0;
  }

  private void addTrailing(long orderId) {
    if (trailingCount == trailing.length) {
      trailing = Arrays.copyOf(trailing, trailingCount * 2);
    }
    int at = trailingCount++;
    while (at > 0 && trailing[at - 1] > orderId) {
      trailing[at] = trailing[at - 1];
      at--;
    }
    trailing[at] = orderId;
  }

  private void removeTrailing(long orderId) {
    int at = Arrays.binarySearch(trailing, 0, trailingCount, orderId);
    trailingCount--;
    System.arraycopy(trailing, at + 1, trailing, at, trailingCount - at);
  }
}
