package trading.strategies;

import trading.api.Amendment;
import trading.api.Order;
import trading.api.OrderRequest;

/// Says what an order would have become.
final class Amended {

  private Amended() {}

  /// {@return the request that an order would answer to, had it been changed}
  static OrderRequest request(Order order, Amendment amendment) {
    return new OrderRequest(
        order.account(),
        order.instrument().symbol(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.sizing(),
        changed(order.lots(), amendment.lots()),
        changed(order.limitTicks(), amendment.limitTicks()),
        order.clientOrderId(),
        order.terms().withStop(changed(order.terms().stopTicks(), amendment.stopTicks())));
  }

  private static long changed(long was, long asked) {
    return asked == 0 ? was : asked;
  }
}
