package trading.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.SessionClose;
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

  /// {@return the time of a command that comes now}
  long nextNow() {
    return Math.max(nowNanos, clockNanos);
  }

  /// A command has begun: time goes on, perhaps to another day.
  void begin() {
    nowNanos = nextNow();
    LocalDate today = LocalDate.ofInstant(instant(nowNanos), zone);
    if (day.isEmpty() || !day.get().equals(today)) {
      day = Optional.of(today);
      add(new Event.DayStarted(next(), nowNanos, (int) today.toEpochDay()));
    }
  }

  /// {@return when a DAY order that is given now expires}
  long dayEnds(NaiveMarket market) {
    Instrument instrument = market.instrument;
    if (market.matching == Matching.BARS || instrument.close().isEmpty()) {
      return nanos(moment(day.orElseThrow().plusDays(1), LocalTime.MIDNIGHT, zone));
    }
    SessionClose close = instrument.close().get();
    LocalDate date = LocalDate.ofInstant(instant(nowNanos), close.zone()).minusDays(2);
    while (nanos(moment(date, close.time(), close.zone())) <= nowNanos) {
      date = date.plusDays(1);
    }
    return nanos(moment(date, close.time(), close.zone()));
  }

  /// {@return when clocks show a time first, or have skipped it}
  private static Instant moment(LocalDate date, LocalTime time, ZoneId zone) {
    LocalDateTime local = date.atTime(time);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.getFirst());
  }

  private static Instant instant(long nanos) {
    return Instant.EPOCH.plus(Duration.ofNanos(nanos));
  }

  private static long nanos(Instant moment) {
    return Duration.between(Instant.EPOCH, moment).toNanos();
  }
}
