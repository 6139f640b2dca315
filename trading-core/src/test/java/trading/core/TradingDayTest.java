package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
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
}
