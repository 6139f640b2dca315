package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import trading.api.EngineStateException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.Event;

/// Commands from inside callbacks are refused; what they leave behind is whole.
class CallbackTest {
  private static final OrderRequest BUY = OrderRequest.limit("alice", "ACME", Side.BUY, 10, 90);

  private final World world = World.onQuotes();
  private final Engine engine = world.engine;

  private List<Executable> everyCommand() {
    return List.of(
        () -> engine.placeOrder(BUY),
        () -> engine.cancelOrder("alice", 1),
        () -> engine.listInstrument(Instrument.of("NEW", "USD", "1", "1")),
        () -> engine.openAccount("carol"),
        () -> engine.moveCash("alice", "USD", 1),
        engine::advance,
        () -> world.quote(99, 1, 101, 1),
        () -> engine.openBar("ACME", 100),
        () -> engine.closeBar("ACME", 100, 100, 100));
  }

  private void assertEveryCommandIsRefused() {
    for (Executable command : everyCommand()) {
      EngineStateException thrown = assertThrows(EngineStateException.class, command);
      assertEquals(Reason.CALLED_FROM_CALLBACK, thrown.reason());
      assertTrue(thrown.getMessage().contains("callback"), thrown::getMessage);
    }
  }

  private void assertLivesOnWithOneOrder() {
    assertEquals(1, engine.orders("alice").size());
    assertEquals(OrderStatus.NEW, world.order(1).status());
    assertEquals(2, world.accepted(BUY).id());
  }

  @Test
  void noCommandIsTakenFromInsideAListenerAndTheEngineLivesOn() {
    List<Event> seen = new ArrayList<>();
    engine.addListener(event -> {
      if (seen.isEmpty()) {
        seen.addAll(world.told.take());
        assertEveryCommandIsRefused();
      }
    });

    world.accepted(BUY);

    assertEquals(1, seen.size());
    assertLivesOnWithOneOrder();
  }

  @Test
  void noCommandIsTakenFromInsideTheGateAndTheEngineLivesOn() {
    world.gate.checks((_, _) -> {
      assertEveryCommandIsRefused();
      return Optional.empty();
    });

    world.accepted(BUY);

    assertLivesOnWithOneOrder();
  }

  @Test
  void noCommandIsTakenFromInsideAReadAndTheEngineLivesOn() {
    long mark =
        engine.read(ledger -> {
          assertEveryCommandIsRefused();
          return ledger.markTicks(1);
        });
    assertThrows(EngineStateException.class, () -> engine.read(_ -> engine.placeOrder(BUY)));

    assertEquals(0, mark);
    world.accepted(BUY);
    assertLivesOnWithOneOrder();
  }

  @Test
  void readingIsAllowedFromEveryCallback() {
    List<Object> read = new ArrayList<>();
    engine.addListener(_ -> read.add(List.of(engine.order(1).orElseThrow(), engine.stateHash())));
    world.gate.checks((_, ledger) -> {
      read.add(engine.netLots("alice", "ACME") + ledger.netLots(1, 1));
      return Optional.empty();
    });

    world.accepted(BUY);
    engine.read(_ -> read.add(engine.cashMicros("alice", "USD")));

    assertEquals(3, read.size(), read::toString);
    assertEquals(1_000_000L, read.getLast());
  }

  @Test
  void aListenerMayCommandAnotherEngine() {
    World other = World.onQuotes();
    engine.addListener(_ -> other.engine.placeOrder(BUY));

    world.accepted(BUY);

    assertEquals(1, other.engine.orders("alice").size());
  }

  @Test
  void aListenerIsToldFromItsAddingToItsRemoval() {
    ToldEvents late = new ToldEvents();
    world.accepted(BUY);
    engine.addListener(late);
    world.accepted(BUY);
    engine.removeListener(late);
    world.accepted(BUY);

    List<Event> told = late.take();
    assertEquals(1, told.size(), told::toString);
    assertEquals(2, ((Event.OrderAccepted) told.getFirst()).orderId());
  }
}
