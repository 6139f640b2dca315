package trading.core;

import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
import trading.api.event.EventCursor;
import trading.api.event.EventType;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.api.spi.Ledger;
import trading.api.spi.RiskGate;

/// Writes events, numbers them, and lets ledger and gate apply each at once.
// Hot: engine only; allocates nothing once warm, unless something is refused or listed.
final class EventWriter {
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();
  private final OrderTable orders;
  private final Ledger ledger;
  private final RiskGate gate;
  private long seq;
  private long nowNanos = Long.MIN_VALUE;

  EventWriter(OrderTable orders, Ledger ledger, RiskGate gate) {
    this.orders = orders;
    this.ledger = ledger;
    this.gate = gate;
  }

  /// {@return the events of the command that runs}
  RecordBuffer buffer() {
    return buffer;
  }

  long nowNanos() {
    return nowNanos;
  }

  void nowNanos(long newNowNanos) {
    nowNanos = newNowNanos;
  }

  /// {@return the number of the last event}
  long seq() {
    return seq;
  }

  void currencyListed(int currencyId, String currency) {
    begin(EventType.CURRENCY_LISTED)
        .put(Field.CURRENCY, currencyId)
        .put(Field.CURRENCY_NAME, currency);
    end();
  }

  void instrumentListed(Market market) {
    Instrument instrument = market.instrument();
    begin(EventType.INSTRUMENT_LISTED)
        .put(Field.INSTRUMENT, market.id())
        .put(Field.CURRENCY, market.currencyId())
        .put(Field.TICK_VALUE_MICROS, market.tickValueMicros())
        .put(Field.SYMBOL, instrument.symbol())
        .put(Field.CURRENCY_NAME, instrument.currency())
        .put(Field.TICK, instrument.tick().toPlainString())
        .put(Field.LOT, instrument.lot().toPlainString());
    end();
  }

  void accountOpened(int accountId, String account) {
    begin(EventType.ACCOUNT_OPENED).put(Field.ACCOUNT, accountId).put(Field.ACCOUNT_NAME, account);
    end();
  }

  void cashMoved(int accountId, int currencyId, long amountMicros) {
    begin(EventType.CASH_MOVED)
        .put(Field.ACCOUNT, accountId)
        .put(Field.CURRENCY, currencyId)
        .put(Field.AMOUNT_MICROS, amountMicros);
    end();
  }

  void dayStarted(long epochDay) {
    begin(EventType.DAY_STARTED).put(Field.DAY, epochDay);
    end();
  }

  RecordBuffer quoted(Market market) {
    return begin(EventType.QUOTED).put(Field.INSTRUMENT, market.id());
  }

  void barOpened(Market market, long openTicks) {
    begin(EventType.BAR_OPENED).put(Field.INSTRUMENT, market.id()).put(Field.MARK_TICKS, openTicks);
    end();
  }

  void barClosed(Market market, long highTicks, long lowTicks, long closeTicks) {
    begin(EventType.BAR_CLOSED)
        .put(Field.INSTRUMENT, market.id())
        .put(Field.HIGH_TICKS, highTicks)
        .put(Field.LOW_TICKS, lowTicks)
        .put(Field.MARK_TICKS, closeTicks);
    end();
  }

  void accepted(long orderId, OrderStatus status) {
    order(EventType.ORDER_ACCEPTED, orderId)
        .put(Field.ORDER_TYPE, orders.type(orderId).ordinal())
        .put(Field.TIME_IN_FORCE, orders.timeInForce(orderId).ordinal())
        .put(Field.SIZING, orders.sizing(orderId).ordinal())
        .put(Field.STATUS, status.ordinal())
        .put(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .put(Field.LIMIT_TICKS, orders.get(orderId, OrderTable.LIMIT_TICKS))
        .put(Field.CLIENT_ORDER, orders.get(orderId, OrderTable.CLIENT_ORDER));
    end();
  }

  void activated(long orderId) {
    order(EventType.ORDER_ACTIVATED, orderId).put(Field.LOTS, orders.get(orderId, OrderTable.LOTS));
    end();
  }

  void canceled(long orderId, long lots, Reason reason) {
    order(EventType.ORDER_CANCELED, orderId).put(Field.LOTS, lots).put(Field.REASON, reason.code());
    end();
  }

  /// Writes what the order that was accepted just before says beyond a plain one.
  void terms(long orderId) {
    order(EventType.ORDER_TERMS, orderId)
        .put(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP))
        .put(Field.TRAIL_TICKS, orders.term(orderId, TermsTable.TRAIL_TICKS))
        .put(Field.TRAIL_BASIS_POINTS, orders.term(orderId, TermsTable.TRAIL_BASIS_POINTS))
        .put(Field.TRIGGER_PRICE, orders.term(orderId, TermsTable.TRIGGER_PRICE))
        .put(Field.DISPLAY_LOTS, orders.term(orderId, TermsTable.DISPLAY))
        .put(Field.POST_ONLY, orders.term(orderId, TermsTable.POST_ONLY))
        .put(Field.REDUCE_ONLY, orders.term(orderId, TermsTable.REDUCE_ONLY))
        .put(Field.EXPIRE_NANOS, orders.term(orderId, TermsTable.EXPIRE))
        .put(Field.ENTRY_ORDER, orders.term(orderId, TermsTable.ENTRY))
        .put(Field.SIBLING_ORDER, orders.term(orderId, TermsTable.SIBLING));
    end();
  }

