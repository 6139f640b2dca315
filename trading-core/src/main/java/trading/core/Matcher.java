package trading.core;

import trading.api.Liquidity;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.TimeInForce;

/// Lets orders meet: in the book, at a bar's open, and with the market's own quotes.
///
/// Before every fill both sides are asked whether their books can hold it; an order whose books
/// cannot is canceled instead, so that a fill never happens by half. Orders of one account never
/// trade with each other, see [SelfTradePrevention].
// Hot: engine only; allocates nothing once warm.
final class Matcher {
  private static final Side[] SIDES = Side.values();

  private final OrderTable orders;
  private final OrderChanges changes;
  private final Registry names;
  private final FillOrKill fillOrKill;
  private final boolean onBars;
  private long lastTrade;

  Matcher(OrderTable orders, OrderChanges changes, Registry names, boolean onBars) {
    this.onBars = onBars;
    this.orders = orders;
    this.changes = changes;
    this.names = names;
    fillOrKill = new FillOrKill(orders, changes, names);
  }

  long lastTrade() {
    return lastTrade;
  }

  /// Lets an order on the market trade with the book; what is left rests or is canceled.
  void enter(Market market, long orderId) {
    if (orders.timeInForce(orderId) != TimeInForce.FOK || fillOrKill.canFill(market, orderId)) {
      take(market, orderId);
    }
    settleRest(market, orderId);
  }

  /// Lets an order meet a bar's open; what does not cross rests or is canceled.
  void enterAtOpen(Market market, long orderId) {
    enterAt(market, orderId, market.openTicks(), Liquidity.AUCTION);
    settleRest(market, orderId);
  }

  /// Lets an order trade whole at a price of the market, if its limit allows it.
  void enterAt(Market market, long orderId, long priceTicks, Liquidity part) {
    boolean cutFirst =
        orders.timeInForce(orderId) == TimeInForce.FOK && fillOrKill.exceeds(market, orderId);
    if (!cutFirst && crosses(orders.side(orderId), limit(orderId), priceTicks)) {
      fillWhole(market, orderId, priceTicks, part);
    }
  }

  /// {@return whether an order would trade at once if it came on the market now}
  boolean wouldTrade(Market market, Side side, long limitTicks) {
    long price = priceFor(market, side);
    return price != 0 && crosses(side, limitTicks, price);
  }

  /// {@return the price that an order of a side would meet first, in ticks; 0 for none}
  long priceFor(Market market, Side side) {
    return onBars ? market.openTicks() : market.book().bestTicks(side.opposite());
  }

