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
              .put(Field.CURRENCY, e.currencyId())
              .put(Field.CURRENCY_NAME, e.currency());
      case Event.InstrumentListed e ->
          begin(out, EventType.INSTRUMENT_LISTED, e)
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.CURRENCY, e.currencyId())
              .put(Field.TICK_VALUE_MICROS, e.tickValueMicros())
              .put(Field.SYMBOL, e.symbol())
              .put(Field.CURRENCY_NAME, e.currency())
              .put(Field.TICK, e.tick())
              .put(Field.LOT, e.lot());
      case Event.AccountOpened e ->
          begin(out, EventType.ACCOUNT_OPENED, e)
              .put(Field.ACCOUNT, e.accountId())
              .put(Field.ACCOUNT_NAME, e.account());
      case Event.CashMoved e ->
          begin(out, EventType.CASH_MOVED, e)
              .put(Field.ACCOUNT, e.accountId())
              .put(Field.CURRENCY, e.currencyId())
              .put(Field.AMOUNT_MICROS, e.amountMicros());
      case Event.DayStarted e -> begin(out, EventType.DAY_STARTED, e).put(Field.DAY, e.epochDay());
      case Event.Quoted e ->
          begin(out, EventType.QUOTED, e)
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.BID_TICKS, e.bidTicks())
              .put(Field.BID_LOTS, e.bidLots())
              .put(Field.ASK_TICKS, e.askTicks())
              .put(Field.ASK_LOTS, e.askLots())
              .put(Field.MARK_TICKS, e.markTicks());
      case Event.BarOpened e ->
          begin(out, EventType.BAR_OPENED, e)
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.MARK_TICKS, e.markTicks());
      case Event.BarClosed e ->
          begin(out, EventType.BAR_CLOSED, e)
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.HIGH_TICKS, e.highTicks())
              .put(Field.LOW_TICKS, e.lowTicks())
              .put(Field.MARK_TICKS, e.markTicks());
      case Event.OrderAccepted e -> encodeAccepted(e, out);
      case Event.OrderActivated e ->
          order(out, EventType.ORDER_ACTIVATED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.LOTS, e.lots());
      case Event.OrderRejected e -> encodeRejected(e, out);
      case Event.OrderFilled e -> encodeFilled(e, out);
      case Event.OrderCanceled e ->
          order(out, EventType.ORDER_CANCELED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.LOTS, e.lots())
              .put(Field.REASON, e.reason().code());
      case Event.CancelRejected e ->
          order(out, EventType.CANCEL_REJECTED, e, e.orderId(), e.accountId())
              .put(Field.REASON, e.reason().code())
              .put(Field.SENTENCE, e.sentence());
      case Event.OrderTermed e -> encodeTerms(e, out);
      case Event.OrderTriggered e ->
          order(out, EventType.ORDER_TRIGGERED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.PRICE_TICKS, e.priceTicks());
      case Event.StopMoved e ->
          order(out, EventType.STOP_MOVED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.STOP_TICKS, e.stopTicks());
      case Event.OrderAmended e ->
          order(out, EventType.ORDER_AMENDED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.LOTS, e.lots())
              .put(Field.REMAINING_LOTS, e.remainingLots())
              .put(Field.LIMIT_TICKS, e.limitTicks())
              .put(Field.STOP_TICKS, e.stopTicks());
      case Event.OrderReduced e ->
          order(out, EventType.ORDER_REDUCED, e, e.orderId(), e.accountId())
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.SIDE, e.side().ordinal())
              .put(Field.LOTS, e.lots())
              .put(Field.REMAINING_LOTS, e.remainingLots())
              .put(Field.REASON, e.reason().code());
      case Event.SelfTradeSet e ->
          begin(out, EventType.SELF_TRADE_SET, e)
              .put(Field.ACCOUNT, e.accountId())
              .put(Field.SELF_TRADE, e.mode().ordinal());
      case Event.SessionCloseSet e ->
          begin(out, EventType.SESSION_CLOSE_SET, e)
              .put(Field.INSTRUMENT, e.instrumentId())
              .put(Field.TIME_OF_DAY, e.timeOfDayNanos())
              .put(Field.ZONE, e.zone());
    }
    out.end();
  }

  private static RecordBuffer begin(RecordBuffer out, EventType type, Event event) {
    return out.begin(type.layout(), event.seq(), event.atNanos());
  }

  private static RecordBuffer order(
      RecordBuffer out, EventType type, Event event, long orderId, int accountId) {
    return begin(out, type, event).put(Field.ORDER, orderId).put(Field.ACCOUNT, accountId);
  }

  private static void encodeAccepted(Event.OrderAccepted e, RecordBuffer out) {
    order(out, EventType.ORDER_ACCEPTED, e, e.orderId(), e.accountId())
        .put(Field.INSTRUMENT, e.instrumentId())
        .put(Field.SIDE, e.side().ordinal())
        .put(Field.ORDER_TYPE, e.type().ordinal())
        .put(Field.TIME_IN_FORCE, e.timeInForce().ordinal())
        .put(Field.SIZING, e.sizing().ordinal())
        .put(Field.STATUS, e.status().ordinal())
        .put(Field.LOTS, e.lots())
        .put(Field.LIMIT_TICKS, e.limitTicks())
        .put(Field.CLIENT_ORDER, e.clientOrderId());
  }

  private static void encodeRejected(Event.OrderRejected e, RecordBuffer out) {
    order(out, EventType.ORDER_REJECTED, e, e.orderId(), e.accountId())
        .put(Field.INSTRUMENT, e.instrumentId())
        .put(Field.SIDE, e.side().ordinal())
        .put(Field.LOTS, e.lots())
        .put(Field.CLIENT_ORDER, e.clientOrderId())
        .put(Field.REASON, e.reason().code())
        .put(Field.BOUND, e.bound())
        .put(Field.ACTUAL, e.actual())
        .put(Field.RULE, e.rule())
        .put(Field.SENTENCE, e.sentence());
  }

  private static void encodeFilled(Event.OrderFilled e, RecordBuffer out) {
    order(out, EventType.ORDER_FILLED, e, e.orderId(), e.accountId())
        .put(Field.TRADE, e.tradeId())
        .put(Field.INSTRUMENT, e.instrumentId())
        .put(Field.SIDE, e.side().ordinal())
        .put(Field.PRICE_TICKS, e.priceTicks())
        .put(Field.LOTS, e.lots())
        .put(Field.REMAINING_LOTS, e.remainingLots())
        .put(Field.FEE_MICROS, e.feeMicros())
        .put(Field.LIQUIDITY, e.liquidity().ordinal());
  }

  private static void encodeTerms(Event.OrderTermed e, RecordBuffer out) {
    OrderTerms terms = e.terms();
    order(out, EventType.ORDER_TERMS, e, e.orderId(), e.accountId())
        .put(Field.INSTRUMENT, e.instrumentId())
        .put(Field.SIDE, e.side().ordinal())
        .put(Field.STOP_TICKS, terms.stopTicks())
        .put(Field.TRAIL_TICKS, terms.trailTicks())
        .put(Field.TRAIL_BASIS_POINTS, terms.trailBasisPoints())
        .put(Field.TRIGGER_PRICE, terms.triggerPrice().ordinal())
        .put(Field.DISPLAY_LOTS, terms.displayLots())
        .put(Field.POST_ONLY, terms.postOnly() ? 1 : 0)
        .put(Field.REDUCE_ONLY, terms.reduceOnly() ? 1 : 0)
        .put(Field.EXPIRE_NANOS, terms.expireNanos())
        .put(Field.ENTRY_ORDER, e.entryId())
        .put(Field.SIBLING_ORDER, e.siblingId());
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
