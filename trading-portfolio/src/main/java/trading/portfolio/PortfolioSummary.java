package trading.portfolio;

/// One account's money and positions in one currency, at one moment, in micros of that currency.
///
/// Profit is equity less deposits: realised plus unrealised, less fees; money that came or left is
/// none. That of a day, week or month is the profit now less the profit when it began, at the marks
/// of that moment. A day begins with its `DAY_STARTED` event, at the first command of a date in the
/// engine's time zone; a week with the first day of another ISO week (Monday to Sunday), a month
/// with the first day of another calendar month. What was before the first such event counts to
/// none of them; without one they began with the account.
///
/// @param account the account
/// @param currency the currency
/// @param depositsMicros deposits less withdrawals
/// @param cashMicros cash
/// @param positionValueMicros all positions at their marks, short ones negative
/// @param realisedMicros profit of what was closed, before fees
/// @param unrealisedMicros position value less open cost
/// @param feesMicros fees paid
/// @param equityMicros cash plus position value: what the account is worth
/// @param dailyProfitMicros profit since the trading day began
/// @param weeklyProfitMicros profit since the week began
/// @param monthlyProfitMicros profit since the month began
public record PortfolioSummary(
    String account,
    String currency,
    long depositsMicros,
    long cashMicros,
    long positionValueMicros,
    long realisedMicros,
    long unrealisedMicros,
    long feesMicros,
    long equityMicros,
    long dailyProfitMicros,
    long weeklyProfitMicros,
    long monthlyProfitMicros) {

  /// {@return equity less deposits: realised plus unrealised profit, less fees}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  public long totalProfitMicros() {
    return Math.subtractExact(equityMicros, depositsMicros);
  }
}