  /// Trades everything that rests at the open or better, at the open.
  void auctionResting(Market market, long openTicks) {
    for (Side side : SIDES) {
      int slot = market.book().bestSlot(side);
      while (slot != SlotBook.NONE && crosses(side, market.book().priceTicks(slot), openTicks)) {
        fillWhole(market, market.book().orderId(slot), openTicks, Liquidity.AUCTION);
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
      if (changes.fitsPosition(market, maker)) {
        left -= quoteMeets(market, slot, maker, left);
      }
      slot = book.bestSlot(side.opposite());
    }
    if (left > 0) {
      market.rest(side, priceTicks, left);
    }
  }

  /// Rests what is left of an order, or cancels it.
  void settleRest(Market market, long orderId) {
    if (orders.status(orderId).isTerminal()) {
      return;
    }
    TimeInForce timeInForce = orders.timeInForce(orderId);
    if (timeInForce == TimeInForce.FOK) {
      changes.cancel(market, orderId, Reason.FILL_OR_KILL);
    } else if (limit(orderId) == 0) {
      changes.cancel(market, orderId, Reason.NO_LIQUIDITY);
    } else if (timeInForce == TimeInForce.IOC) {
      changes.cancel(market, orderId, Reason.IMMEDIATE_OR_CANCEL);
    } else {
      changes.rest(market, orderId);
    }
  }

  private long quoteMeets(Market market, int slot, long maker, long left) {
    long price = market.book().priceTicks(slot);
    long traded = Math.min(left, market.book().lots(slot));
    long fee = changes.feeIfItFits(market, maker, price, traded, Liquidity.MAKER);
    if (fee == OrderChanges.DOES_NOT_FIT) {
      changes.cancel(market, maker, Reason.LEDGER_FULL);
      return 0;
    }
    countTrade(market, price);
    changes.fill(market, maker, lastTrade, price, traded, fee, Liquidity.MAKER);
    return traded;
  }

  private void take(Market market, long taker) {
    SlotBook book = market.book();
    Side side = orders.side(taker);
    long limit = limit(taker);
    int slot = book.bestSlot(side.opposite());
    while (slot != SlotBook.NONE && crosses(side, limit, book.priceTicks(slot))) {
      if (!meet(market, slot, taker) || orders.remaining(taker) == 0) {
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
    long maker = book.orderId(slot);
    if (book.owner(slot) == orders.account(taker)) {
      return preventSelfTrade(market, maker, taker);
    }
    if (maker != Market.MARKET_ORDER && !changes.fitsPosition(market, maker)) {
      return true;
    }
    return changes.fitsPosition(market, taker) && trade(market, slot, maker, taker);
  }

  private boolean trade(Market market, int slot, long maker, long taker) {
    SlotBook book = market.book();
    long price = book.priceTicks(slot);
    long traded = Math.min(orders.remaining(taker), book.lots(slot));
    long makerFee = 0;
    if (maker != Market.MARKET_ORDER) {
      makerFee = changes.feeIfItFits(market, maker, price, traded, Liquidity.MAKER);
      if (makerFee == OrderChanges.DOES_NOT_FIT) {
        changes.cancel(market, maker, Reason.LEDGER_FULL);
        return true;
      }
    }
    long takerFee = changes.feeIfItFits(market, taker, price, traded, Liquidity.TAKER);
    if (takerFee == OrderChanges.DOES_NOT_FIT) {
      changes.cancel(market, taker, Reason.LEDGER_FULL);
      return false;
    }
    countTrade(market, price);
    if (maker == Market.MARKET_ORDER) {
      market.reduce(slot, traded);
    } else {
      changes.fill(market, maker, lastTrade, price, traded, makerFee, Liquidity.MAKER);
    }
    changes.fill(market, taker, lastTrade, price, traded, takerFee, Liquidity.TAKER);
    return true;
  }

  /// {@return whether the taker goes on}
  private boolean preventSelfTrade(Market market, long maker, long taker) {
    return switch (names.selfTrade(orders.account(taker))) {
      case CANCEL_NEWEST -> {
        changes.cancel(market, taker, Reason.SELF_TRADE);
        yield false;
      }
      case CANCEL_OLDEST -> {
        changes.cancel(market, maker, Reason.SELF_TRADE);
        yield true;
      }
      case CANCEL_BOTH -> {
        changes.cancel(market, maker, Reason.SELF_TRADE);
        cancelIfOpen(market, taker);
        yield false;
      }
      case DECREMENT -> {
        long by = Math.min(orders.remaining(maker), orders.remaining(taker));
        changes.reduce(market, maker, by, Reason.SELF_TRADE);
        if (!orders.status(taker).isTerminal()) {
          changes.reduce(market, taker, by, Reason.SELF_TRADE);
        }
        yield !orders.status(taker).isTerminal();
      }
    };
  }

  /// The end of one order may have taken along the other.
  private void cancelIfOpen(Market market, long orderId) {
    if (!orders.status(orderId).isTerminal()) {
      changes.cancel(market, orderId, Reason.SELF_TRADE);
    }
  }

  private void fillWhole(Market market, long orderId, long priceTicks, Liquidity part) {
    if (!changes.fitsPosition(market, orderId)) {
      return;
    }
    long lots = orders.remaining(orderId);
    long fee = changes.feeIfItFits(market, orderId, priceTicks, lots, part);
    if (fee == OrderChanges.DOES_NOT_FIT) {
      changes.cancel(market, orderId, Reason.LEDGER_FULL);
    } else {
      lastTrade++;
      changes.fill(market, orderId, lastTrade, priceTicks, lots, fee, part);
    }
  }

  private void countTrade(Market market, long priceTicks) {
    lastTrade++;
    market.prices().move(priceTicks);
  }

  private long limit(long orderId) {
    return orders.get(orderId, OrderTable.LIMIT_TICKS);
  }

  /// {@return whether an order with a limit (0: none) would trade at a price}
  static boolean crosses(Side side, long limitTicks, long priceTicks) {
    return limitTicks == 0
        || (side == Side.BUY ? limitTicks >= priceTicks : limitTicks <= priceTicks);
  }
}
