package trading.core;

import java.util.Arrays;
import java.util.List;
import trading.api.event.Field;
import trading.api.event.Layout;

/// The kinds of command, with their stable numbers and fields, in the encoding of the events.
///
/// A command's `seq` is the number of the first event that it may cause.
public enum CommandType {
  /// List an instrument.
  LIST_INSTRUMENT(1, Field.SYMBOL, Field.CURRENCY_NAME, Field.TICK, Field.LOT),
  /// Open an account.
  OPEN_ACCOUNT(2, Field.ACCOUNT_NAME),
  /// Move money into an account, or out of it.
  MOVE_CASH(3, Field.ACCOUNT, Field.AMOUNT_MICROS, Field.CURRENCY_NAME),
  /// Let time pass.
  ADVANCE(4),
  /// The market quotes.
  QUOTE(
      5,
      Field.INSTRUMENT,
      Field.BID_TICKS,
      Field.BID_LOTS,
      Field.ASK_TICKS,
      Field.ASK_LOTS,
      Field.MARK_TICKS),
  /// A bar opens.
  OPEN_BAR(6, Field.INSTRUMENT, Field.MARK_TICKS),
  /// A bar closes.
  CLOSE_BAR(7, Field.INSTRUMENT, Field.HIGH_TICKS, Field.LOW_TICKS, Field.MARK_TICKS),
  /// Place an order of a known account in a known instrument.
  PLACE_ORDER(
      8,
      Field.ACCOUNT,
      Field.INSTRUMENT,
      Field.SIDE,
      Field.ORDER_TYPE,
      Field.TIME_IN_FORCE,
      Field.SIZING,
      Field.LOTS,
      Field.LIMIT_TICKS,
      Field.CLIENT_ORDER),
  /// Place an order that names an account or a symbol which is not known.
  PLACE_UNKNOWN(
      9,
      Field.SIDE,
      Field.ORDER_TYPE,
      Field.TIME_IN_FORCE,
      Field.SIZING,
      Field.LOTS,
      Field.LIMIT_TICKS,
      Field.CLIENT_ORDER,
      Field.ACCOUNT_NAME,
      Field.SYMBOL),
  /// Cancel an order, asked by a known account.
  CANCEL_ORDER(10, Field.ACCOUNT, Field.ORDER),
  /// Cancel an order, asked by an account which is not known.
  CANCEL_UNKNOWN(11, Field.ORDER, Field.ACCOUNT_NAME),
  /// Place an order that says more than a plain one.
  PLACE_TERMED(
      12,
      Field.ACCOUNT,
      Field.INSTRUMENT,
      Field.SIDE,
      Field.ORDER_TYPE,
      Field.TIME_IN_FORCE,
      Field.SIZING,
      Field.LOTS,
      Field.LIMIT_TICKS,
      Field.CLIENT_ORDER,
      Field.STOP_TICKS,
      Field.TRAIL_TICKS,
      Field.TRAIL_BASIS_POINTS,
      Field.TRIGGER_PRICE,
      Field.DISPLAY_LOTS,
      Field.POST_ONLY,
      Field.REDUCE_ONLY,
      Field.EXPIRE_NANOS),
  /// The orders that follow are linked, and are one command with this.
  PLACE_LINKED(13, Field.LINK, Field.COUNT),
  /// Change an order, asked by a known account.
  AMEND_ORDER(14, Field.ACCOUNT, Field.ORDER, Field.LOTS, Field.LIMIT_TICKS, Field.STOP_TICKS),
  /// Change an order, asked by an account which is not known.
  AMEND_UNKNOWN(
      15, Field.ORDER, Field.LOTS, Field.LIMIT_TICKS, Field.STOP_TICKS, Field.ACCOUNT_NAME),
  /// Cancel the open orders of an account (0: of all) in an instrument (0: in all).
  CANCEL_ORDERS(16, Field.ACCOUNT, Field.INSTRUMENT),
  /// Set an account's self-trade prevention.
  SET_SELF_TRADE(17, Field.ACCOUNT, Field.SELF_TRADE),
  /// List an instrument that has a session's end of its own.
  LIST_CLOSING(
      18, Field.TIME_OF_DAY, Field.SYMBOL, Field.CURRENCY_NAME, Field.TICK, Field.LOT, Field.ZONE);

  private static final CommandType[] BY_CODE = new CommandType[values().length + 1];

  static {
    for (CommandType type : values()) {
      BY_CODE[type.layout.code()] = type;
    }
  }

  private final Layout layout;

  CommandType(int code, Field... fields) {
    layout = Layout.of(code, fields);
  }

  /// {@return its number and fields}
  public Layout layout() {
    return layout;
  }

  static CommandType of(Layout layout) {
    return BY_CODE[layout.code()];
  }

  static List<Layout> layouts() {
    return Arrays.stream(values()).map(CommandType::layout).toList();
  }
}