  void triggered(long orderId, long priceTicks) {
    order(EventType.ORDER_TRIGGERED, orderId).put(Field.PRICE_TICKS, priceTicks);
    end();
  }

  void stopMoved(long orderId) {
    order(EventType.STOP_MOVED, orderId)
        .put(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP));
    end();
  }

  void amended(long orderId) {
    order(EventType.ORDER_AMENDED, orderId)
        .put(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .put(Field.REMAINING_LOTS, orders.remaining(orderId))
        .put(Field.LIMIT_TICKS, orders.get(orderId, OrderTable.LIMIT_TICKS))
        .put(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP));
    end();
  }

  void reduced(long orderId, long lots, long left, Reason reason) {
    order(EventType.ORDER_REDUCED, orderId)
        .put(Field.LOTS, lots)
        .put(Field.REMAINING_LOTS, left)
        .put(Field.REASON, reason.code());
    end();
  }

  void selfTradeSet(int accountId, SelfTradePrevention mode) {
    begin(EventType.SELF_TRADE_SET)
        .put(Field.ACCOUNT, accountId)
        .put(Field.SELF_TRADE, mode.ordinal());
    end();
  }

  void sessionCloseSet(Market market, SessionClose close) {
    begin(EventType.SESSION_CLOSE_SET)
        .put(Field.INSTRUMENT, market.id())
        .put(Field.TIME_OF_DAY, close.time().toNanoOfDay())
        .put(Field.ZONE, close.zone().getId());
    end();
  }

  /// Writes the fill of one side of a trade; the order's row has it already.
  void filled(
      long orderId, long tradeId, long priceTicks, long lots, long feeMicros, Liquidity part) {
    order(EventType.ORDER_FILLED, orderId)
        .put(Field.TRADE, tradeId)
        .put(Field.PRICE_TICKS, priceTicks)
        .put(Field.LOTS, lots)
        .put(Field.REMAINING_LOTS, orders.remaining(orderId))
        .put(Field.FEE_MICROS, feeMicros)
        .put(Field.LIQUIDITY, part.ordinal());
    end();
  }

  /// Writes the rejection of a waiting order.
  void rejected(long orderId, Refusal refusal) {
    order(EventType.ORDER_REJECTED, orderId)
        .put(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .put(Field.CLIENT_ORDER, orders.get(orderId, OrderTable.CLIENT_ORDER));
    refusal(refusal);
  }

  /// Writes the refusal of a request that never became an order.
  void refused(int accountId, int instrumentId, OrderRequest request, Refusal refusal) {
    begin(EventType.ORDER_REJECTED)
        .put(Field.ACCOUNT, accountId)
        .put(Field.INSTRUMENT, instrumentId)
        .put(Field.SIDE, request.side().ordinal())
        .put(Field.LOTS, request.lots())
        .put(Field.CLIENT_ORDER, request.clientOrderId());
    refusal(refusal);
  }

  void cancelRejected(long orderId, int accountId, Refusal refusal) {
    begin(EventType.CANCEL_REJECTED)
        .put(Field.ORDER, orderId)
        .put(Field.ACCOUNT, accountId)
        .put(Field.REASON, refusal.reason().code())
        .put(Field.SENTENCE, refusal.sentence());
    end();
  }

  /// Ends an event: from here on it has happened.
  void end() {
    buffer.end();
    cursor.wrapLast(buffer);
    ledger.apply(cursor);
    gate.apply(cursor, ledger);
  }

  private void refusal(Refusal refusal) {
    buffer
        .put(Field.REASON, refusal.reason().code())
        .put(Field.BOUND, refusal.limit())
        .put(Field.ACTUAL, refusal.actual())
        .put(Field.RULE, refusal.rule())
        .put(Field.SENTENCE, refusal.sentence());
    end();
  }

  private RecordBuffer order(EventType type, long orderId) {
    return begin(type)
        .put(Field.ORDER, orderId)
        .put(Field.ACCOUNT, orders.account(orderId))
        .put(Field.INSTRUMENT, orders.instrument(orderId))
        .put(Field.SIDE, orders.side(orderId).ordinal());
  }

  private RecordBuffer begin(EventType type) {
    return buffer.begin(type.layout(), ++seq, nowNanos);
  }
}
