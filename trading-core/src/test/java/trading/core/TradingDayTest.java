package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.event.Event;

/// The engine's time and its days.
class TradingDayTest {
  private static final long HOUR = 3_600_000_000_000L;

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  private static World in(String zone) {
    return World.empty(config -> config.with(Matching.QUOTES, ZoneId.of(zone)));
  }

  private static World in(String zone, String sessionStart) {
    return World.empty(config ->
        config.with(Matching.QUOTES, ZoneId.of(zone)).startingAt(LocalTime.parse(sessionStart)));
  }

  /// {@return the days that commands at these moments begin, as dates and in order}
  private static List<String> begun(World world, String... instants) {
    for (String instant : instants) {
      Instant at = Instant.parse(instant);
      world.clock.set(at.getEpochSecond() * 1_000_000_000L + at.getNano());
      world.engine.advance();
    }
    return world.told(Event.DayStarted.class).stream()
        .map(started ->
            LocalDate.ofEpochDay(started.epochDay())
                + " at "
                + Instant.EPOCH.plusNanos(started.atNanos()))
        .toList();
  }

  @Test
  void theEnginesTimeNeverRunsBack() {
    World world = World.onQuotes();
    List<Long> times = new ArrayList<>();
    for (long now : new long[] {100, 50, 200, -7, 200, Long.MIN_VALUE, 201}) {
      world.clock.set(now);
      world.accepted(OrderRequest.limit("alice", "ACME", Side.BUY, 1, 1));
      world.told.take().forEach(event -> times.add(event.atNanos()));
    }

    assertEquals(List.of(100L, 100L, 200L, 200L, 200L, 200L, 201L), times);
    assertEquals(200, world.order(4).createdNanos());
  }

  @Test
  void aDayBeginsAtMidnightOfTheZoneWithTheFirstCommand() {
    World world = in("Asia/Kolkata");
    world.clock.set(nanos("2024-03-01T18:29:59Z"));
    world.engine.advance();
    world.clock.set(nanos("2024-03-01T18:30:00Z") - 1);
    world.engine.advance();
    world.clock.set(nanos("2024-03-01T18:30:00Z"));
    world.engine.openAccount("alice");
    world.clock.set(nanos("2024-03-01T12:00:00Z"));
    world.engine.advance();

    List<Event> told = world.told.take();

    assertEquals(3, told.size(), told::toString);
    assertEquals(day(1, told), LocalDate.of(2024, 3, 1).toEpochDay());
    assertEquals(day(2, told), LocalDate.of(2024, 3, 2).toEpochDay());
    assertTrue(told.get(2) instanceof Event.AccountOpened, told::toString);
  }

  private static long day(int number, List<Event> told) {
    return ((Event.DayStarted) told.get(number - 1)).epochDay();
  }

  @Test
  void aCommandThatIsRefusedStartsTheDayToo() {
    World world = in("UTC");
    world.clock.set(nanos("2024-03-01T10:00:00Z"));

    world.refused(OrderRequest.market("nobody", "NONE", Side.BUY, 1));

    assertEquals(1, world.told(Event.DayStarted.class).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Asia/Kolkata", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu"})
  void everyDayStartsOnceAlsoWhereClocksAreChanged(String zone) {
    World world = in(zone);
    List<Long> expected = new ArrayList<>();
    long end = nanos("2019-06-01T00:00:00Z");
    for (long now = nanos("2018-01-01T00:00:00Z"); now < end; now += HOUR) {
      world.clock.set(now);
      world.engine.advance();
      long day = LocalDate.ofInstant(Instant.EPOCH.plusNanos(now), ZoneId.of(zone)).toEpochDay();
      if (expected.isEmpty() || expected.getLast() != day) {
        expected.add(day);
      }
    }

    assertEquals(
        expected,
        world.told(Event.DayStarted.class).stream().map(e -> (long) e.epochDay()).toList());
  }

  @Test
  void theLastDayThatNanosecondsCanTellStartsOnce() {
    World world = in("UTC");
    for (long back = 5; back > 0; back--) {
      world.clock.set(Long.MAX_VALUE - back);
      world.engine.advance();
    }

    assertEquals(1, world.told(Event.DayStarted.class).size());
  }

  @Test
  void daysWithoutACommandAreSkipped() {
    World world = in("UTC");
    world.clock.set(nanos("1969-12-31T23:59:59Z"));
    world.engine.advance();
    world.clock.set(nanos("2024-03-09T00:00:00Z"));
    world.engine.advance();

    List<Event> told = world.told.take();

    assertEquals(-1, day(1, told));
    assertEquals(LocalDate.of(2024, 3, 9).toEpochDay(), day(2, told));
  }

  @Test
  void aDayBeginsAtItsSessionsStartWithTheFirstCommand() {
    World world = in("Asia/Kolkata", "09:15");

    List<String> begun =
        begun(
            world,
            "2024-03-01T03:44:59.999999999Z",
            "2024-03-01T03:45:00Z",
            "2024-03-01T10:00:00Z",
            "2024-03-01T18:30:00Z",
            "2024-03-02T03:44:59.999999999Z",
            "2024-03-04T03:45:00.000000001Z",
            "2024-03-05T03:45:00Z");

    assertEquals(
        List.of(
            "2024-02-29 at 2024-03-01T03:44:59.999999999Z",
            "2024-03-01 at 2024-03-01T03:45:00Z",
            "2024-03-04 at 2024-03-04T03:45:00.000000001Z",
            "2024-03-05 at 2024-03-05T03:45:00Z"),
        begun);
  }

