package trading.core;

import java.time.Instant;
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
        };
  }
}
