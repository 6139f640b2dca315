package trading.core;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The trading day of a moment: the day whose session began last, in one time zone.
// Hot: engine only; allocates nothing but at a day's first command.
final class TradingDay {
  private final DailyTime start;
  private long nextStartNanos = Long.MIN_VALUE;
  private long epochDay;

  TradingDay(ZoneId zone, LocalTime sessionStart) {
    start = new DailyTime(zone, sessionStart);
  }

  /// Moves on to a moment.
  ///
  /// @param nowNanos never before the moment given last
  /// @return whether another day has begun
  boolean advance(long nowNanos) {
    if (nowNanos < nextStartNanos) {
      return false;
    }
    LocalDate day = start.dayOf(nowNanos);
    epochDay = day.toEpochDay();
    nextStartNanos = start.nanos(day.plusDays(1));
    return true;
  }

  long epochDay() {
    return epochDay;
  }

  /// {@return when the next day begins, nanoseconds since the epoch}
  long nextStartNanos() {
    return nextStartNanos;
  }
}
