package trading.core;

import trading.api.SessionClose;

/// When orders expire, and which do now.
// Hot: engine only; allocates nothing but once after an instrument's close.
final class Expiry {
  private final OrderTable orders;
  private final EventWriter events;
  private final TradingDay day;
  private final boolean onBars;
  private final Expiries due;

  Expiry(OrderTable orders, EventWriter events, TradingDay day, boolean onBars) {
    this.onBars = onBars;
    this.orders = orders;
    this.events = events;
    this.day = day;
    due = new Expiries(id -> !orders.status(id).isTerminal());
  }

  /// Lets an order expire at a moment.
  void at(long expireNanos, long orderId) {
    orders.setTerm(orderId, TermsTable.EXPIRE, expireNanos);
    due.add(expireNanos, orderId);
  }

  /// Lets a DAY order that comes on the market expire when its session ends.
  ///
  /// On bars that is the trading day's end: a bar has no time within its day.
  void atSessionEnd(Market market, long orderId) {
    at(onBars ? day.nextStartNanos() : sessionEnd(market), orderId);
  }

  /// {@return the next order that expires now, or 0}
  long next() {
    return isDue(events.nowNanos()) ? due.takeFirst() : 0;
  }

  /// {@return whether an open order expires at a moment}
  boolean isDue(long nowNanos) {
    while (due.isDue(nowNanos) && orders.status(due.first()).isTerminal()) {
      due.takeFirst();
    }
    return due.isDue(nowNanos);
  }

  private long sessionEnd(Market market) {
    if (market.instrument().close().isEmpty()) {
      return day.nextStartNanos();
    }
    if (market.nextCloseNanos() <= events.nowNanos()) {
      SessionClose close = market.instrument().close().get();
      DailyTime time = new DailyTime(close.zone(), close.time());
      market.nextCloseNanos(time.nextAfter(events.nowNanos()));
    }
    return market.nextCloseNanos();
  }
}
