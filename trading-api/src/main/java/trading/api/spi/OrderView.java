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

  /// {@return the limit in ticks; 0 for MARKET}
  long limitTicks();
}
