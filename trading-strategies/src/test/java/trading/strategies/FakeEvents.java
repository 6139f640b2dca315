package trading.strategies;

import trading.api.Liquidity;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.event.Event;

/// The events of the fake engine, whose instruments are all number 1.
final class FakeEvents {

  private FakeEvents() {}

  /// An event that has yet to take place.
  @FunctionalInterface
  interface Unnumbered {
    Event at(long seq, long atNanos);
  }

  static Unnumbered accepted(Order order, int account) {
    return (seq, atNanos) ->
        new Event.OrderAccepted(
            seq,
            atNanos,
            order.id(),
            account,
            1,
            order.side(),
            order.type(),
            order.timeInForce(),
            order.sizing(),
            order.status(),
            order.lots(),
            order.limitTicks(),
            order.clientOrderId());
  }

  static Unnumbered activated(Order order, int account) {
    return (seq, atNanos) ->
        new Event.OrderActivated(seq, atNanos, order.id(), account, 1, order.side(), order.lots());
  }

  static Unnumbered triggered(Order order, int account, long priceTicks) {
    return (seq, atNanos) ->
        new Event.OrderTriggered(seq, atNanos, order.id(), account, 1, order.side(), priceTicks);
  }

  static Unnumbered stopMoved(Order order, int account, long stopTicks) {
    return (seq, atNanos) ->
        new Event.StopMoved(seq, atNanos, order.id(), account, 1, order.side(), stopTicks);
  }

  static Unnumbered reduced(Order order, int account, long lots) {
    return (seq, atNanos) ->
        new Event.OrderReduced(
            seq,
            atNanos,
            order.id(),
            account,
            1,
            order.side(),
            lots,
            order.remainingLots() - lots,
            Reason.LINKED_ORDER);
  }

  static Unnumbered amended(Order order, int account) {
    return (seq, atNanos) ->
        new Event.OrderAmended(
            seq,
            atNanos,
            order.id(),
            account,
            1,
            order.side(),
            order.lots(),
            order.remainingLots(),
            order.limitTicks(),
            order.terms().stopTicks());
  }

  static Unnumbered canceled(Order order, int account, Reason reason) {
    return (seq, atNanos) ->
        new Event.OrderCanceled(
            seq, atNanos, order.id(), account, 1, order.side(), order.remainingLots(), reason);
  }

  static Unnumbered rejected(Order order, int account, Reason reason) {
    return (seq, atNanos) ->
        new Event.OrderRejected(
            seq,
            atNanos,
            order.id(),
            account,
            1,
            order.side(),
            order.lots(),
            order.clientOrderId(),
            reason,
            0,
            0,
            "",
            "refused at the open");
  }

  static Unnumbered refused(OrderRequest request, int account, Refusal refusal) {
    return (seq, atNanos) ->
        new Event.OrderRejected(
            seq,
            atNanos,
            0,
            account,
            1,
            request.side(),
            request.lots(),
            request.clientOrderId(),
            refusal.reason(),
            0,
            0,
            "",
            refusal.sentence());
  }

  static Unnumbered filled(
      Order order, int account, long trade, long priceTicks, long lots, long remainingLots) {
    return (seq, atNanos) ->
        new Event.OrderFilled(
            seq,
            atNanos,
            order.id(),
            trade,
            account,
            1,
            order.side(),
            priceTicks,
            lots,
            remainingLots,
            0,
            Liquidity.TAKER);
  }
}
