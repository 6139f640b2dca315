package trading.core;

import trading.api.Liquidity;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// The naive twin's events about orders.
final class NaiveNews {
  private final NaiveTape tape;

  NaiveNews(NaiveTape tape) {
    this.tape = tape;
  }

  /// An order was accepted, and what it says beyond a plain one.
  void accepted(NaiveOrder o) {
    tape.add(
        new Event.OrderAccepted(
            tape.next(),
            tape.now(),
            o.id,
            o.accountId,
            o.market.id,
            o.side,
            o.type,
            o.timeInForce,
            o.request.sizing(),
            o.status,
            o.lots,
            o.limitTicks,
            o.request.clientOrderId()));
    if (!o.terms().equals(OrderTerms.NONE) || o.entry.isPresent() || o.sibling.isPresent()) {
      tape.add(
          new Event.OrderTermed(
              tape.next(),
              tape.now(),
              o.id,
              o.accountId,
              o.market.id,
              o.side,
              o.terms(),
              o.entryId(),
              o.siblingId()));
    }
  }

  void activated(NaiveOrder o) {
    if (o.market.matching == Matching.BARS && o.request.timeInForce() == TimeInForce.DAY) {
      // Its day begins when it comes on the market.
      o.expireNanos = tape.dayEnds(o.market);
    }
    changed(o);
    tape.add(
        new Event.OrderActivated(
            tape.next(), tape.now(), o.id, o.accountId, o.market.id, o.side, o.lots));
  }

  void triggered(NaiveOrder o, long priceTicks) {
    changed(o);
    tape.add(
        new Event.OrderTriggered(
            tape.next(), tape.now(), o.id, o.accountId, o.market.id, o.side, priceTicks));
  }

  void stopMoved(NaiveOrder o) {
    changed(o);
    tape.add(
        new Event.StopMoved(
            tape.next(), tape.now(), o.id, o.accountId, o.market.id, o.side, o.stopTicks));
  }

  void amended(NaiveOrder o) {
    changed(o);
    tape.add(
        new Event.OrderAmended(
            tape.next(),
            tape.now(),
            o.id,
            o.accountId,
            o.market.id,
            o.side,
            o.lots,
            o.left(),
            o.limitTicks,
            o.stopTicks));
  }

  void reduced(NaiveOrder o, long lots, Reason reason) {
    changed(o);
    tape.add(
        new Event.OrderReduced(
            tape.next(),
            tape.now(),
            o.id,
            o.accountId,
            o.market.id,
            o.side,
            lots,
            o.left(),
            reason));
  }

  void canceled(NaiveOrder o, Reason reason) {
    changed(o);
    tape.add(
        new Event.OrderCanceled(
            tape.next(), tape.now(), o.id, o.accountId, o.market.id, o.side, o.left(), reason));
  }

  void filled(
      NaiveOrder o, long trade, long priceTicks, long lots, long feeMicros, Liquidity part) {
    changed(o);
    tape.add(
        new Event.OrderFilled(
            tape.next(),
            tape.now(),
            o.id,
            trade,
            o.accountId,
            o.market.id,
            o.side,
            priceTicks,
            lots,
            o.left(),
            feeMicros,
            part));
  }

  /// An order that had been accepted to wait was refused.
  void rejected(NaiveOrder o, Refusal why) {
    changed(o);
    tape.add(
        new Event.OrderRejected(
            tape.next(),
            tape.now(),
            o.id,
            o.accountId,
            o.market.id,
            o.side,
            o.lots,
            o.request.clientOrderId(),
            why.reason(),
            why.limit(),
            why.actual(),
            why.rule(),
            why.sentence()));
  }

  private void changed(NaiveOrder order) {
    order.updatedNanos = tape.now();
  }

  void amendmentRefused(NaiveOrder order, Refusal why) {
    tape.add(
        new Event.CancelRejected(
            tape.next(), tape.now(), order.id, order.accountId, why.reason(), why.sentence()));
  }
}
