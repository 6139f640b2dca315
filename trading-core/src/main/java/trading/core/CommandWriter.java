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
      record.put(Field.TIME_OF_DAY, close.get().time().toNanoOfDay());
      texts(record, instrument).put(Field.ZONE, close.get().zone().getId()).end();
    }
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
      return;
    }
    boolean plain = request.terms().equals(OrderTerms.NONE);
    CommandType type = plain ? CommandType.PLACE_ORDER : CommandType.PLACE_TERMED;
    RecordBuffer record =
        order(type, request).put(Field.ACCOUNT, accountId).put(Field.INSTRUMENT, instrumentId);
    if (!plain) {
      put(record, request.terms());
    }
    record.end();
  }

  void placeLinked(LinkedOrders linked, Registry names) {
    begin(CommandType.PLACE_LINKED)
        .put(Field.LINK, LinkKind.of(linked).code())
        .put(Field.COUNT, linked.orders().size())
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
        begin(unknown ? CommandType.AMEND_UNKNOWN : CommandType.AMEND_ORDER)
            .put(Field.ORDER, orderId)
            .put(Field.LOTS, amendment.lots())
            .put(Field.LIMIT_TICKS, amendment.limitTicks())
            .put(Field.STOP_TICKS, amendment.stopTicks());
    if (unknown) {
      record.put(Field.ACCOUNT_NAME, Inputs.wellFormed(account)).end();
    } else {
      record.put(Field.ACCOUNT, accountId).end();
    }
  }

  void cancelOrders(int accountId, int instrumentId) {
    begin(CommandType.CANCEL_ORDERS)
        .put(Field.ACCOUNT, accountId)
        .put(Field.INSTRUMENT, instrumentId)
        .end();
  }

  void setSelfTrade(int accountId, SelfTradePrevention mode) {
    begin(CommandType.SET_SELF_TRADE)
        .put(Field.ACCOUNT, accountId)
        .put(Field.SELF_TRADE, mode.ordinal())
        .end();
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

  private static void put(RecordBuffer record, OrderTerms terms) {
    record
        .put(Field.STOP_TICKS, terms.stopTicks())
        .put(Field.TRAIL_TICKS, terms.trailTicks())
        .put(Field.TRAIL_BASIS_POINTS, terms.trailBasisPoints())
        .put(Field.TRIGGER_PRICE, terms.triggerPrice().ordinal())
        .put(Field.DISPLAY_LOTS, terms.displayLots())
        .put(Field.POST_ONLY, terms.postOnly() ? 1 : 0)
        .put(Field.REDUCE_ONLY, terms.reduceOnly() ? 1 : 0)
        .put(Field.EXPIRE_NANOS, terms.expireNanos());
  }

  private static RecordBuffer texts(RecordBuffer record, Instrument instrument) {
    return record
        .put(Field.SYMBOL, instrument.symbol())
        .put(Field.CURRENCY_NAME, instrument.currency())
        .put(Field.TICK, instrument.tick().toPlainString())
        .put(Field.LOT, instrument.lot().toPlainString());
  }

  private RecordBuffer begin(CommandType type) {
    return buffer.begin(type.layout(), events.seq() + 1, events.nowNanos());
  }
}
