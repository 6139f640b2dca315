package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Clock;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Side;
import trading.api.spi.EventListener;

/// The same commands give the same bytes, live and from the journal.
class DeterminismTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final int COMMANDS = 15_000;

  /// What a run leaves behind.
  private record Outcome(String digest, String stateHash) {}

  @ParameterizedTest
  @CsvSource({"QUOTES, 31", "BARS, 32"})
  void theSameCommandsGiveTheSameDigestAndState(Matching matching, long seed) {
    Outcome first = live(matching, seed, Journal.none());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

      assertEquals(first, live(matching, seed, Journal.none()), () -> "seed " + seed);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertNotEquals(first.digest(), live(matching, seed + 1, Journal.none()).digest());
  }

  @ParameterizedTest
  @CsvSource({"QUOTES, 41", "QUOTES, 42", "BARS, 43", "BARS, 44"})
  void theJournalRunAgainGivesTheSameDigestAndState(Matching matching, long seed) {
    RecordedJournal journal = new RecordedJournal();
    Outcome live = live(matching, seed, journal);

    CommandReplay replay = new CommandReplay();
    EventDigest digest = new EventDigest();
    RecordedJournal again = new RecordedJournal();
    Engine engine = engine(matching, replay, again, digest);
    journal.replay(replay, engine);

    assertEquals(live, new Outcome(digest.hex(), engine.stateHash()), () -> "seed " + seed);
    assertEquals(live.digest(), journal.digest(), () -> "seed " + seed);
    assertEquals(journal.commandDigest(), again.commandDigest(), () -> "seed " + seed);
  }

  @Test
  void aStrangersSpoiledNameStaysAStrangersWhenItRunsAgain() {
    RecordedJournal journal = new RecordedJournal();
    FakeClock clock = new FakeClock();
    EventDigest digest = new EventDigest();
    Engine engine = engine(Matching.QUOTES, clock, journal, digest);
    engine.listInstrument(World.ACME);
    engine.openAccount("?");
    engine.placeOrder(OrderRequest.limit("\uD83D", "ACME", Side.BUY, 1, 1));
    engine.placeOrder(OrderRequest.limit("?", "\uDE00", Side.BUY, 1, 1));
    engine.cancelOrder("\uD83D", 1);

    CommandReplay replay = new CommandReplay();
    EventDigest digestAgain = new EventDigest();
    Engine again = engine(Matching.QUOTES, replay, Journal.none(), digestAgain);
    journal.replay(replay, again);

    assertEquals(List.of(), again.orders("?"));
    assertEquals(engine.stateHash(), again.stateHash());
    assertEquals(digest.hex(), digestAgain.hex());
  }

  /// A record keeps no more of a name than 2,000 bytes: these two are one then.
  @Test
  void namesThatDifferBeyondWhatIsKeptAreUnknownWhenTheyRunAgain() {
    RecordedJournal journal = new RecordedJournal();
    FakeClock clock = new FakeClock();
    EventDigest digest = new EventDigest();
    Engine engine = engine(Matching.QUOTES, clock, journal, digest);
    engine.listInstrument(World.ACME);
    String name = "x".repeat(2_500);
    engine.placeLinked(
        new LinkedOrders.OneCancelsOther(
            OrderRequest.limit(name + "1", "ACME", Side.BUY, 1, 1),
            OrderRequest.limit(name + "2", "ACME", Side.BUY, 1, 1)));

    CommandReplay replay = new CommandReplay();
    EventDigest digestAgain = new EventDigest();
    journal.replay(replay, engine(Matching.QUOTES, replay, Journal.none(), digestAgain));

    assertEquals(digest.hex(), digestAgain.hex());
  }

  @Test
  void everyKindOfStateStandsInTheHash() {
    List<String> hashes = new ArrayList<>();
    World world = World.onQuotes();
    hashes.add(world.engine.stateHash());
    world.engine.openAccount("carol");
    hashes.add(world.engine.stateHash());
    world.engine.moveCash("carol", "USD", 1);
    hashes.add(world.engine.stateHash());
    world.quote(99, 5, 101, 5);
    hashes.add(world.engine.stateHash());
    world.quote(99, 5, 101, 6);
    hashes.add(world.engine.stateHash());
    world.accepted(OrderRequest.limit("carol", "ACME", Side.BUY, 2, 100));
    hashes.add(world.engine.stateHash());
    world.engine.cancelOrder("carol", 1);
    hashes.add(world.engine.stateHash());
    world.accepted(OrderRequest.market("carol", "ACME", Side.BUY, 1));
    hashes.add(world.engine.stateHash());

    assertEquals(hashes.size(), hashes.stream().distinct().count(), hashes::toString);
  }

  @Test
  void whetherABarIsOpenStandsInTheHash() {
    World world = World.onBars();
    world.engine.openBar("ACME", 100);
    String open = world.engine.stateHash();

    world.engine.closeBar("ACME", 100, 100, 100);

    assertNotEquals(open, world.engine.stateHash());
  }

  @Test
  void timeAloneDoesNotChangeTheHash() {
    World world = World.onQuotes();
    String before = world.engine.stateHash();

    world.clock.set(5_000_000_000L);
    world.engine.advance();
    world.refused(OrderRequest.market("alice", "ACME", Side.BUY, 1));

    assertEquals(before, world.engine.stateHash());
  }

  @Test
  void theDigestIsTheSha256OfTheEventsInOrder() {
    String nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertEquals(nothing, new EventDigest().hex());

    World world = World.onQuotes();
    EventDigest digest = new EventDigest();
    world.engine.addListener(digest);
    assertEquals(nothing, digest.hex());
    world.quote(99, 5, 101, 5);

    assertNotEquals(nothing, digest.hex());
    assertEquals(digest.hex(), digest.hex());
  }

  private static Outcome live(Matching matching, long seed, Journal journal) {
    FakeClock clock = new FakeClock();
    EventDigest digest = new EventDigest();
    Engine engine = engine(matching, clock, journal, digest);
    EngineDoor door = new EngineDoor(engine, clock);
    RandomFlow flow = new RandomFlow(seed, matching);
    flow.opening().forEach(door::answer);
    long lastOrderId = 0;
    for (int i = 0; i < COMMANDS; i++) {
      Command command = flow.next(lastOrderId, id -> engine.order(id).orElseThrow());
      try {
        switch (door.take(command)) {
          case Reply.One(OrderResult.Accepted(var order)) ->
              lastOrderId = Math.max(lastOrderId, order.id());
          case Reply.Linked(LinkedResult.Accepted(var orders)) ->
              lastOrderId = Math.max(lastOrderId, orders.getLast().id());
          default -> {}
        }
      } catch (BadInputException _) {
        // The flow contains bad input; it must leave no trace, which the digest shows.
      }
    }
    return new Outcome(digest.hex(), engine.stateHash());
  }

  private static Engine engine(
      Matching matching, Clock clock, Journal journal, EventListener listener) {
    FakeGate gate = new FakeGate();
    gate.checks(FakeGate.maxPosition(100_000));
    Engine engine =
        Engine.open(
            EngineConfig.of(new FakeLedger(), gate, clock)
                .with(matching, ZONE)
                .with(new BasisPointFees(1234))
                .with(journal));
    engine.addListener(listener);
    return engine;
  }
}
