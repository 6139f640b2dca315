package trading.portfolio;

/// One account's profit in one currency when the day, week and month began.
final class PeriodProfits {
  /// Stands for a profit that did not fit a `long`: who asks for one since then gets an error.
  static final long UNKNOWN = Long.MIN_VALUE;

  private long day;
  private long week;
  private long month;

  /// Begins what begins.
  ///
  /// @param profitMicros the profit now, or [#UNKNOWN]
  void begin(TradingDays days, long profitMicros) {
    day = profitMicros;
    week = days.weekBegan() ? profitMicros : week;
    month = days.monthBegan() ? profitMicros : month;
  }

  /// @throws ArithmeticException when it does not fit a `long`, or that at the start did not
  long dailyMicros(long profitMicros) {
    return since("day", day, profitMicros);
  }

  /// @throws ArithmeticException when it does not fit a `long`, or that at the start did not
  long weeklyMicros(long profitMicros) {
    return since("week", week, profitMicros);
  }

  /// @throws ArithmeticException when it does not fit a `long`, or that at the start did not
  long monthlyMicros(long profitMicros) {
    return since("month", month, profitMicros);
  }

  private static long since(String period, long start, long profitMicros) {
    if (start == UNKNOWN) {
      throw new ArithmeticException("profit at the " + period + "'s start did not fit a long");
    }
    return Math.subtractExact(profitMicros, start);
  }
}
