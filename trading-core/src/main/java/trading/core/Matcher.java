package trading.core;

import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.spi.FeeModel;
import trading.api.spi.Ledger;

/// Lets orders meet: in the book, at a bar's open, and with the market's own quotes.
///
/// Before every fill both sides are asked whether their books can hold it; an order whose books
/// cannot is canceled instead, so that a fill never happens by half. An order that would trade with
/// another of its own account is canceled (self-trade prevention, cancel newest).
// Hot: engine only; allocates nothing once warm.
final class Matcher {
  /// The most that one order's fills may sum up to, in micros.
  private static final long MAX_SUM_MICROS = 1L << 62;

  private static final long DOES_NOT_FIT = -1;
  private static final Side[] SIDES = Side.values();

  private final OrderTable orders;
  private final EventWriter events;
  private final Ledger ledger;
  private final FeeModel fees;
  private long lastTrade;

  Matcher(OrderTable orders, EventWriter events, Ledger ledger, FeeModel fees) {
    this.orders = orders;
    this.events = events;
    this.ledger = ledger;
    this.fees = fees;
  }

  long lastTrade() {
    return lastTrade;
  }

  /// Lets an order on the market trade with the book; what is left rests or is canceled.
  void enter(Market market, long orderId) {
    take(market, orderId);
    settleRest(market, orderId);
  }

  /// Lets an order meet a bar's open; what does not cross rests or is canceled.
  void enterAtOpen(Market market, long orderId) {
    if (crosses(orders.side(orderId), limit(orderId), market.openTicks())) {
      auction(market, orderId, market.openTicks());
    }
    settleRest(market, orderId);
  }

  /// Trades everything that rests at the open or better, at the open.
  void auctionResting(Market market, long openTicks) {
    for (Side side : SIDES) {
      int slot = market.book().bestSlot(side);
      while (slot != SlotBook.NONE && crosses(side, market.book().priceTicks(slot), openTicks)) {
        auction(market, market.book().orderId(slot), openTicks);
        slot = market.book().bestSlot(side);
      }
    }
  }

  /// Trades everything that rests within a bar's range, each order at its own limit; bids first.
  void sweep(Market market, long highTicks, long lowTicks) {
    for (Side side : SIDES) {
      long reached = side == Side.BUY ? lowTicks : highTicks;
      int slot = market.book().bestSlot(side);
      while (slot != SlotBook.NONE && crosses(side, market.book().priceTicks(slot), reached)) {
        long orderId = market.book().orderId(slot);
        fillWhole(market, orderId, market.book().priceTicks(slot), Liquidity.MAKER);
        slot = market.book().bestSlot(side);
      }
    }
  }

  /// Lets the market's own quote trade with what rests; what is left joins behind.
  void quote(Market market, Side side, long priceTicks, long lots) {
    SlotBook book = market.book();
    long left = lots;
    int slot = book.bestSlot(side.opposite());
    while (left > 0 && slot != SlotBook.NONE && crosses(side, priceTicks, book.priceTicks(slot))) {
      long maker = book.orderId(slot);
      long traded = Math.min(left, book.lots(slot));
      long price = book.priceTicks(slot);
      long fee = feeIfItFits(market, maker, price, traded, Liquidity.MAKER);
      if (fee != DOES_NOT_FIT) {
        lastTrade++;
        fill(market, maker, price, traded, fee, Liquidity.MAKER);
        left -= traded;
      } else {
        cancel(market, maker, Reason.LEDGER_FULL);
      }
      slot = book.bestSlot(side.opposite());
    }
    if (left > 0) {
      market.rest(side, priceTicks, left);
    }
  }

  /// Cancels what is left of an order.
  void cancel(Market market, long orderId, Reason reason) {
    int slot = (int) orders.get(orderId, OrderTable.SLOT);
    if (slot != SlotBook.NONE) {
      market.book().remove(slot);
      orders.set(orderId, OrderTable.SLOT, SlotBook.NONE);
    }
    long left = orders.remaining(orderId);
    change(orderId, OrderLifecycle.Trigger.CANCEL);
    orders.set(orderId, OrderTable.REASON, reason.code());
    events.canceled(orderId, left, reason);
  }

  /// Moves an order to its next state.
  void change(long orderId, OrderLifecycle.Trigger trigger) {
    OrderStatus status = OrderLifecycle.next(orders.status(orderId), trigger);
    orders.set(orderId, OrderTable.STATUS, status.ordinal());
    orders.set(orderId, OrderTable.UPDATED, events.nowNanos());
  }

  /// {@return the fee of a fill, in micros}
  ///
  /// @throws IllegalStateException when the fee model answers less than 0
  long fee(Market market, Liquidity part, long lots, long notionalMicros) {
    long fee = fees.feeMicros(market.instrument(), part, lots, notionalMicros);
    if (fee < 0) {
      throw new IllegalStateException(
          "a fee must be 0 or more micros, was " + fee + " for " + market.instrument().symbol());
    }
    return fee;
  }

