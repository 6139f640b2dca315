package trading.api.spi;

/// A lent view of one account's risk, in the currency of the instrument that is ordered.
///
/// Fed by the ledger and by events only. Money is in micros.
public interface RiskView {
  /// {@return the position in the ordered instrument, in lots, negative if short}
  long netLots();

  /// {@return lots that working buy orders in this instrument have still to trade}
  long workingBuyLots();

  /// {@return lots that working sell orders in this instrument have still to trade}
  long workingSellLots();

  /// {@return the last price of the instrument in ticks; 0 when it has none}
  long markTicks();

  /// {@return the value of one tick of one lot of the instrument, see
  /// [trading.api.Instrument#tickValueMicros]}
  long tickValueMicros();

  /// {@return cash}
  long cashMicros();

  /// {@return cash plus positions at their marks}
  long equityMicros();

  /// {@return equity now less equity at the day's start, deposits and withdrawals taken out}
  long dayProfitMicros();

  /// {@return orders accepted this day}
  long ordersToday();
}
