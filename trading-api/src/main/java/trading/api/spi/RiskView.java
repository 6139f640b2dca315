package trading.api.spi;

import trading.api.Side;

/// A lent view of one account's risk, in the currency of the instrument that is ordered.
///
/// Fed by the ledger and by events only. Money is in micros. What works, what it could come to be
/// worth and the orders of the day are shown as [OrderView#addedLots],
/// [OrderView#addedReduceOnlyLots] and [OrderView#addedOrders] change them for the order that is
/// checked.
public interface RiskView {
  /// {@return the position in the ordered instrument, in lots, negative if short}
  long netLots();

  /// {@return lots that working buy orders in this instrument have still to trade}
  long workingBuyLots();

  /// {@return lots that working sell orders in this instrument have still to trade}
  long workingSellLots();

  /// {@return how many of the lots that work on a side are of reduce-only orders, which are cut to
  /// the position before they trade; 0 in a view that does not tell them apart}
  ///
  /// @param side the side
  default long workingReduceOnlyLots(Side side) {
    return 0;
  }

  /// {@return the last price of the instrument in ticks; 0 when it has none}
  long markTicks();

  /// {@return the value of one tick of one lot of the instrument, see
  /// [trading.api.Instrument#tickValueMicros]}
  long tickValueMicros();

  /// {@return cash}
  long cashMicros();

  /// {@return cash plus positions at their marks}
  long equityMicros();

  /// {@return the highest equity that the account has had, deposits and withdrawals since taken out
  /// of it; never below equity now}
  ///
  /// It is the highest of equity − deposits + withdrawals after any event, from 0 on, plus deposits
  /// − withdrawals now.
  ///
  /// @throws ArithmeticException when it does not fit a `long`, or once equity did not
  long peakEquityMicros();

  /// {@return what all instruments of this currency could come to be worth once working orders have
  /// traded, at their marks; -1 when one of them has no price}
  ///
  /// Of each instrument that is held or has working orders the larger side counts: net + working
  /// buys lots, or working sells − net.
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  long grossExposureMicros();

  /// {@return equity now less equity at the day's start, deposits and withdrawals taken out}
  long dayProfitMicros();

  /// {@return orders accepted this day}
  long ordersToday();
}
