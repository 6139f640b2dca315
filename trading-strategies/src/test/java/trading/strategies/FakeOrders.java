package trading.strategies;

import java.util.Optional;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Sizing;

/// The orders of the fake engine, from one state to the next.
final class FakeOrders {

  private FakeOrders() {}

  static Order accepted(
      long id,
      Instrument instrument,
      OrderRequest request,
      OrderStatus status,
      long entryId,
      long siblingId,
      long nowNanos) {
    return new Order(
        id,
        request.account(),
        instrument,
        request.side(),
        request.type(),
        request.timeInForce(),
        request.sizing(),
        status,
        request.lots(),
        0,
        0,
        0,
        request.limitTicks(),
        request.clientOrderId(),
        nowNanos,
        nowNanos,
        request.terms(),
        false,
        entryId,
        siblingId,
        Optional.empty());
  }

  static Order changed(Order order, OrderStatus status, long lots, long micros, long nowNanos) {
    long quantity = order.sizing() == Sizing.ALL_IN ? lots : order.lots();
    return with(
        order,
        status,
        quantity,
        order.filledLots() + lots,
        order.filledMicros() + micros,
        order.limitTicks(),
        order.terms(),
        nowNanos,
        Optional.empty());
  }

  static Order amended(Order order, Amendment amendment, long nowNanos) {
    OrderTerms terms = order.terms();
    return with(
        order,
        order.status(),
        amendment.lots() == 0 ? order.lots() : amendment.lots(),
        order.filledLots(),
        order.filledMicros(),
        amendment.limitTicks() == 0 ? order.limitTicks() : amendment.limitTicks(),
        amendment.stopTicks() == 0 ? terms : terms.withStop(amendment.stopTicks()),
        nowNanos,
        Optional.empty());
  }

  static Order ended(Order order, OrderStatus status, Reason reason, long nowNanos) {
    return with(
        order,
        status,
        order.sizing() == Sizing.ALL_IN ? 0 : order.lots(),
        order.filledLots(),
        order.filledMicros(),
        order.limitTicks(),
        order.terms(),
        nowNanos,
        Optional.of(reason));
  }

  static boolean isIn(CancelScope scope, Order order) {
    return scope.account().map(order.account()::equals).orElse(true)
        && scope.symbol().map(order.instrument().symbol()::equals).orElse(true);
  }

  private static Order with(
      Order order,
      OrderStatus status,
      long lots,
      long filledLots,
      long filledMicros,
      long limitTicks,
      OrderTerms terms,
      long nowNanos,
      Optional<Reason> reason) {
    return new Order(
        order.id(),
        order.account(),
        order.instrument(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.sizing(),
        status,
        lots,
        filledLots,
        filledMicros,
        0,
        limitTicks,
        order.clientOrderId(),
        order.createdNanos(),
        nowNanos,
        terms,
        false,
        order.entryId(),
        order.siblingId(),
        reason);
  }
}
