package trading.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// A time of day on the clocks of a zone, as a moment of each day.
///
/// @param zone the zone
/// @param time the time on its clocks. On a day whose clocks skip it, it is when they have skipped
///   it; on one whose clocks show it twice, when they show it first
record DailyTime(ZoneId zone, LocalTime time) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Instant LAST =
      Instant.ofEpochSecond(Long.MAX_VALUE / NANOS_PER_SECOND, Long.MAX_VALUE % NANOS_PER_SECOND);

  /// {@return the day whose moment was the last one up to now}
  LocalDate dayOf(long nowNanos) {
    Instant now =
        Instant.ofEpochSecond(
            Math.floorDiv(nowNanos, NANOS_PER_SECOND), Math.floorMod(nowNanos, NANOS_PER_SECOND));
    // Clocks that are set back over midnight can have shown the next day already.
    LocalDate day = LocalDate.ofInstant(now, zone).plusDays(1);
    while (moment(day).isAfter(now)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// {@return the moment of a day, nanoseconds since the epoch, at most the largest number}
  long nanos(LocalDate day) {
    Instant moment = moment(day);
    return moment.isAfter(LAST)
        ? Long.MAX_VALUE
        : Math.addExact(
            Math.multiplyExact(moment.getEpochSecond(), NANOS_PER_SECOND), moment.getNano());
  }

  /// {@return the next moment after now}
  long nextAfter(long nowNanos) {
    return nanos(dayOf(nowNanos).plusDays(1));
  }

  private Instant moment(LocalDate day) {
    LocalDateTime local = day.atTime(time);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.getFirst());
  }
}
