package trading.core;

import java.time.Instant;
import java.time.LocalTime;
import trading.api.OrderTerms;
import trading.api.TriggerPrice;
import trading.api.event.Event;

/// An event as one line for people: its number, kind and every field but the time.
final class EventText {
  private EventText() {}

  static String of(Event event) {
    return "["
        + event.seq()
        + "] "
        + switch (event) {
          case Event.CurrencyListed e -> "currency " + e.currencyId() + " is " + e.currency();
          case Event.InstrumentListed e ->
              "instrument %d is %s in %s (currency %d), tick %s, lot %s, tick value %d"
                  .formatted(
                      e.instrumentId(),
                      e.symbol(),
                      e.currency(),
                      e.currencyId(),
                      e.tick(),
                      e.lot(),
                      e.tickValueMicros());
          case Event.AccountOpened e -> "account " + e.accountId() + " is " + e.account();
          case Event.CashMoved e ->
              "cash of account %d in currency %d moved by %d"
                  .formatted(e.accountId(), e.currencyId(), e.amountMicros());
          case Event.DayStarted e ->
              "day %d started at %s".formatted(e.epochDay(), Instant.EPOCH.plusNanos(e.atNanos()));
          case Event.Quoted e ->
              "quoted %d: bid %d x %d, ask %d x %d, mark %d"
                  .formatted(
                      e.instrumentId(),
                      e.bidTicks(),
                      e.bidLots(),
                      e.askTicks(),
                      e.askLots(),
                      e.markTicks());
          case Event.BarOpened e ->
              "bar of %d opened at %d".formatted(e.instrumentId(), e.markTicks());
          case Event.BarClosed e ->
              "bar of %d closed: high %d, low %d, close %d"
                  .formatted(e.instrumentId(), e.highTicks(), e.lowTicks(), e.markTicks());
          case Event.OrderAccepted e ->
              "order %d accepted %s: account %d, instrument %d, %s %d %s %s limit %d %s client %d"
                  .formatted(
                      e.orderId(),
                      e.status(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      e.lots(),
                      e.sizing(),
                      e.type(),
                      e.limitTicks(),
                      e.timeInForce(),
                      e.clientOrderId());
          case Event.OrderActivated e ->
              "order %d activated: account %d, instrument %d, %s %d"
                  .formatted(e.orderId(), e.accountId(), e.instrumentId(), e.side(), e.lots());
          case Event.OrderFilled e ->
              ("order %d filled: trade %d, account %d, instrument %d, "
                      + "%s %d at %d as %s, left %d, fee %d")
                  .formatted(
                      e.orderId(),
                      e.tradeId(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      e.lots(),
                      e.priceTicks(),
                      e.liquidity(),
                      e.remainingLots(),
                      e.feeMicros());
          case Event.OrderCanceled e ->
              "order %d canceled: account %d, instrument %d, %s %d, %s"
                  .formatted(
                      e.orderId(), e.accountId(), e.instrumentId(), e.side(), e.lots(), e.reason());
          case Event.OrderRejected e ->
              ("order %d rejected: account %d, instrument %d, %s %d client %d, "
                      + "%s [%s] bound %d, actual %d: %s")
                  .formatted(
                      e.orderId(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      e.lots(),
                      e.clientOrderId(),
                      e.reason(),
                      e.rule(),
                      e.bound(),
                      e.actual(),
                      e.sentence());
          case Event.CancelRejected e ->
              "cancel of order %d rejected: account %d, %s: %s"
                  .formatted(e.orderId(), e.accountId(), e.reason(), e.sentence());
          case Event.OrderTermed e ->
              "order %d terms: account %d, instrument %d, %s%s%s%s"
                  .formatted(
                      e.orderId(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      terms(e.terms()),
                      e.entryId() == 0 ? "" : ", entry " + e.entryId(),
                      e.siblingId() == 0 ? "" : ", sibling " + e.siblingId());
          case Event.OrderTriggered e ->
              "order %d triggered: account %d, instrument %d, %s at %d"
                  .formatted(
                      e.orderId(), e.accountId(), e.instrumentId(), e.side(), e.priceTicks());
          case Event.StopMoved e ->
              "order %d stop moved: account %d, instrument %d, %s to %d"
                  .formatted(e.orderId(), e.accountId(), e.instrumentId(), e.side(), e.stopTicks());
          case Event.OrderAmended e ->
              "order %d amended: account %d, instrument %d, %s %d, left %d, limit %d, stop %d"
                  .formatted(
                      e.orderId(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      e.lots(),
                      e.remainingLots(),
                      e.limitTicks(),
                      e.stopTicks());
          case Event.OrderReduced e ->
              "order %d reduced: account %d, instrument %d, %s by %d, left %d, %s"
                  .formatted(
                      e.orderId(),
                      e.accountId(),
                      e.instrumentId(),
                      e.side(),
                      e.lots(),
                      e.remainingLots(),
                      e.reason());
          case Event.SelfTradeSet e ->
              "self-trade prevention of account %d is %s".formatted(e.accountId(), e.mode());
          case Event.SessionCloseSet e ->
              "session of instrument %d closes at %s in %s"
                  .formatted(e.instrumentId(), LocalTime.ofNanoOfDay(e.timeOfDayNanos()), e.zone());
        };
  }

  /// {@return what an order says beyond a plain one}
  private static String terms(OrderTerms terms) {
    return (terms.stopTicks() == 0 ? "" : ", stop " + terms.stopTicks())
        + (terms.trailTicks() == 0 ? "" : ", trail " + terms.trailTicks())
        + (terms.trailBasisPoints() == 0 ? "" : ", trail " + terms.trailBasisPoints() + "bp")
        + (terms.triggerPrice() == TriggerPrice.LAST ? "" : ", on " + terms.triggerPrice())
        + (terms.displayLots() == 0 ? "" : ", show " + terms.displayLots())
        + (terms.postOnly() ? ", post-only" : "")
        + (terms.reduceOnly() ? ", reduce-only" : "")
        + (terms.expireNanos() == 0
            ? ""
            : ", until " + Instant.EPOCH.plusNanos(terms.expireNanos()));
  }
}