  private void take(Market market, long taker) {
    SlotBook book = market.book();
    Side side = orders.side(taker);
    long limit = limit(taker);
    int slot = book.bestSlot(side.opposite());
    while (orders.remaining(taker) > 0
        && slot != SlotBook.NONE
        && crosses(side, limit, book.priceTicks(slot))) {
      if (!meet(market, slot, taker)) {
        return;
      }
      slot = book.bestSlot(side.opposite());
    }
  }

  /// Lets an order trade with what rests first, or cancels the one of them that cannot.
  ///
  /// @return false when the taker is canceled
  private boolean meet(Market market, int slot, long taker) {
    SlotBook book = market.book();
    long price = book.priceTicks(slot);
    long maker = book.orderId(slot);
    long traded = Math.min(orders.remaining(taker), book.lots(slot));
    if (book.owner(slot) == orders.account(taker)) {
      cancel(market, taker, Reason.SELF_TRADE);
      return false;
    }
    long makerFee = 0;
    if (maker != Market.MARKET_ORDER) {
      makerFee = feeIfItFits(market, maker, price, traded, Liquidity.MAKER);
      if (makerFee == DOES_NOT_FIT) {
        cancel(market, maker, Reason.LEDGER_FULL);
        return true;
      }
    }
    long takerFee = feeIfItFits(market, taker, price, traded, Liquidity.TAKER);
    if (takerFee == DOES_NOT_FIT) {
      cancel(market, taker, Reason.LEDGER_FULL);
      return false;
    }
    lastTrade++;
    if (maker == Market.MARKET_ORDER) {
      market.reduce(slot, traded);
    } else {
      fill(market, maker, price, traded, makerFee, Liquidity.MAKER);
    }
    fill(market, taker, price, traded, takerFee, Liquidity.TAKER);
    return true;
  }

  private void auction(Market market, long orderId, long priceTicks) {
    fillWhole(market, orderId, priceTicks, Liquidity.AUCTION);
  }

  private void fillWhole(Market market, long orderId, long priceTicks, Liquidity part) {
    long lots = orders.remaining(orderId);
    long fee = feeIfItFits(market, orderId, priceTicks, lots, part);
    if (fee == DOES_NOT_FIT) {
      cancel(market, orderId, Reason.LEDGER_FULL);
    } else {
      lastTrade++;
      fill(market, orderId, priceTicks, lots, fee, part);
    }
  }

  private void fill(
      Market market, long orderId, long priceTicks, long lots, long fee, Liquidity part) {
    long notional = priceTicks * lots * market.tickValueMicros();
    add(orderId, OrderTable.FILLED_LOTS, lots);
    add(orderId, OrderTable.FILLED_MICROS, notional);
    add(orderId, OrderTable.FEES_MICROS, fee);
    boolean whole = orders.remaining(orderId) == 0;
    int slot = (int) orders.get(orderId, OrderTable.SLOT);
    if (slot != SlotBook.NONE) {
      market.reduce(slot, lots);
    }
    if (whole) {
      orders.set(orderId, OrderTable.SLOT, SlotBook.NONE);
    }
    change(orderId, whole ? OrderLifecycle.Trigger.FILL_ALL : OrderLifecycle.Trigger.FILL_PART);
    events.filled(orderId, lastTrade, priceTicks, lots, fee, part);
  }

  /// {@return the fee of a fill, asked for once, or -1 when the books cannot hold the fill}
  private long feeIfItFits(
      Market market, long orderId, long priceTicks, long lots, Liquidity part) {
    if (!DoorCheck.fits(priceTicks, lots, market.tickValueMicros())) {
      return DOES_NOT_FIT;
    }
    long notional = priceTicks * lots * market.tickValueMicros();
    long fee = fee(market, part, lots, notional);
    boolean fits =
        notional <= MAX_SUM_MICROS - orders.get(orderId, OrderTable.FILLED_MICROS)
            && fee <= MAX_SUM_MICROS - orders.get(orderId, OrderTable.FEES_MICROS)
            && ledger.fits(
                orders.account(orderId), market.id(), orders.side(orderId), priceTicks, lots, fee);
    return fits ? fee : DOES_NOT_FIT;
  }

  private void settleRest(Market market, long orderId) {
    if (orders.status(orderId).isTerminal()) {
      return;
    }
    if (orders.type(orderId) == OrderType.MARKET) {
      cancel(market, orderId, Reason.NO_LIQUIDITY);
    } else if (orders.timeInForce(orderId) == TimeInForce.IOC) {
      cancel(market, orderId, Reason.IMMEDIATE_OR_CANCEL);
    } else {
      int slot =
          market
              .book()
              .add(
                  orders.side(orderId),
                  orderId,
                  orders.account(orderId),
                  limit(orderId),
                  orders.remaining(orderId));
      orders.set(orderId, OrderTable.SLOT, slot);
    }
  }

  private void add(long orderId, int column, long by) {
    orders.set(orderId, column, orders.get(orderId, column) + by);
  }

  private long limit(long orderId) {
    return orders.get(orderId, OrderTable.LIMIT_TICKS);
  }

  /// {@return whether an order with a limit (0: none) would trade at a price}
  private static boolean crosses(Side side, long limitTicks, long priceTicks) {
    return limitTicks == 0
        || (side == Side.BUY ? limitTicks >= priceTicks : limitTicks <= priceTicks);
  }
}
