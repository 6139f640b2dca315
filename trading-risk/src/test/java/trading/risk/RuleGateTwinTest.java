package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Side;
import trading.api.event.Event;

class RuleGateTwinTest {
  private static final int EVENTS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void rulesSeeWhatANaiveTwinCounts(long seed) {
    Probe probe = new Probe();
    World world = World.of(probe.gate());
    NaiveCounters twin = new NaiveCounters();
    RandomEvents events = new RandomEvents(seed);

    for (int i = 0; i < EVENTS; i++) {
      Event event = events.next();
      world.apply(event);
      twin.apply(event, world.ledger);

      int account = 1 + i / 2 % 2;
      int instrument = 1 + i % 3;
      int currency = instrument == World.GOOG ? World.USD : World.INR;
      // In turn a new order, an amendment, an exit beside the other one, the second of a pair.
      int turn = i / 6 % 4;
      boolean reduces = i / 24 % 2 == 0;
      Side first = i / 48 % 2 == 0 ? Side.BUY : Side.SELL;
      long working = twin.oneBuy(account, instrument, reduces);
      AskingOrder order = World.order(account, instrument, Side.BUY, 1);
      world.ask(
          switch (turn) {
            case 0 -> order;
            case 1 -> (reduces ? order.reducing() : order).replacing(working);
            case 2 -> order.besideExit(working, reduces);
            default -> order.behind(first, 7, reduces);
          });
      long buys = turn == 0 ? 0 : turn < 3 ? -working : first == Side.BUY ? 7 : 0;
      long sells = turn == 3 && first == Side.SELL ? 7 : 0;
      long equity = world.ledger.equityMicros(account, currency);
      Probe.Seen expected =
          new Probe.Seen(
              world.ledger.netLots(account, instrument),
              twin.working(account, instrument, Side.BUY) + buys,
              twin.working(account, instrument, Side.SELL) + sells,
              twin.reducing(account, instrument, Side.BUY) + (reduces ? buys : 0),
              twin.reducing(account, instrument, Side.SELL) + (reduces ? sells : 0),
              world.ledger.markTicks(instrument),
              world.ledger.cashMicros(account, currency),
              equity,
              twin.peak(account, currency, world.ledger),
              twin.gross(account, currency, world.ledger, instrument, buys, sells),
              twin.dayProfit(account, currency, equity),
              twin.ordersToday(account) + (turn == 3 ? 1 : 0));
      int step = i;
      assertEquals(expected, probe.seen(), () -> "seed " + seed + ", event " + step + ": " + event);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aGateRestoredMidwayEqualsTheOneThatSawAll(long seed) {
    World all = World.of(defaults());
    RandomEvents events = new RandomEvents(seed);
    for (int i = 0; i < EVENTS / 2; i++) {
      all.apply(events.next());
    }

    Snapshot snapshot = Snapshot.of(all.gate);
    World restored = World.bare(defaults(), all.ledger);
    restored.gate.read(snapshot.reader(snapshot.values().size()));
    assertEquals(snapshot.values(), Snapshot.of(restored.gate).values(), "seed " + seed);

    World alone = World.bare(restored.gate, new FakeLedger());
    for (int i = 0; i < EVENTS / 2; i++) {
      Event event = events.next();
      all.apply(event);
      alone.gate.apply(Encoded.view(event), all.ledger);
      int step = i;
      AskingOrder plain = World.order(1 + i % 2, 1 + i % 3, Side.BUY, 50);
      AskingOrder order = i / 6 % 2 == 0 ? plain : plain.reducing();
      assertEquals(
          all.ask(order),
          alone.gate.check(order, all.ledger),
          () -> "seed " + seed + ", event " + step + ": " + event);
    }
    assertEquals(Snapshot.of(all.gate).values(), Snapshot.of(alone.gate).values(), "seed " + seed);
    assertEquals(
        all.gate.summary(World.TRADER, all.ledger), alone.gate.summary(World.TRADER, all.ledger));
  }

  @Test
  void theSnapshotDoesNotTellHowItsStateCameAbout() {
    World straight = World.of(defaults());
    World detour = World.of(defaults());
    for (int order : World.upTo(5_000)) {
      detour.accept(order, 1, World.SBIN, Side.BUY, 3);
    }
    for (int order : World.upTo(5_000)) {
      detour.cancel(order, 1, World.SBIN, Side.BUY, 3);
    }
    detour.day(1);
    straight.day(1);
    detour.accept(5_001, 1, World.ITC, Side.BUY, 3);
    straight.accept(5_001, 1, World.ITC, Side.BUY, 3);

    assertEquals(Snapshot.of(straight.gate).values(), Snapshot.of(detour.gate).values());
  }

  @Test
  void aSnapshotThatEndsTooEarlyChangesNothing() {
    World world = World.of(defaults());
    RandomEvents events = new RandomEvents(99);
    for (int i = 0; i < 500; i++) {
      world.apply(events.next());
    }
    Snapshot snapshot = Snapshot.of(world.gate);

    RuleGate gate = World.of(defaults()).gate;
    List<Object> before = Snapshot.of(gate).values();
    for (int count = 0; count < snapshot.values().size(); count++) {
      int length = count;
      assertThrows(IllegalStateException.class, () -> gate.read(snapshot.reader(length)));
    }

    assertEquals(before, Snapshot.of(gate).values());
  }

  @Test
  void anAccountsOwnRulesComeBackWithTheSnapshot() {
    RiskConfig config =
        RiskConfig.none().withAccount(World.OTHER, "max_position_size", Map.of("limit", "5"));
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));
    Snapshot snapshot = Snapshot.of(world.gate);

    World restored = World.bare(RuleGate.open(BuiltInRules.providers(), config), new FakeLedger());
    restored.gate.read(snapshot.reader(snapshot.values().size()));

    assertEquals(5, restored.ask(2, World.ITC, Side.BUY, 6).orElseThrow().limit());
    assertTrue(restored.ask(1, World.ITC, Side.BUY, 6).isEmpty());
  }

  private static RuleGate defaults() {
    return RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults());
  }
}