  @Test
  void aSessionsStartMayBeAnyNanosecond() {
    List<String> begun =
        begun(
            in("UTC", "09:15:00.000000007"),
            "2024-03-01T09:15:00.000000006Z",
            "2024-03-01T09:15:00.000000007Z");

    assertEquals(
        List.of(
            "2024-02-29 at 2024-03-01T09:15:00.000000006Z",
            "2024-03-01 at 2024-03-01T09:15:00.000000007Z"),
        begun);
  }

  @Test
  void aStartThatTheClocksSkipIsWhenTheyHaveSkippedIt() {
    // New York, 2024-03-10: 02:00 becomes 03:00.
    List<String> begun =
        begun(
            in("America/New_York", "02:30"),
            "2024-03-10T06:59:59.999999999Z",
            "2024-03-10T07:00:00Z",
            "2024-03-10T07:30:00Z",
            "2024-03-11T06:29:59Z",
            "2024-03-11T06:30:00Z");

    assertEquals(
        List.of(
            "2024-03-09 at 2024-03-10T06:59:59.999999999Z",
            "2024-03-10 at 2024-03-10T07:00:00Z",
            "2024-03-11 at 2024-03-11T06:30:00Z"),
        begun);
  }

  @Test
  void aStartThatTheClocksShowTwiceIsTheFirst() {
    // New York, 2024-11-03: 02:00 becomes 01:00.
    List<String> begun =
        begun(
            in("America/New_York", "01:30"),
            "2024-11-03T05:29:59Z",
            "2024-11-03T05:30:00Z",
            "2024-11-03T06:15:00Z",
            "2024-11-03T06:30:00Z",
            "2024-11-04T06:29:59Z",
            "2024-11-04T06:30:00Z");

    assertEquals(
        List.of(
            "2024-11-02 at 2024-11-03T05:29:59Z",
            "2024-11-03 at 2024-11-03T05:30:00Z",
            "2024-11-04 at 2024-11-04T06:30:00Z"),
        begun);
  }

  @Test
  void aFirstCommandAfterAStartThatIsShownTwiceBelongsToItsDay() {
    // Clocks show 01:15 for the second time, and have shown 01:30 once.
    List<String> begun = begun(in("America/New_York", "01:30"), "2024-11-03T06:15:00Z");

    assertEquals(List.of("2024-11-03 at 2024-11-03T06:15:00Z"), begun);
  }

  @Test
  void clocksThatAreSetBackOverMidnightBeginTheNextDayOnce() {
    // St. John's, 2010-11-07: 00:01 becomes 23:01 of the day before.
    List<String> begun =
        begun(
            in("America/St_Johns", "00:00"),
            "2010-11-07T02:29:59Z",
            "2010-11-07T02:31:00Z",
            "2010-11-07T03:00:00Z",
            "2010-11-07T03:30:00Z",
            "2010-11-08T03:29:59Z");
    List<String> late =
        begun(
            in("America/St_Johns", "00:00"),
            "2010-11-07T02:29:59Z",
            "2010-11-07T03:00:00Z",
            "2010-11-07T03:00:01Z");

    assertEquals(
        List.of("2010-11-06 at 2010-11-07T02:29:59Z", "2010-11-07 at 2010-11-07T02:31:00Z"), begun);
    assertEquals(
        List.of("2010-11-06 at 2010-11-07T02:29:59Z", "2010-11-07 at 2010-11-07T03:00:00Z"), late);
  }

  @Test
  void aDayThatTheCalendarSkipsDoesNotBegin() {
    // Apia went from the 29th to the 31st of December 2011.
    List<String> begun =
        begun(
            in("Pacific/Apia", "09:00"),
            "2011-12-30T09:59:59Z",
            "2011-12-30T10:00:00Z",
            "2011-12-30T18:59:59Z",
            "2011-12-30T19:00:00Z");

    assertEquals(
        List.of(
            "2011-12-29 at 2011-12-30T09:59:59Z",
            "2011-12-30 at 2011-12-30T10:00:00Z",
            "2011-12-31 at 2011-12-30T19:00:00Z"),
        begun);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Kolkata", "America/New_York", "America/Sao_Paulo"})
  void withASessionsStartEveryDayStartsOnceAlsoWhereClocksAreChanged(String zone) {
    World world = in(zone, "09:15");
    long end = nanos("2019-06-01T00:00:00Z");
    for (long now = nanos("2018-01-01T00:00:00Z"); now < end; now += HOUR / 4) {
      world.clock.set(now);
      world.engine.advance();
    }

    List<Event.DayStarted> begun = world.told(Event.DayStarted.class);
    for (int i = 1; i < begun.size(); i++) {
      Event.DayStarted started = begun.get(i);
      assertEquals(begun.get(i - 1).epochDay() + 1, started.epochDay());
      assertEquals(
          LocalDate.ofEpochDay(started.epochDay())
              .atTime(9, 15)
              .atZone(ZoneId.of(zone))
              .toInstant(),
          Instant.EPOCH.plusNanos(started.atNanos()));
    }
    // From the last day of 2017 to the last of May 2019.
    assertEquals(517, begun.size());
  }
}
