package trading.core;

import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;

/// Writes the command that runs, in the encoding that a journal keeps.
// Hot: engine only; allocates nothing once warm for orders, cancels and market data.
final class CommandWriter {
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventWriter events;

  CommandWriter(EventWriter events) {
    this.events = events;
  }

  RecordBuffer buffer() {
    return buffer;
  }

  void listInstrument(Instrument instrument) {
    begin(CommandType.LIST_INSTRUMENT)
        .put(Field.SYMBOL, instrument.symbol())
        .put(Field.CURRENCY_NAME, instrument.currency())
        .put(Field.TICK, instrument.tick().toPlainString())
        .put(Field.LOT, instrument.lot().toPlainString())
        .end();
  }

  void openAccount(String account) {
    begin(CommandType.OPEN_ACCOUNT).put(Field.ACCOUNT_NAME, account).end();
  }

  void moveCash(int accountId, String currency, long amountMicros) {
    begin(CommandType.MOVE_CASH)
        .put(Field.ACCOUNT, accountId)
        .put(Field.AMOUNT_MICROS, amountMicros)
        .put(Field.CURRENCY_NAME, currency)
        .end();
  }

  void advance() {
    begin(CommandType.ADVANCE).end();
  }

  /// Begins a quote; the caller puts its prices and sizes and ends it.
  RecordBuffer quote(Market market) {
    return begin(CommandType.QUOTE).put(Field.INSTRUMENT, market.id());
  }

  void openBar(Market market, long openTicks) {
    begin(CommandType.OPEN_BAR)
        .put(Field.INSTRUMENT, market.id())
        .put(Field.MARK_TICKS, openTicks)
        .end();
  }

  void closeBar(Market market, long highTicks, long lowTicks, long closeTicks) {
    begin(CommandType.CLOSE_BAR)
        .put(Field.INSTRUMENT, market.id())
        .put(Field.HIGH_TICKS, highTicks)
        .put(Field.LOW_TICKS, lowTicks)
        .put(Field.MARK_TICKS, closeTicks)
        .end();
  }

  void placeOrder(OrderRequest request, int accountId, int instrumentId) {
    if (accountId == Registry.UNKNOWN || instrumentId == Registry.UNKNOWN) {
      order(CommandType.PLACE_UNKNOWN, request)
          .put(Field.ACCOUNT_NAME, Inputs.wellFormed(request.account()))
          .put(Field.SYMBOL, Inputs.wellFormed(request.symbol()))
          .end();
    } else {
      order(CommandType.PLACE_ORDER, request)
          .put(Field.ACCOUNT, accountId)
          .put(Field.INSTRUMENT, instrumentId)
          .end();
    }
  }

  void cancelOrder(String account, int accountId, long orderId) {
    if (accountId == Registry.UNKNOWN) {
      begin(CommandType.CANCEL_UNKNOWN)
          .put(Field.ORDER, orderId)
          .put(Field.ACCOUNT_NAME, Inputs.wellFormed(account))
          .end();
    } else {
      begin(CommandType.CANCEL_ORDER).put(Field.ACCOUNT, accountId).put(Field.ORDER, orderId).end();
    }
  }

  private RecordBuffer order(CommandType type, OrderRequest request) {
    return begin(type)
        .put(Field.SIDE, request.side().ordinal())
        .put(Field.ORDER_TYPE, request.type().ordinal())
        .put(Field.TIME_IN_FORCE, request.timeInForce().ordinal())
        .put(Field.SIZING, request.sizing().ordinal())
        .put(Field.LOTS, request.lots())
        .put(Field.LIMIT_TICKS, request.limitTicks())
        .put(Field.CLIENT_ORDER, request.clientOrderId());
  }

  private RecordBuffer begin(CommandType type) {
    return buffer.begin(type.layout(), events.seq() + 1, events.nowNanos());
  }
}
