package trading.core;

import java.util.Optional;
import trading.api.Amendment;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
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
    Optional<SessionClose> close = instrument.close();
    if (close.isEmpty()) {
      texts(begin(CommandType.LIST_INSTRUMENT), instrument).end();
    } else {
      RecordBuffer record = begin(CommandType.LIST_CLOSING);
      record.putLong(Field.TIME_OF_DAY, close.get().time().toNanoOfDay());
      texts(record, instrument).putText(Field.ZONE, close.get().zone().getId()).end();
    }
  }

  void openAccount(String account) {
    begin(CommandType.OPEN_ACCOUNT).putText(Field.ACCOUNT_NAME, account).end();
  }

  void moveCash(int accountId, String currency, long amountMicros) {
    begin(CommandType.MOVE_CASH)
        .putInt(Field.ACCOUNT, accountId)
        .putLong(Field.AMOUNT_MICROS, amountMicros)
        .putText(Field.CURRENCY_NAME, currency)
        .end();
  }

  void advance() {
    begin(CommandType.ADVANCE).end();
  }

  /// Begins a quote; the caller puts its prices and sizes and ends it.
  RecordBuffer quote(Market market) {
    return begin(CommandType.QUOTE).putInt(Field.INSTRUMENT, market.id());
  }

  void openBar(Market market, long openTicks) {
    begin(CommandType.OPEN_BAR)
        .putInt(Field.INSTRUMENT, market.id())
        .putLong(Field.MARK_TICKS, openTicks)
        .end();
  }

  void closeBar(Market market, long highTicks, long lowTicks, long closeTicks) {
    begin(CommandType.CLOSE_BAR)
        .putInt(Field.INSTRUMENT, market.id())
        .putLong(Field.HIGH_TICKS, highTicks)
        .putLong(Field.LOW_TICKS, lowTicks)
        .putLong(Field.MARK_TICKS, closeTicks)
        .end();
  }

  void placeOrder(OrderRequest request, int accountId, int instrumentId) {
    if (accountId == Registry.UNKNOWN || instrumentId == Registry.UNKNOWN) {
      put(begin(CommandType.PLACE_UNKNOWN), request)
          .putText(Field.ACCOUNT_NAME, Inputs.wellFormed(request.account()))
          .putText(Field.SYMBOL, Inputs.wellFormed(request.symbol()))
          .end();
      return;
    }
    boolean plain = request.terms().equals(OrderTerms.NONE);
    RecordBuffer record =
        begin(plain ? CommandType.PLACE_ORDER : CommandType.PLACE_TERMED)
            .putInt(Field.ACCOUNT, accountId)
            .putInt(Field.INSTRUMENT, instrumentId);
    put(record, request);
    if (!plain) {
      put(record, request.terms());
    }
    record.end();
  }

  void placeLinked(LinkedOrders linked, Registry names) {
    begin(CommandType.PLACE_LINKED)
        .putByte(Field.LINK, LinkKind.of(linked).code())
        .putInt(Field.COUNT, linked.orders().size())
        .end();
    for (OrderRequest request : linked.orders()) {
      Market market = names.market(request.symbol());
      placeOrder(
          request,
          names.accountId(request.account()),
          market == null ? Registry.UNKNOWN : market.id());
    }
  }

  void amendOrder(String account, int accountId, long orderId, Amendment amendment) {
    boolean unknown = accountId == Registry.UNKNOWN;
    RecordBuffer record =
        unknown
            ? begin(CommandType.AMEND_UNKNOWN)
            : begin(CommandType.AMEND_ORDER).putInt(Field.ACCOUNT, accountId);
    record
        .putLong(Field.ORDER, orderId)
        .putLong(Field.LOTS, amendment.lots())
        .putLong(Field.LIMIT_TICKS, amendment.limitTicks())
        .putLong(Field.STOP_TICKS, amendment.stopTicks());
    if (unknown) {
      record.putText(Field.ACCOUNT_NAME, Inputs.wellFormed(account));
    }
    record.end();
  }

  void cancelOrders(int accountId, int instrumentId) {
    begin(CommandType.CANCEL_ORDERS)
        .putInt(Field.ACCOUNT, accountId)
        .putInt(Field.INSTRUMENT, instrumentId)
        .end();
  }

  void setSelfTrade(int accountId, SelfTradePrevention mode) {
    begin(CommandType.SET_SELF_TRADE)
        .putInt(Field.ACCOUNT, accountId)
        .putByte(Field.SELF_TRADE, mode.ordinal())
        .end();
  }

  void cancelOrder(String account, int accountId, long orderId) {
    if (accountId == Registry.UNKNOWN) {
      begin(CommandType.CANCEL_UNKNOWN)
          .putLong(Field.ORDER, orderId)
          .putText(Field.ACCOUNT_NAME, Inputs.wellFormed(account))
          .end();
    } else {
      begin(CommandType.CANCEL_ORDER)
          .putInt(Field.ACCOUNT, accountId)
          .putLong(Field.ORDER, orderId)
          .end();
    }
  }

  private static RecordBuffer put(RecordBuffer record, OrderRequest request) {
    return record
        .putByte(Field.SIDE, request.side().ordinal())
        .putByte(Field.ORDER_TYPE, request.type().ordinal())
        .putByte(Field.TIME_IN_FORCE, request.timeInForce().ordinal())
        .putByte(Field.SIZING, request.sizing().ordinal())
        .putLong(Field.LOTS, request.lots())
        .putLong(Field.LIMIT_TICKS, request.limitTicks())
        .putLong(Field.CLIENT_ORDER, request.clientOrderId());
  }

  private static void put(RecordBuffer record, OrderTerms terms) {
    record
        .putLong(Field.STOP_TICKS, terms.stopTicks())
        .putLong(Field.TRAIL_TICKS, terms.trailTicks())
        .putInt(Field.TRAIL_BASIS_POINTS, terms.trailBasisPoints())
        .putByte(Field.TRIGGER_PRICE, terms.triggerPrice().ordinal())
        .putLong(Field.DISPLAY_LOTS, terms.displayLots())
        .putByte(Field.POST_ONLY, terms.postOnly() ? 1 : 0)
        .putByte(Field.REDUCE_ONLY, terms.reduceOnly() ? 1 : 0)
        .putLong(Field.EXPIRE_NANOS, terms.expireNanos());
  }

  private static RecordBuffer texts(RecordBuffer record, Instrument instrument) {
    return record
        .putText(Field.SYMBOL, instrument.symbol())
        .putText(Field.CURRENCY_NAME, instrument.currency())
        .putText(Field.TICK, instrument.tick().toPlainString())
        .putText(Field.LOT, instrument.lot().toPlainString());
  }

  private RecordBuffer begin(CommandType type) {
    return buffer.begin(type.layout(), events.seq() + 1, events.nowNanos());
  }
}
