package trading.portfolio;

/// How an account has done in one currency, up to the last event.
///
/// The figures are those of a backtest, made of the account's equity history and its closed trades,
/// see [Statistics]. The starting money is the equity of the history's first point, the moment of
/// the first deposit. A point stands for each interval in which something happened, so a night or a
/// weekend is one period; the points of a year are the mean number of points per trading day × the
/// trading days of a year, see [PeriodsPerYear]. An account's first day counts as if it had ended
/// now: until it has, annualised figures say little.
///
/// @param account the account
/// @param currency the currency
/// @param periodsPerYear by how many points per year the figures are annualised
/// @param leftOutTrades closed trades without a part in the figures: too many or too large to be
///   kept
/// @param statistics the figures
public record Performance(
    String account,
    String currency,
    int periodsPerYear,
    long leftOutTrades,
    Statistics statistics) {}
