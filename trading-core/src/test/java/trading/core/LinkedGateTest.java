package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.SessionClose;
import trading.api.Side;
import trading.api.event.Event;

/// What the gate and the state hash must see of linked orders and sessions.
class LinkedGateTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int COMMANDS = 10_000;

  @Test
  void anOrderGrowsWithItsEntryOnlyAsFarAsTheGateAllows() {
    World world = World.onQuotes();
    world.gate.checks(FakeGate.maxPosition(10));
    OrderRequest entry = OrderRequest.limit("alice", "ACME", Side.BUY, 8, 100);
    OrderRequest after = OrderRequest.limit("alice", "ACME", Side.BUY, 8, 90);
    LinkedResult placed =
        world.engine.placeLinked(new LinkedOrders.OneTriggersOthers(entry, List.of(after)));
    assertInstanceOf(LinkedResult.Accepted.class, placed);

    world.quote(0, 0, 100, 5);
    world.told.take();
    world.quote(0, 0, 100, 3);

    assertEquals(8, world.engine.netLots("alice", "ACME"));
    assertEquals(5, world.order(2).lots(), "8 held and 8 more would be 16 of 10");
    assertTrue(
        world.told.take().stream()
            .anyMatch(e ->
                e instanceof Event.CancelRejected refused
                    && refused.orderId() == 2
                    && refused.reason() == Reason.RISK_LIMIT));
    assertEquals(OrderStatus.NEW, world.order(2).status());
  }

  /// Of random orders of all kinds; some of them are linked.
  @ParameterizedTest
  @EnumSource(Matching.class)
  void whatIsLeftOutForAnOrderWorks(Matching matching) {
    CountingGate gate = new CountingGate(FakeGate.maxPosition(100_000));
    FakeClock clock = new FakeClock();
    Engine engine = Engine.open(EngineConfig.of(new FakeLedger(), gate, clock).with(matching, UTC));
    EngineDoor door = new EngineDoor(engine, clock);
    RandomFlow flow = new RandomFlow(21, matching);

    flow.opening().forEach(door::answer);
    for (int i = 0; i < COMMANDS; i++) {
      door.answer(flow.next(gate.lastOrderId, id -> engine.order(id).orElseThrow()));
    }

    assertEquals(List.of(), gate.problems);
    assertTrue(gate.checksBesideLess > 100, gate.checksBesideLess + " checks left lots out");
    assertTrue(gate.checksBesideMore > 100, gate.checksBesideMore + " checks added lots");
  }

  @Test
  void theStateHashTellsInstrumentsThatCloseAtAnotherTimeApart() {
    assertNotEquals(hashWithClose("15:30"), hashWithClose("16:00"));
    assertEquals(hashWithClose("15:30"), hashWithClose("15:30"));
  }

  private static String hashWithClose(String time) {
    World world = World.empty(config -> config);
    world.engine.listInstrument(World.ACME.closingAt(new SessionClose(UTC, LocalTime.parse(time))));
    return world.engine.stateHash();
  }
}
