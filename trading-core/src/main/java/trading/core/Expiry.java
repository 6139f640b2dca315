package trading.core;

import trading.api.OrderRequest;
import trading.api.SessionClose;
import trading.api.TimeInForce;

/// When orders expire, and which do now.
// Hot: engine only; allocates nothing but once after an instrument's close.
final class Expiry {
  private final OrderTable orders;
  private final EventWriter events;
  private final TradingDay day;
  private final Expiries due = new Expiries();

  Expiry(OrderTable orders, EventWriter events, TradingDay day) {
    this.orders = orders;
    this.events = events;
    this.day = day;
  }

  /// {@return when a new order expires, nanoseconds since the epoch; 0 for never}
  long of(OrderRequest request, Market market, long orderId) {
    long expire =
        request.timeInForce() == TimeInForce.DAY
            ? sessionEnd(market)
            : request.terms().expireNanos();
    if (expire != 0) {
      due.add(expire, orderId);
    }
    return expire;
  }

  /// {@return the next order that expires now, or 0}
  long next() {
    while (due.isDue(events.nowNanos())) {
      long orderId = due.takeFirst();
      if (!orders.status(orderId).isTerminal()) {
        return orderId;
      }
    }
    return 0;
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
