package trading.api.event;

import static trading.api.event.Field.ACCOUNT;
import static trading.api.event.Field.ACCOUNT_NAME;
import static trading.api.event.Field.ACTUAL;
import static trading.api.event.Field.AMOUNT_MICROS;
import static trading.api.event.Field.ASK_LOTS;
import static trading.api.event.Field.ASK_TICKS;
import static trading.api.event.Field.BID_LOTS;
import static trading.api.event.Field.BID_TICKS;
import static trading.api.event.Field.BOUND;
import static trading.api.event.Field.CLIENT_ORDER;
import static trading.api.event.Field.CURRENCY;
import static trading.api.event.Field.CURRENCY_NAME;
import static trading.api.event.Field.DAY;
import static trading.api.event.Field.DISPLAY_LOTS;
import static trading.api.event.Field.ENTRY_ORDER;
import static trading.api.event.Field.EXPIRE_NANOS;
import static trading.api.event.Field.FEE_MICROS;
import static trading.api.event.Field.HIGH_TICKS;
import static trading.api.event.Field.INSTRUMENT;
import static trading.api.event.Field.LIMIT_TICKS;
import static trading.api.event.Field.LIQUIDITY;
import static trading.api.event.Field.LOT;
import static trading.api.event.Field.LOTS;
import static trading.api.event.Field.LOW_TICKS;
import static trading.api.event.Field.MARK_TICKS;
import static trading.api.event.Field.ORDER;
import static trading.api.event.Field.ORDER_TYPE;
import static trading.api.event.Field.POST_ONLY;
import static trading.api.event.Field.PRICE_TICKS;
import static trading.api.event.Field.REASON;
import static trading.api.event.Field.REDUCE_ONLY;
import static trading.api.event.Field.REMAINING_LOTS;
import static trading.api.event.Field.RULE;
import static trading.api.event.Field.SELF_TRADE;
import static trading.api.event.Field.SENTENCE;
import static trading.api.event.Field.SIBLING_ORDER;
import static trading.api.event.Field.SIDE;
import static trading.api.event.Field.SIZING;
import static trading.api.event.Field.STATUS;
import static trading.api.event.Field.STOP_TICKS;
import static trading.api.event.Field.SYMBOL;
import static trading.api.event.Field.TICK;
import static trading.api.event.Field.TICK_VALUE_MICROS;
import static trading.api.event.Field.TIME_IN_FORCE;
import static trading.api.event.Field.TIME_OF_DAY;
import static trading.api.event.Field.TRADE;
import static trading.api.event.Field.TRAIL_BASIS_POINTS;
import static trading.api.event.Field.TRAIL_TICKS;
import static trading.api.event.Field.TRIGGER_PRICE;
import static trading.api.event.Field.ZONE;

import java.util.Arrays;
import java.util.List;

