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
        .putInt(Field.CURRENCY, currencyId)
        .putText(Field.CURRENCY_NAME, currency);
    end();
  }

  void instrumentListed(Market market) {
    Instrument instrument = market.instrument();
    begin(EventType.INSTRUMENT_LISTED)
        .putInt(Field.INSTRUMENT, market.id())
        .putInt(Field.CURRENCY, market.currencyId())
        .putLong(Field.TICK_VALUE_MICROS, market.tickValueMicros())
        .putText(Field.SYMBOL, instrument.symbol())
        .putText(Field.CURRENCY_NAME, instrument.currency())
        .putText(Field.TICK, instrument.tick().toPlainString())
        .putText(Field.LOT, instrument.lot().toPlainString());
    end();
  }

  void accountOpened(int accountId, String account) {
    begin(EventType.ACCOUNT_OPENED)
        .putInt(Field.ACCOUNT, accountId)
        .putText(Field.ACCOUNT_NAME, account);
    end();
  }

  void cashMoved(int accountId, int currencyId, long amountMicros) {
    begin(EventType.CASH_MOVED)
        .putInt(Field.ACCOUNT, accountId)
        .putInt(Field.CURRENCY, currencyId)
        .putLong(Field.AMOUNT_MICROS, amountMicros);
    end();
  }

  void dayStarted(long epochDay) {
    begin(EventType.DAY_STARTED).putInt(Field.DAY, Math.toIntExact(epochDay));
    end();
  }

  RecordBuffer quoted(Market market) {
    return begin(EventType.QUOTED).putInt(Field.INSTRUMENT, market.id());
  }

  void barOpened(Market market, long openTicks) {
    begin(EventType.BAR_OPENED)
        .putInt(Field.INSTRUMENT, market.id())
        .putLong(Field.MARK_TICKS, openTicks);
    end();
  }

  void barClosed(Market market, long highTicks, long lowTicks, long closeTicks) {
    begin(EventType.BAR_CLOSED)
        .putInt(Field.INSTRUMENT, market.id())
        .putLong(Field.HIGH_TICKS, highTicks)
        .putLong(Field.LOW_TICKS, lowTicks)
        .putLong(Field.MARK_TICKS, closeTicks);
    end();
  }

  void accepted(long orderId, OrderStatus status) {
    order(EventType.ORDER_ACCEPTED, orderId)
        .putByte(Field.ORDER_TYPE, orders.type(orderId).ordinal())
        .putByte(Field.TIME_IN_FORCE, orders.timeInForce(orderId).ordinal())
        .putByte(Field.SIZING, orders.sizing(orderId).ordinal())
        .putByte(Field.STATUS, status.ordinal())
        .putLong(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .putLong(Field.LIMIT_TICKS, orders.get(orderId, OrderTable.LIMIT_TICKS))
        .putLong(Field.CLIENT_ORDER, orders.get(orderId, OrderTable.CLIENT_ORDER));
    end();
  }

  void activated(long orderId) {
    order(EventType.ORDER_ACTIVATED, orderId)
        .putLong(Field.LOTS, orders.get(orderId, OrderTable.LOTS));
    end();
  }

  void canceled(long orderId, long lots, Reason reason) {
    order(EventType.ORDER_CANCELED, orderId)
        .putLong(Field.LOTS, lots)
        .putShort(Field.REASON, reason.code());
    end();
  }

  /// Writes what the order that was accepted just before says beyond a plain one.
  void terms(long orderId) {
    order(EventType.ORDER_TERMS, orderId)
        .putLong(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP))
        .putLong(Field.TRAIL_TICKS, orders.term(orderId, TermsTable.TRAIL_TICKS))
        .putInt(Field.TRAIL_BASIS_POINTS, narrow(orderId, TermsTable.TRAIL_BASIS_POINTS))
        .putByte(Field.TRIGGER_PRICE, narrow(orderId, TermsTable.TRIGGER_PRICE))
        .putLong(Field.DISPLAY_LOTS, orders.term(orderId, TermsTable.DISPLAY))
        .putByte(Field.POST_ONLY, narrow(orderId, TermsTable.POST_ONLY))
        .putByte(Field.REDUCE_ONLY, narrow(orderId, TermsTable.REDUCE_ONLY))
        .putLong(Field.EXPIRE_NANOS, orders.term(orderId, TermsTable.EXPIRE))
        .putLong(Field.ENTRY_ORDER, orders.term(orderId, TermsTable.ENTRY))
        .putLong(Field.SIBLING_ORDER, orders.term(orderId, TermsTable.SIBLING));
    end();
  }

  void triggered(long orderId, long priceTicks) {
    order(EventType.ORDER_TRIGGERED, orderId).putLong(Field.PRICE_TICKS, priceTicks);
    end();
  }

  void stopMoved(long orderId) {
    order(EventType.STOP_MOVED, orderId)
        .putLong(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP));
    end();
  }

  void amended(long orderId) {
    order(EventType.ORDER_AMENDED, orderId)
        .putLong(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .putLong(Field.REMAINING_LOTS, orders.remaining(orderId))
        .putLong(Field.LIMIT_TICKS, orders.get(orderId, OrderTable.LIMIT_TICKS))
        .putLong(Field.STOP_TICKS, orders.term(orderId, TermsTable.STOP));
    end();
  }

  void reduced(long orderId, long lots, long left, Reason reason) {
    order(EventType.ORDER_REDUCED, orderId)
        .putLong(Field.LOTS, lots)
        .putLong(Field.REMAINING_LOTS, left)
        .putShort(Field.REASON, reason.code());
    end();
  }

  void selfTradeSet(int accountId, SelfTradePrevention mode) {
    begin(EventType.SELF_TRADE_SET)
        .putInt(Field.ACCOUNT, accountId)
        .putByte(Field.SELF_TRADE, mode.ordinal());
    end();
  }

  void sessionCloseSet(Market market, SessionClose close) {
    begin(EventType.SESSION_CLOSE_SET)
        .putInt(Field.INSTRUMENT, market.id())
        .putLong(Field.TIME_OF_DAY, close.time().toNanoOfDay())
        .putText(Field.ZONE, close.zone().getId());
    end();
  }

  /// Writes the fill of one side of a trade; the order's row has it already.
  void filled(
      long orderId, long tradeId, long priceTicks, long lots, long feeMicros, Liquidity part) {
    parties(
            begin(EventType.ORDER_FILLED)
                .putLong(Field.ORDER, orderId)
                .putLong(Field.TRADE, tradeId),
            orderId)
        .putLong(Field.PRICE_TICKS, priceTicks)
        .putLong(Field.LOTS, lots)
        .putLong(Field.REMAINING_LOTS, orders.remaining(orderId))
        .putLong(Field.FEE_MICROS, feeMicros)
        .putByte(Field.LIQUIDITY, part.ordinal());
    end();
  }

  /// Writes the rejection of a waiting order.
  void rejected(long orderId, Refusal refusal) {
    order(EventType.ORDER_REJECTED, orderId)
        .putLong(Field.LOTS, orders.get(orderId, OrderTable.LOTS))
        .putLong(Field.CLIENT_ORDER, orders.get(orderId, OrderTable.CLIENT_ORDER));
    refusal(refusal);
  }

  /// Writes the refusal of a request that never became an order.
  void refused(int accountId, int instrumentId, OrderRequest request, Refusal refusal) {
    begin(EventType.ORDER_REJECTED)
        .putLong(Field.ORDER, 0)
        .putInt(Field.ACCOUNT, accountId)
        .putInt(Field.INSTRUMENT, instrumentId)
        .putByte(Field.SIDE, request.side().ordinal())
        .putLong(Field.LOTS, request.lots())
        .putLong(Field.CLIENT_ORDER, request.clientOrderId());
    refusal(refusal);
  }

  void cancelRejected(long orderId, int accountId, Refusal refusal) {
    begin(EventType.CANCEL_REJECTED)
        .putLong(Field.ORDER, orderId)
        .putInt(Field.ACCOUNT, accountId)
        .putShort(Field.REASON, refusal.reason().code())
        .putText(Field.SENTENCE, refusal.sentence());
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
        .putShort(Field.REASON, refusal.reason().code())
        .putLong(Field.BOUND, refusal.limit())
        .putLong(Field.ACTUAL, refusal.actual())
        .putText(Field.RULE, refusal.rule())
        .putText(Field.SENTENCE, refusal.sentence());
    end();
  }

  private RecordBuffer order(EventType type, long orderId) {
    return parties(begin(type).putLong(Field.ORDER, orderId), orderId);
  }

  private RecordBuffer parties(RecordBuffer record, long orderId) {
    return record
        .putInt(Field.ACCOUNT, orders.account(orderId))
        .putInt(Field.INSTRUMENT, orders.instrument(orderId))
        .putByte(Field.SIDE, orders.side(orderId).ordinal());
  }

  private int narrow(long orderId, int column) {
    return Math.toIntExact(orders.term(orderId, column));
  }

  private RecordBuffer begin(EventType type) {
    return buffer.begin(type.layout(), ++seq, nowNanos);
  }
}
