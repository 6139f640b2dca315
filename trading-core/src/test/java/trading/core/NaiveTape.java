package trading.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.event.Event;

/// Time and events of the naive twin.
final class NaiveTape {
  private final ZoneId zone;
  private final List<Event> events = new ArrayList<>();
  private Optional<LocalDate> day = Optional.empty();
  private long clockNanos;
  private long nowNanos = Long.MIN_VALUE;
  private long seq;

  NaiveTape(ZoneId zone) {
    this.zone = zone;
  }

  void clock(long nanos) {
    clockNanos = nanos;
  }

  long now() {
    return nowNanos;
  }

  long next() {
    return ++seq;
  }

  void add(Event event) {
    events.add(event);
  }

  List<Event> take() {
    List<Event> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /// A command has begun: time goes on, perhaps to another day.
  void begin() {
    nowNanos = Math.max(nowNanos, clockNanos);
    LocalDate today = LocalDate.ofInstant(Instant.EPOCH.plus(Duration.ofNanos(nowNanos)), zone);
    if (day.isEmpty() || !day.get().equals(today)) {
      day = Optional.of(today);
      add(new Event.DayStarted(next(), nowNanos, (int) today.toEpochDay()));
    }
  }
}
