package trading.api.spi;

import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;

/// A lent view of an order that asks to be accepted, or to be changed.
///
/// The gate adds [#addedLots], [#addedReduceOnlyLots] and [#addedOrders] to what it has counted
/// from events; a rule finds them in the [RiskView] and does not add them again.
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

  /// {@return whether it works already and is shown as it would be after a change: then it is no
  /// further order of the day}
  default boolean worksAlready() {
    return false;
  }

  /// {@return lots that are added to those that work on a side; less than 0 for lots that are left
  /// out}
  ///
  /// Added is an order that is to be accepted together with this one, before it. Left out is what
  /// this order has working, and what the other of its bracket's stop and target has: what one of
  /// the two trades is taken off the other.
  ///
  /// @param side the side
  default long addedLots(Side side) {
    return 0;
  }

  /// {@return how many of [#addedLots] are of reduce-only orders}
  ///
  /// @param side the side
  default long addedReduceOnlyLots(Side side) {
    return 0;
  }

  /// {@return how many orders are added to those of the day: the ones that are to be accepted
  /// together with this one, before it}
  default long addedOrders() {
    return 0;
  }
}
