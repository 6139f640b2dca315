package trading.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// The trading day of a moment: the day whose session began last, in one time zone.
// Hot: engine only; allocates nothing but at a day's first command.
final class TradingDay {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Instant LAST =
      Instant.ofEpochSecond(Long.MAX_VALUE / NANOS_PER_SECOND, Long.MAX_VALUE % NANOS_PER_SECOND);

  private final ZoneId zone;
  private final LocalTime sessionStart;
  private long nextStartNanos = Long.MIN_VALUE;
  private long epochDay;

  TradingDay(ZoneId zone, LocalTime sessionStart) {
    this.zone = zone;
    this.sessionStart = sessionStart;
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
    // Clocks that are set back over midnight can have shown the next day already.
    LocalDate day = LocalDate.ofInstant(now, zone).plusDays(1);
    while (start(day).isAfter(now)) {
      day = day.minusDays(1);
    }
    epochDay = day.toEpochDay();
    nextStartNanos = nanos(start(day.plusDays(1)));
    return true;
  }

  long epochDay() {
    return epochDay;
  }

  /// {@return the first moment at which the clocks of the zone show a day's start, or have skipped
  /// it}
  private Instant start(LocalDate day) {
    LocalDateTime start = day.atTime(sessionStart);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(start);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(start).getInstant()
        : start.toInstant(offsets.getFirst());
  }

  private static long nanos(Instant moment) {
    return moment.isAfter(LAST)
        ? Long.MAX_VALUE
        : Math.addExact(
            Math.multiplyExact(moment.getEpochSecond(), NANOS_PER_SECOND), moment.getNano());
  }
}
