package trading.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How many points of a curve make a year, for those who annualise its figures.
public final class PeriodsPerYear {
  /// One point per trading day.
  public static final int DAILY = 252;

  /// One point per week.
  public static final int WEEKLY = 52;

  /// One point per month.
  public static final int MONTHLY = 12;

  /// One point per year.
  public static final int YEARLY = 1;

  private static final int QUARTERLY = 4;
  private static final int EVERY_DAY = 365;
  private static final int DAYS_PER_WEEK = 7;
  private static final int THURSDAY_TO_MONDAY = 3;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private PeriodsPerYear() {}

  /// {@return the number of points per year of a curve with evenly spaced points, at least 1}
  ///
  /// The median of the days from one date with points to the next tells the calendar: up to 4 days
  /// is daily, up to 20 weekly, up to 60 monthly, up to 200 quarterly, else yearly. Daily is 252;
  /// 365 when more than every seventh date is a Saturday or a Sunday. With several points per date
  /// it is that many times their mean number, to the nearest whole number: the return over a night
  /// counts as one period, like any other. A curve of one date, or without a point, counts as
  /// daily.
  ///
  /// @param curve the curve
  /// @param zone where dates begin at midnight
  public static int of(EquityCurve curve, ZoneId zone) {
    return of(
        IntStream.range(0, curve.size())
            .mapToLong(i -> epochDay(curve.atNanos(i), zone))
            .toArray());
  }

  /// {@return the same for points of which only the dates are known, in days since 1970-01-01}
  static int of(long[] dates) {
    long[] days = Arrays.stream(dates).distinct().toArray();
    if (days.length == 0) {
      return DAILY;
    }
    double pointsPerDate = (double) dates.length / days.length;
    return (int) StrictMath.round(pointsPerDate * datesPerYear(days));
  }

  private static int datesPerYear(long[] days) {
    long gap = medianGap(days);
    if (gap <= 4) {
      return tradesOnWeekends(days) ? EVERY_DAY : DAILY;
    }
    if (gap <= 20) {
      return WEEKLY;
    }
    if (gap <= 60) {
      return MONTHLY;
    }
    return gap <= 200 ? QUARTERLY : YEARLY;
  }

  private static long medianGap(long[] days) {
    long[] gaps = new long[days.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = days[i + 1] - days[i];
    }
    Arrays.sort(gaps);
    return gaps.length == 0 ? 1 : gaps[gaps.length / 2];
  }

  private static boolean tradesOnWeekends(long[] days) {
    int weekends = 0;
    for (long day : days) {
      // Day 0 was a Thursday, so that Saturday and Sunday are the last two after this shift.
      if (Math.floorMod(day + THURSDAY_TO_MONDAY, DAYS_PER_WEEK) >= 5) {
        weekends++;
      }
    }
    return weekends * DAYS_PER_WEEK > days.length;
  }

  private static long epochDay(long atNanos, ZoneId zone) {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(atNanos, NANOS_PER_SECOND));
    return LocalDate.ofInstant(instant, zone).toEpochDay();
  }
}