/// The kinds of event, with their stable numbers and fields.
public enum EventType {
  /// A currency got its id.
  CURRENCY_LISTED(1, CURRENCY, CURRENCY_NAME),
  /// An instrument got its id.
  INSTRUMENT_LISTED(2, INSTRUMENT, CURRENCY, TICK_VALUE_MICROS, SYMBOL, CURRENCY_NAME, TICK, LOT),
  /// An account got its id.
  ACCOUNT_OPENED(3, ACCOUNT, ACCOUNT_NAME),
  /// Money came into an account or left it.
  CASH_MOVED(4, ACCOUNT, CURRENCY, AMOUNT_MICROS),
  /// A trading day began; daily counters start anew.
  DAY_STARTED(5, DAY),
  /// The market's quote changed.
  QUOTED(6, INSTRUMENT, BID_TICKS, BID_LOTS, ASK_TICKS, ASK_LOTS, MARK_TICKS),
  /// A bar opened; the market trades at its open.
  BAR_OPENED(7, INSTRUMENT, MARK_TICKS),
  /// A bar closed; the market trades no more until the next open.
  BAR_CLOSED(8, INSTRUMENT, HIGH_TICKS, LOW_TICKS, MARK_TICKS),
  /// An order was accepted: on the market (NEW), to wait for it (PENDING_NEW), or held back until
  /// its entry trades (SUSPENDED).
  ORDER_ACCEPTED(
      9,
      ORDER,
      ACCOUNT,
      INSTRUMENT,
      SIDE,
      ORDER_TYPE,
      TIME_IN_FORCE,
      SIZING,
      STATUS,
      LOTS,
      LIMIT_TICKS,
      CLIENT_ORDER),
  /// A waiting order came on the market, with its quantity.
  ORDER_ACTIVATED(10, ORDER, ACCOUNT, INSTRUMENT, SIDE, LOTS),
  /// A request was refused at the door (order 0), or a waiting order when it met the market.
  ORDER_REJECTED(
      11,
      ORDER,
      ACCOUNT,
      INSTRUMENT,
      SIDE,
      LOTS,
      CLIENT_ORDER,
      REASON,
      BOUND,
      ACTUAL,
      RULE,
      SENTENCE),
  /// An order traded.
  ORDER_FILLED(
      12,
      ORDER,
      TRADE,
      ACCOUNT,
      INSTRUMENT,
      SIDE,
      PRICE_TICKS,
      LOTS,
      REMAINING_LOTS,
      FEE_MICROS,
      LIQUIDITY),
  /// What was left of an order was canceled.
  ORDER_CANCELED(13, ORDER, ACCOUNT, INSTRUMENT, SIDE, LOTS, REASON),
  /// A request to cancel or to amend was refused (FIX OrderCancelReject).
  CANCEL_REJECTED(14, ORDER, ACCOUNT, REASON, SENTENCE),
  /// What the order that was accepted just before says beyond a plain one.
  ORDER_TERMS(
      15,
      ORDER,
      ACCOUNT,
      INSTRUMENT,
      SIDE,
      STOP_TICKS,
      TRAIL_TICKS,
      TRAIL_BASIS_POINTS,
      TRIGGER_PRICE,
      DISPLAY_LOTS,
      POST_ONLY,
      REDUCE_ONLY,
      EXPIRE_NANOS,
      ENTRY_ORDER,
      SIBLING_ORDER),
  /// The price that an order waited for was met.
  ORDER_TRIGGERED(16, ORDER, ACCOUNT, INSTRUMENT, SIDE, PRICE_TICKS),
  /// A trailing stop followed the price.
  STOP_MOVED(17, ORDER, ACCOUNT, INSTRUMENT, SIDE, STOP_TICKS),
  /// Quantity or prices of an order changed.
  ORDER_AMENDED(
      18, ORDER, ACCOUNT, INSTRUMENT, SIDE, LOTS, REMAINING_LOTS, LIMIT_TICKS, STOP_TICKS),
  /// An order lost quantity without a trade.
  ORDER_REDUCED(19, ORDER, ACCOUNT, INSTRUMENT, SIDE, LOTS, REMAINING_LOTS, REASON),
  /// An account's self-trade prevention changed.
  SELF_TRADE_SET(20, ACCOUNT, SELF_TRADE),
  /// The instrument that was listed just before has a session's end of its own.
  SESSION_CLOSE_SET(21, INSTRUMENT, TIME_OF_DAY, ZONE);

  private static final EventType[] BY_CODE = new EventType[values().length + 1];

  static {
    for (EventType type : values()) {
      BY_CODE[type.layout.code()] = type;
    }
  }

  private final Layout layout;

  EventType(int code, Field... fields) {
    layout = Layout.of(code, fields);
  }

  /// {@return its number and fields}
  public Layout layout() {
    return layout;
  }

  static EventType of(Layout layout) {
    return BY_CODE[layout.code()];
  }

  static List<Layout> layouts() {
    return Arrays.stream(values()).map(EventType::layout).toList();
  }
}
