package trading.portfolio;

import java.time.Duration;
import trading.api.BadInputException;
import trading.api.Reason;

/// How much of the past a portfolio keeps.
///
/// A point of the equity history takes 33 bytes, a transaction or a closed trade about 100. When
/// all is full, the defaults come to 1 MB for the history of an account in a currency, 10 MB for
/// the transactions of an account, and 10 MB for its closed trades in a currency.
///
/// @param interval the time between two points of an equity history, at first
/// @param points how many points an equity history has at most; see [Portfolio#equity]
/// @param kept how many transactions an account keeps, and how many closed trades in each currency
public record PortfolioConfig(Duration interval, int points, int kept) {
  private static final Duration MAX_INTERVAL = Duration.ofDays(366);
  private static final int MIN_POINTS = 16;
  private static final int MAX_POINTS = 10_000_000;

  /// Checks the bounds.
  ///
  /// @throws BadInputException when the interval is not within 1 ns and 366 days, when there may be
  ///   fewer than 16 or more than 10,000,000 points, or when fewer than 1 fill is kept
  public PortfolioConfig {
    if (!interval.isPositive() || interval.compareTo(MAX_INTERVAL) > 0) {
      throw bad("interval of an equity history must be 1 ns to 366 days, was " + interval);
    }
    if (points < MIN_POINTS || points > MAX_POINTS) {
      throw bad("points of an equity history must be 16..10,000,000, were " + points);
    }
    if (kept < 1) {
      throw bad("transactions that are kept must be 1 or more, were " + kept);
    }
  }

  /// {@return a point per minute, at most 20,000; 100,000 transactions}
  public static PortfolioConfig defaults() {
    return new PortfolioConfig(Duration.ofMinutes(1), 20_000, 100_000);
  }

  /// {@return the same with another interval}
  ///
  /// @param newInterval the time between two points, at first
  /// @throws BadInputException when it is not within 1 ns and 366 days
  public PortfolioConfig withInterval(Duration newInterval) {
    return new PortfolioConfig(newInterval, points, kept);
  }

  /// {@return the same with another number of points}
  ///
  /// @param newPoints how many points an equity history has at most, 16..10,000,000
  /// @throws BadInputException when it is out of range
  public PortfolioConfig withPoints(int newPoints) {
    return new PortfolioConfig(interval, newPoints, kept);
  }

  /// {@return the same with other bounds of transactions and closed trades}
  ///
  /// @param newKept how many are kept, 1 or more
  /// @throws BadInputException when it is below 1
  public PortfolioConfig withKept(int newKept) {
    return new PortfolioConfig(interval, points, newKept);
  }

  private static BadInputException bad(String sentence) {
    return new BadInputException(Reason.BAD_SETTING, sentence);
  }
}
