package trading.api.spi;

/// A lent, read-only view of all accounts' money and positions, by id.
///
/// Money is in micros. An id that was never given out has zero of everything.
public interface LedgerView {
  /// {@return cash of an account}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  long cashMicros(int accountId, int currencyId);

  /// {@return deposits less withdrawals}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  long depositsMicros(int accountId, int currencyId);

  /// {@return cash plus positions at their marks}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @throws ArithmeticException when it does not fit a `long`
  long equityMicros(int accountId, int currencyId);

  /// {@return the position in lots, negative if short}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  long netLots(int accountId, int instrumentId);

  /// {@return what the open part of a position cost, negative if short, 0 when flat}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  long openCostMicros(int accountId, int instrumentId);

  /// {@return profit of what was closed in an instrument, before fees}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  long realisedMicros(int accountId, int instrumentId);

  /// {@return fees paid in an instrument}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  long feesMicros(int accountId, int instrumentId);

  /// {@return the value of the position at the mark, less its open cost}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @throws ArithmeticException when it does not fit a `long`
  long unrealisedMicros(int accountId, int instrumentId);

  /// {@return the last price of an instrument in ticks; 0 when it has none}
  ///
  /// @param instrumentId the instrument
  long markTicks(int instrumentId);
}
