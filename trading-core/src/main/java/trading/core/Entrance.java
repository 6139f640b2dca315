package trading.core;

import trading.api.Liquidity;
import trading.api.Reason;

/// How an order comes on the market: it waits for its price, or meets the book or the open.
// Hot: engine only; allocates nothing once warm.
final class Entrance {
  private final OrderTable orders;
  private final OrderChanges changes;
  private final Matcher matcher;
  private final boolean onBars;

  Entrance(OrderTable orders, OrderChanges changes, Matcher matcher, boolean onBars) {
    this.orders = orders;
    this.changes = changes;
    this.matcher = matcher;
    this.onBars = onBars;
  }

  /// Lets an order that is NEW come on the market.
  void enter(Market market, long orderId) {
    if (waitsForPrice(orderId)) {
      changes.arm(market, orderId);
    } else {
      meet(market, orderId);
    }
  }

  /// Lets an order whose price was met trade.
  void meet(Market market, long orderId) {
    long limit = orders.get(orderId, OrderTable.LIMIT_TICKS);
    if (orders.isPostOnly(orderId) && matcher.wouldTrade(market, orders.side(orderId), limit)) {
      changes.cancel(market, orderId, Reason.POST_ONLY_WOULD_TRADE);
    } else if (onBars) {
      matcher.enterAtOpen(market, orderId);
    } else {
      matcher.enter(market, orderId);
    }
  }

  /// Lets an order whose stop was met within a bar trade there; what its limit forbids is left.
  void meetInBar(Market market, long orderId) {
    long stop = orders.term(orderId, TermsTable.STOP);
    long limit = orders.get(orderId, OrderTable.LIMIT_TICKS);
    if (orders.isPostOnly(orderId) && Matcher.crosses(orders.side(orderId), limit, stop)) {
      changes.cancel(market, orderId, Reason.POST_ONLY_WOULD_TRADE);
    } else {
      matcher.enterAt(market, orderId, stop, Liquidity.TAKER);
    }
  }

  /// Rests what is left of an order, or cancels it.
  void rest(Market market, long orderId) {
    matcher.settleRest(market, orderId);
  }

  private boolean waitsForPrice(long orderId) {
    return !orders.isPlain(orderId)
        && orders.type(orderId).isTriggered()
        && orders.term(orderId, TermsTable.TRIGGERED) == 0;
  }
}
