package trading.portfolio;

/// One account's money and positions in one currency, at one moment, in micros of that currency.
///
/// @param account the account
/// @param currency the currency
/// @param depositsMicros deposits less withdrawals
/// @param cashMicros cash
/// @param positionValueMicros all positions at their marks, short ones negative
/// @param realisedMicros profit of what was closed, before fees
/// @param unrealisedMicros position value less open cost
/// @param feesMicros fees paid
/// @param equityMicros cash plus position value
public record PortfolioSummary(
    String account,
    String currency,
    long depositsMicros,
    long cashMicros,
    long positionValueMicros,
    long realisedMicros,
    long unrealisedMicros,
    long feesMicros,
    long equityMicros) {

  /// {@return equity less deposits: realised plus unrealised profit, less fees}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  public long totalProfitMicros() {
    return Math.subtractExact(equityMicros, depositsMicros);
  }
}
