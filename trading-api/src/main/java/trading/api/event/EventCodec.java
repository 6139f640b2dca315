package trading.api.event;

import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// The one codec between [Event] records and their canonical bytes.
public final class EventCodec {
  private static final Side[] SIDES = Side.values();
  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] TIMES = TimeInForce.values();
  private static final Sizing[] SIZINGS = Sizing.values();
  private static final OrderStatus[] STATUSES = OrderStatus.values();
  private static final Liquidity[] LIQUIDITIES = Liquidity.values();

  private static final TriggerPrice[] TRIGGERS = TriggerPrice.values();
  private static final SelfTradePrevention[] SELF_TRADES = SelfTradePrevention.values();
  private static final Boolean[] FLAGS = {false, true};

  private EventCodec() {}

  /// {@return the event as a record to keep}
  ///
  /// @param view the event, lent
  /// @throws IllegalStateException when a field has a value that no event has
  public static Event decode(EventView view) {
    long seq = view.seq();
    long at = view.atNanos();
    return switch (view.type()) {
      case CURRENCY_LISTED ->
          new Event.CurrencyListed(
              seq, at, view.id(Field.CURRENCY), view.text(Field.CURRENCY_NAME));
      case INSTRUMENT_LISTED -> instrumentListed(view);
      case ACCOUNT_OPENED ->
          new Event.AccountOpened(seq, at, view.id(Field.ACCOUNT), view.text(Field.ACCOUNT_NAME));
      case CASH_MOVED ->
          new Event.CashMoved(
              seq,
              at,
              view.id(Field.ACCOUNT),
              view.id(Field.CURRENCY),
              view.value(Field.AMOUNT_MICROS));
      case DAY_STARTED -> new Event.DayStarted(seq, at, view.id(Field.DAY));
      case QUOTED -> quoted(view);
      case BAR_OPENED ->
          new Event.BarOpened(seq, at, view.id(Field.INSTRUMENT), view.value(Field.MARK_TICKS));
      case BAR_CLOSED ->
          new Event.BarClosed(
              seq,
              at,
              view.id(Field.INSTRUMENT),
              view.value(Field.HIGH_TICKS),
              view.value(Field.LOW_TICKS),
              view.value(Field.MARK_TICKS));
      case ORDER_ACCEPTED -> orderAccepted(view);
      case ORDER_ACTIVATED ->
          new Event.OrderActivated(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              view.id(Field.INSTRUMENT),
              side(view),
              view.value(Field.LOTS));
      case ORDER_REJECTED -> orderRejected(view);
      case ORDER_FILLED -> orderFilled(view);
      case ORDER_CANCELED ->
          new Event.OrderCanceled(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              view.id(Field.INSTRUMENT),
              side(view),
              view.value(Field.LOTS),
              reason(view));
      case CANCEL_REJECTED ->
          new Event.CancelRejected(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              reason(view),
              view.text(Field.SENTENCE));
      case ORDER_TERMS -> orderTerms(view);
      case ORDER_TRIGGERED ->
          new Event.OrderTriggered(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              view.id(Field.INSTRUMENT),
              side(view),
              view.value(Field.PRICE_TICKS));
      case STOP_MOVED ->
          new Event.StopMoved(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              view.id(Field.INSTRUMENT),
              side(view),
              view.value(Field.STOP_TICKS));
      case ORDER_AMENDED -> orderAmended(view);
      case ORDER_REDUCED ->
          new Event.OrderReduced(
              seq,
              at,
              view.value(Field.ORDER),
              view.id(Field.ACCOUNT),
              view.id(Field.INSTRUMENT),
              side(view),
              view.value(Field.LOTS),
              view.value(Field.REMAINING_LOTS),
              reason(view));
      case SELF_TRADE_SET ->
          new Event.SelfTradeSet(
              seq, at, view.id(Field.ACCOUNT), constant(SELF_TRADES, view, Field.SELF_TRADE));
      case SESSION_CLOSE_SET ->
          new Event.SessionCloseSet(
              seq,
              at,
              view.id(Field.INSTRUMENT),
              view.value(Field.TIME_OF_DAY),
              view.text(Field.ZONE));
    };
  }

  /// Appends an event's canonical bytes.
  ///
  /// @param event the event
  /// @param out where to
  public static void encode(Event event, RecordBuffer out) {
    switch (event) {
      case Event.CurrencyListed e ->
          begin(out, EventType.CURRENCY_LISTED, e)
              .putInt(Field.CURRENCY, e.currencyId())
              .putText(Field.CURRENCY_NAME, e.currency());
      case Event.InstrumentListed e ->
          begin(out, EventType.INSTRUMENT_LISTED, e)
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putInt(Field.CURRENCY, e.currencyId())
              .putLong(Field.TICK_VALUE_MICROS, e.tickValueMicros())
              .putText(Field.SYMBOL, e.symbol())
              .putText(Field.CURRENCY_NAME, e.currency())
              .putText(Field.TICK, e.tick())
              .putText(Field.LOT, e.lot());
      case Event.AccountOpened e ->
          begin(out, EventType.ACCOUNT_OPENED, e)
              .putInt(Field.ACCOUNT, e.accountId())
              .putText(Field.ACCOUNT_NAME, e.account());
      case Event.CashMoved e ->
          begin(out, EventType.CASH_MOVED, e)
              .putInt(Field.ACCOUNT, e.accountId())
              .putInt(Field.CURRENCY, e.currencyId())
              .putLong(Field.AMOUNT_MICROS, e.amountMicros());
      case Event.DayStarted e ->
          begin(out, EventType.DAY_STARTED, e).putInt(Field.DAY, e.epochDay());
      case Event.Quoted e ->
          begin(out, EventType.QUOTED, e)
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putLong(Field.BID_TICKS, e.bidTicks())
              .putLong(Field.BID_LOTS, e.bidLots())
              .putLong(Field.ASK_TICKS, e.askTicks())
              .putLong(Field.ASK_LOTS, e.askLots())
              .putLong(Field.MARK_TICKS, e.markTicks());
      case Event.BarOpened e ->
          begin(out, EventType.BAR_OPENED, e)
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putLong(Field.MARK_TICKS, e.markTicks());
      case Event.BarClosed e ->
          begin(out, EventType.BAR_CLOSED, e)
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putLong(Field.HIGH_TICKS, e.highTicks())
              .putLong(Field.LOW_TICKS, e.lowTicks())
              .putLong(Field.MARK_TICKS, e.markTicks());
      case Event.OrderAccepted e -> encodeAccepted(e, out);
      case Event.OrderActivated e ->
          order(out, EventType.ORDER_ACTIVATED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.LOTS, e.lots());
      case Event.OrderRejected e -> encodeRejected(e, out);
      case Event.OrderFilled e -> encodeFilled(e, out);
      case Event.OrderCanceled e ->
          order(out, EventType.ORDER_CANCELED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.LOTS, e.lots())
              .putShort(Field.REASON, e.reason().code());
      case Event.CancelRejected e ->
          order(out, EventType.CANCEL_REJECTED, e, e.orderId(), e.accountId())
              .putShort(Field.REASON, e.reason().code())
              .putText(Field.SENTENCE, e.sentence());
      case Event.OrderTermed e -> encodeTerms(e, out);
      case Event.OrderTriggered e ->
          order(out, EventType.ORDER_TRIGGERED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.PRICE_TICKS, e.priceTicks());
      case Event.StopMoved e ->
          order(out, EventType.STOP_MOVED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.STOP_TICKS, e.stopTicks());
      case Event.OrderAmended e ->
          order(out, EventType.ORDER_AMENDED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.LOTS, e.lots())
              .putLong(Field.REMAINING_LOTS, e.remainingLots())
              .putLong(Field.LIMIT_TICKS, e.limitTicks())
              .putLong(Field.STOP_TICKS, e.stopTicks());
      case Event.OrderReduced e ->
          order(out, EventType.ORDER_REDUCED, e, e.orderId(), e.accountId())
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putByte(Field.SIDE, e.side().ordinal())
              .putLong(Field.LOTS, e.lots())
              .putLong(Field.REMAINING_LOTS, e.remainingLots())
              .putShort(Field.REASON, e.reason().code());
      case Event.SelfTradeSet e ->
          begin(out, EventType.SELF_TRADE_SET, e)
              .putInt(Field.ACCOUNT, e.accountId())
              .putByte(Field.SELF_TRADE, e.mode().ordinal());
      case Event.SessionCloseSet e ->
          begin(out, EventType.SESSION_CLOSE_SET, e)
              .putInt(Field.INSTRUMENT, e.instrumentId())
              .putLong(Field.TIME_OF_DAY, e.timeOfDayNanos())
              .putText(Field.ZONE, e.zone());
    }
    out.end();
  }

  private static RecordBuffer begin(RecordBuffer out, EventType type, Event event) {
    return out.begin(type.layout(), event.seq(), event.atNanos());
  }

  private static RecordBuffer order(
      RecordBuffer out, EventType type, Event event, long orderId, int accountId) {
    return begin(out, type, event).putLong(Field.ORDER, orderId).putInt(Field.ACCOUNT, accountId);
  }

  private static void encodeAccepted(Event.OrderAccepted e, RecordBuffer out) {
    order(out, EventType.ORDER_ACCEPTED, e, e.orderId(), e.accountId())
        .putInt(Field.INSTRUMENT, e.instrumentId())
        .putByte(Field.SIDE, e.side().ordinal())
        .putByte(Field.ORDER_TYPE, e.type().ordinal())
        .putByte(Field.TIME_IN_FORCE, e.timeInForce().ordinal())
        .putByte(Field.SIZING, e.sizing().ordinal())
        .putByte(Field.STATUS, e.status().ordinal())
        .putLong(Field.LOTS, e.lots())
        .putLong(Field.LIMIT_TICKS, e.limitTicks())
        .putLong(Field.CLIENT_ORDER, e.clientOrderId());
  }

  private static void encodeRejected(Event.OrderRejected e, RecordBuffer out) {
    order(out, EventType.ORDER_REJECTED, e, e.orderId(), e.accountId())
        .putInt(Field.INSTRUMENT, e.instrumentId())
        .putByte(Field.SIDE, e.side().ordinal())
        .putLong(Field.LOTS, e.lots())
        .putLong(Field.CLIENT_ORDER, e.clientOrderId())
        .putShort(Field.REASON, e.reason().code())
        .putLong(Field.BOUND, e.bound())
        .putLong(Field.ACTUAL, e.actual())
        .putText(Field.RULE, e.rule())
        .putText(Field.SENTENCE, e.sentence());
  }

  private static void encodeFilled(Event.OrderFilled e, RecordBuffer out) {
    begin(out, EventType.ORDER_FILLED, e)
        .putLong(Field.ORDER, e.orderId())
        .putLong(Field.TRADE, e.tradeId())
        .putInt(Field.ACCOUNT, e.accountId())
        .putInt(Field.INSTRUMENT, e.instrumentId())
        .putByte(Field.SIDE, e.side().ordinal())
        .putLong(Field.PRICE_TICKS, e.priceTicks())
        .putLong(Field.LOTS, e.lots())
        .putLong(Field.REMAINING_LOTS, e.remainingLots())
        .putLong(Field.FEE_MICROS, e.feeMicros())
        .putByte(Field.LIQUIDITY, e.liquidity().ordinal());
  }

  private static void encodeTerms(Event.OrderTermed e, RecordBuffer out) {
    OrderTerms terms = e.terms();
    order(out, EventType.ORDER_TERMS, e, e.orderId(), e.accountId())
        .putInt(Field.INSTRUMENT, e.instrumentId())
        .putByte(Field.SIDE, e.side().ordinal())
        .putLong(Field.STOP_TICKS, terms.stopTicks())
        .putLong(Field.TRAIL_TICKS, terms.trailTicks())
        .putInt(Field.TRAIL_BASIS_POINTS, terms.trailBasisPoints())
        .putByte(Field.TRIGGER_PRICE, terms.triggerPrice().ordinal())
        .putLong(Field.DISPLAY_LOTS, terms.displayLots())
        .putByte(Field.POST_ONLY, terms.postOnly() ? 1 : 0)
        .putByte(Field.REDUCE_ONLY, terms.reduceOnly() ? 1 : 0)
        .putLong(Field.EXPIRE_NANOS, terms.expireNanos())
        .putLong(Field.ENTRY_ORDER, e.entryId())
        .putLong(Field.SIBLING_ORDER, e.siblingId());
  }

  private static Event instrumentListed(EventView view) {
    return new Event.InstrumentListed(
        view.seq(),
        view.atNanos(),
        view.id(Field.INSTRUMENT),
        view.id(Field.CURRENCY),
        view.value(Field.TICK_VALUE_MICROS),
        view.text(Field.SYMBOL),
        view.text(Field.CURRENCY_NAME),
        view.text(Field.TICK),
        view.text(Field.LOT));
  }

  private static Event quoted(EventView view) {
    return new Event.Quoted(
        view.seq(),
        view.atNanos(),
        view.id(Field.INSTRUMENT),
        view.value(Field.BID_TICKS),
        view.value(Field.BID_LOTS),
        view.value(Field.ASK_TICKS),
        view.value(Field.ASK_LOTS),
        view.value(Field.MARK_TICKS));
  }

  private static Event orderAccepted(EventView view) {
    return new Event.OrderAccepted(
        view.seq(),
        view.atNanos(),
        view.value(Field.ORDER),
        view.id(Field.ACCOUNT),
        view.id(Field.INSTRUMENT),
        side(view),
        constant(TYPES, view, Field.ORDER_TYPE),
        constant(TIMES, view, Field.TIME_IN_FORCE),
        constant(SIZINGS, view, Field.SIZING),
        constant(STATUSES, view, Field.STATUS),
        view.value(Field.LOTS),
        view.value(Field.LIMIT_TICKS),
        view.value(Field.CLIENT_ORDER));
  }

  private static Event orderRejected(EventView view) {
    return new Event.OrderRejected(
        view.seq(),
        view.atNanos(),
        view.value(Field.ORDER),
        view.id(Field.ACCOUNT),
        view.id(Field.INSTRUMENT),
        side(view),
        view.value(Field.LOTS),
        view.value(Field.CLIENT_ORDER),
        reason(view),
        view.value(Field.BOUND),
        view.value(Field.ACTUAL),
        view.text(Field.RULE),
        view.text(Field.SENTENCE));
  }

  private static Event orderFilled(EventView view) {
    return new Event.OrderFilled(
        view.seq(),
        view.atNanos(),
        view.value(Field.ORDER),
        view.value(Field.TRADE),
        view.id(Field.ACCOUNT),
        view.id(Field.INSTRUMENT),
        side(view),
        view.value(Field.PRICE_TICKS),
        view.value(Field.LOTS),
        view.value(Field.REMAINING_LOTS),
        view.value(Field.FEE_MICROS),
        constant(LIQUIDITIES, view, Field.LIQUIDITY));
  }

  private static Event orderTerms(EventView view) {
    return new Event.OrderTermed(
        view.seq(),
        view.atNanos(),
        view.value(Field.ORDER),
        view.id(Field.ACCOUNT),
        view.id(Field.INSTRUMENT),
        side(view),
        new OrderTerms(
            view.value(Field.STOP_TICKS),
            view.value(Field.TRAIL_TICKS),
            view.id(Field.TRAIL_BASIS_POINTS),
            constant(TRIGGERS, view, Field.TRIGGER_PRICE),
            view.value(Field.DISPLAY_LOTS),
            flag(view, Field.POST_ONLY),
            flag(view, Field.REDUCE_ONLY),
            view.value(Field.EXPIRE_NANOS)),
        view.value(Field.ENTRY_ORDER),
        view.value(Field.SIBLING_ORDER));
  }

  private static Event orderAmended(EventView view) {
    return new Event.OrderAmended(
        view.seq(),
        view.atNanos(),
        view.value(Field.ORDER),
        view.id(Field.ACCOUNT),
        view.id(Field.INSTRUMENT),
        side(view),
        view.value(Field.LOTS),
        view.value(Field.REMAINING_LOTS),
        view.value(Field.LIMIT_TICKS),
        view.value(Field.STOP_TICKS));
  }

  private static boolean flag(EventView view, Field field) {
    return constant(FLAGS, view, field);
  }

  private static Side side(EventView view) {
    return constant(SIDES, view, Field.SIDE);
  }

  private static Reason reason(EventView view) {
    try {
      return Reason.of((int) view.value(Field.REASON));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("event " + view.seq() + " is damaged", e);
    }
  }

  private static <T> T constant(T[] constants, EventView view, Field field) {
    long ordinal = view.value(field);
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new IllegalStateException(
          "event " + view.seq() + " is damaged: " + field + " is " + ordinal);
    }
    return constants[(int) ordinal];
  }
}
