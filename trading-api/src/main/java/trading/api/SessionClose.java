package trading.api;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/// When an instrument's session ends, every day: DAY orders expire then.
///
/// @param zone the exchange's time zone
/// @param time the time on its clocks. On a day whose clocks skip it, the session ends when they
///   have skipped it; on one whose clocks show it twice, when they show it first
public record SessionClose(ZoneId zone, LocalTime time) {
  /// Checks that nothing is missing.
  public SessionClose {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(time, "time");
  }
}
