package trading.api.spi;

import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;

/// A lent view of an order that asks to be accepted.
public interface OrderView {
  /// {@return the account's id}
  int accountId();

  /// {@return the account's name}
  String account();

  /// {@return the instrument's id}
  int instrumentId();

  /// {@return the instrument}
  Instrument instrument();

  /// {@return the side}
  Side side();

  /// {@return the type}
  OrderType type();

  /// {@return the time in force}
  TimeInForce timeInForce();

  /// {@return the quantity in lots, positive; an all-in order is shown after it was sized}
  long lots();

  /// {@return the limit in ticks; 0 for types without}
  long limitTicks();

  /// {@return the price that it waits for, in ticks; 0 for none, and for a trailing stop that knows
  /// no price yet}
  default long stopTicks() {
    return 0;
  }

  /// {@return whether it may only bring the position nearer to 0}
  default boolean reduceOnly() {
    return false;
  }

  /// {@return what an order that is to be amended has still to trade now, in lots; 0 for a new
  /// order. [RiskView] shows the working orders without them}
  default long replacedLots() {
    return 0;
  }
}
