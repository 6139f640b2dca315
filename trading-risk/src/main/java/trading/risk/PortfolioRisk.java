package trading.risk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How much risk one account's positions are, at one moment.
///
/// @param account the account's name
/// @param level how near the account is to its limits
/// @param money one row per currency in which it has money or positions, in the order of their
///   listing
/// @param uses how much of each limit is used, as in [RiskSummary]
public record PortfolioRisk(
    String account, RiskLevel level, List<Money> money, List<LimitUse> uses) {

  /// Copies the lists.
  public PortfolioRisk {
    money = List.copyOf(money);
    uses = List.copyOf(uses);
  }

  /// The account's positions in one currency. An instrument without a price is worth 0 here.
  ///
  /// @param currency the currency
  /// @param equityMicros cash plus positions at their marks
  /// @param grossMicros sum of the positions' values, short ones taken as positive
  /// @param netMicros sum of the positions' values, short ones negative
  /// @param grossWithWorkingMicros what `grossMicros` could become once working orders have traded,
  ///   as the rule `max_leverage` sees it; empty when one of the instruments has no price
  /// @param leverageMillionths gross ÷ equity, in millionths, rounded up; empty without positive
  ///   equity
  /// @param largest the position with the highest value; empty when nothing is held
  /// @param peakEquityMicros the highest equity so far, deposits and withdrawals since taken out
  /// @param drawdownMicros peak − equity
  /// @param drawdownMillionths drawdown ÷ peak, in millionths of a percent, rounded up; empty
  ///   without a positive peak
  /// @param dayProfitMicros equity now less equity at the day's start, deposits and withdrawals
  ///   taken out
  public record Money(
      String currency,
      long equityMicros,
      long grossMicros,
      long netMicros,
      OptionalLong grossWithWorkingMicros,
      OptionalLong leverageMillionths,
      Optional<Largest> largest,
      long peakEquityMicros,
      long drawdownMicros,
      OptionalLong drawdownMillionths,
      long dayProfitMicros) {}

  /// The position with the highest value, the first listed one of equals.
  ///
  /// @param symbol the instrument
  /// @param valueMicros its value at the mark, negative when short
  /// @param shareMillionths its value, taken as positive, ÷ equity, in millionths of a percent,
  ///   rounded up; empty without positive equity
  public record Largest(String symbol, long valueMicros, OptionalLong shareMillionths) {}
}
