package trading.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The trading day of a moment: the calendar day of one time zone.
// Hot: engine only; allocates nothing but at a day's first command.
final class TradingDay {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final ZoneId zone;
  private long nextStartNanos = Long.MIN_VALUE;
  private long epochDay;

  TradingDay(ZoneId zone) {
    this.zone = zone;
  }

  /// Moves on to a moment.
  ///
  /// @param nowNanos never before the moment given last
  /// @return whether another day has begun
  boolean advance(long nowNanos) {
    if (nowNanos < nextStartNanos) {
      return false;
    }
    Instant now =
        Instant.ofEpochSecond(
            Math.floorDiv(nowNanos, NANOS_PER_SECOND), Math.floorMod(nowNanos, NANOS_PER_SECOND));
    LocalDate day = LocalDate.ofInstant(now, zone);
    epochDay = day.toEpochDay();
    long nextStart = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
    nextStartNanos =
        nextStart > Long.MAX_VALUE / NANOS_PER_SECOND
            ? Long.MAX_VALUE
            : nextStart * NANOS_PER_SECOND;
    return true;
  }

  long epochDay() {
    return epochDay;
  }
}
