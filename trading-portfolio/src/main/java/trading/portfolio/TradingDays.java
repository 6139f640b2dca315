package trading.portfolio;

import java.time.LocalDate;

/// Which trading day, week and month it is, told by the days that start.
final class TradingDays {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final int DAYS_PER_WEEK = 7;
  private static final int THURSDAY_TO_MONDAY = 3;
  private static final int MONTHS_PER_YEAR = 12;
  private static final long NONE = Long.MIN_VALUE;

  private long day = NONE;
  private long week = NONE;
  private long month = NONE;
  private boolean weekBegan;
  private boolean monthBegan;

  /// Begins a day; with it a week and a month, if the day is of another one than that before.
  void start(long epochDay) {
    // Day 0 was a Thursday.
    long newWeek = Math.floorDiv(epochDay + THURSDAY_TO_MONDAY, DAYS_PER_WEEK);
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    long newMonth = (long) date.getYear() * MONTHS_PER_YEAR + date.getMonthValue();
    weekBegan = newWeek != week;
    monthBegan = newMonth != month;
    day = epochDay;
    week = newWeek;
    month = newMonth;
  }

  /// {@return whether a week began with the day that began last}
  boolean weekBegan() {
    return weekBegan;
  }

  /// {@return whether a month began with the day that began last}
  boolean monthBegan() {
    return monthBegan;
  }

  /// {@return the trading day, since 1970-01-01; before the first one the date in UTC}
  long dayOf(long atNanos) {
    return day == NONE ? Math.floorDiv(atNanos, NANOS_PER_DAY) : day;
  }
}
