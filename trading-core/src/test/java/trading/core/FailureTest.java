package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.BadInputException;
import trading.api.EngineStateException;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.Field;

/// A failure behind the door stops the engine for good; reading stays possible.
class FailureTest {
  private static final OrderRequest BUY = OrderRequest.limit("alice", "ACME", Side.BUY, 10, 90);

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new IllegalStateException("the disk is full"),
        new BadInputException(Reason.BAD_SETTING, "the disk is full"));
  }

  private static void assertStopped(World world, Throwable first) {
    List<Runnable> commands =
        List.of(
            () -> world.engine.placeOrder(BUY),
            () -> world.engine.cancelOrder("alice", 1),
            () -> world.quote(99, 1, 101, 1),
            world.engine::advance);
    for (Runnable command : commands) {
      EngineStateException thrown = assertThrows(EngineStateException.class, command::run);
      assertEquals(Reason.ENGINE_STOPPED, thrown.reason());
      assertSame(first, thrown.getCause());
      assertTrue(thrown.getMessage().contains(first.getMessage()), thrown::getMessage);
    }
    assertEquals(1_000_000, world.engine.cashMicros("bob", "USD"));
    assertEquals(64, world.engine.stateHash().length());
  }

  private static void assertStops(World world, Throwable first) {
    EngineStateException thrown =
        assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));
    assertEquals(Reason.ENGINE_STOPPED, thrown.reason());
    assertSame(first, thrown.getCause());
    assertEquals(List.of(), world.told.take());
    assertStopped(world, first);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aJournalThatThrowsStopsTheEngineAndNothingIsTold(RuntimeException failure) {
    boolean[] full = {false};
    World world =
        World.peopled(config ->
            config.with((_, _) -> {
              if (full[0]) {
                throw failure;
              }
            }));
    full[0] = true;

    assertStops(world, failure);

    full[0] = false;
    assertStopped(world, failure);
  }

  /// {@return a world whose first listener lets another caller's order fail in the journal}
  private static World withAFullDiskWhileTelling(RuntimeException failure) {
    boolean[] full = {false};
    World world =
        World.peopled(config ->
            config.with((_, _) -> {
              if (full[0]) {
                throw failure;
              }
            }));
    world.engine.addListener(_ -> {
      full[0] = true;
      CompletableFuture<OrderResult> other =
          CompletableFuture.supplyAsync(() -> world.engine.placeOrder(BUY));
      CompletionException thrown = assertThrows(CompletionException.class, other::join);
      assertSame(failure, thrown.getCause().getCause());
    });
    return world;
  }

  @Test
  @Timeout(20)
  void whatTheJournalDidNotTakeIsNotToldByAnotherCallerEither() {
    IllegalStateException failure = new IllegalStateException("the disk is full");
    World world = withAFullDiskWhileTelling(failure);

    world.accepted(BUY);

    assertEquals(1, world.told.take().size());
    assertStopped(world, failure);
  }

  @Test
  @Timeout(20)
  void theFirstFailureIsTheOneThatIsNamed() {
    IllegalStateException failure = new IllegalStateException("the disk is full");
    World world = withAFullDiskWhileTelling(failure);
    world.engine.addListener(_ -> {
      throw new IllegalStateException("listener broke");
    });

    EngineStateException thrown =
        assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));

    assertSame(failure, thrown.getCause());
    assertStopped(world, failure);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aGateThatThrowsStopsTheEngine(RuntimeException failure) {
    World world = World.onQuotes();
    world.gate.checks((_, _) -> {
      throw failure;
    });

    assertStops(world, failure);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFeeModelThatThrowsStopsTheEngineAndNothingIsTold(RuntimeException failure) {
    World world =
        World.peopled(config ->
            config.with((_, _, _, _) -> {
              throw failure;
            }));
    world.quote(80, 5, 90, 5);
    world.told.take();

    assertStops(world, failure);
  }

  @Test
  void aFeeBelowZeroStopsTheEngine() {
    World world = World.peopled(config -> config.with((_, _, _, _) -> -1));
    world.quote(80, 5, 90, 5);

    EngineStateException thrown =
        assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));

    assertEquals(Reason.ENGINE_STOPPED, thrown.reason());
    assertTrue(thrown.getMessage().contains("was -1 for ACME"), thrown::getMessage);
  }

  @Test
  void aClockThatThrowsIsTheCallersErrorAndTheEngineLivesOn() {
    IllegalStateException noTime = new IllegalStateException("no time");
    boolean[] broken = {false};
    UnaryOperator<EngineConfig> with =
        config ->
            new EngineConfig(
                config.ledger(),
                config.gate(),
                config.fees(),
                () -> {
                  if (broken[0]) {
                    throw noTime;
                  }
                  return 0;
                },
                config.matching(),
                config.zone(),
                config.sessionStart(),
                config.journal(),
                0);
    World world = World.peopled(with);
    broken[0] = true;

    assertSame(
        noTime, assertThrows(IllegalStateException.class, () -> world.engine.placeOrder(BUY)));

    broken[0] = false;
    assertEquals(1, world.accepted(BUY).id());
  }

  @Test
  void aListenerThatThrowsStopsTheEngineButItsOrderStands() {
    World world = World.onQuotes();
    ToldEvents after = new ToldEvents();
    IllegalStateException failure = new IllegalStateException("listener broke");
    world.engine.addListener(_ -> {
      throw failure;
    });
    world.engine.addListener(after);
    String journaled = world.journal.digest();

    EngineStateException thrown =
        assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));

    assertEquals(Reason.ENGINE_STOPPED, thrown.reason());
    assertSame(failure, thrown.getCause());
    assertEquals(1, world.engine.orders("alice").size());
    assertFalse(journaled.equals(world.journal.digest()));
    assertEquals(1, world.told.take().size());
    assertEquals(List.of(), after.take());
    assertStopped(world, failure);
    assertEquals(List.of(), world.told.take());
  }

  @Test
  void aCommandFromInsideAListenerThatIsNotCaughtStopsTheEngine() {
    World world = World.onQuotes();
    world.engine.addListener(_ -> world.engine.placeOrder(BUY));

    EngineStateException thrown =
        assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));

    assertEquals(Reason.ENGINE_STOPPED, thrown.reason());
    assertTrue(thrown.getMessage().contains("callback"), thrown::getMessage);
    assertEquals(1, world.engine.orders("alice").size());
    assertStopped(world, thrown.getCause());
  }

  @Test
  @Timeout(20)
  void nobodyIsToldAnythingOnceAListenerHasThrown() throws Exception {
    World world = World.onQuotes();
    CompletableFuture<Void> second = new CompletableFuture<>();
    IllegalStateException failure = new IllegalStateException("listener broke");
    world.engine.addListener(event -> {
      if (EventCodec.decode(event) instanceof Event.OrderAccepted) {
        second.completeAsync(() -> {
          world.engine.placeOrder(OrderRequest.limit("bob", "ACME", Side.BUY, 1, 1));
          return null;
        });
        while (world.engine.order(event.value(Field.ORDER) + 1).isEmpty()) {
          Thread.onSpinWait();
        }
        throw failure;
      }
    });

    assertThrows(EngineStateException.class, () -> world.engine.placeOrder(BUY));

    ExecutionException other =
        assertThrows(ExecutionException.class, () -> second.get(10, TimeUnit.SECONDS));
    assertEquals(Reason.ENGINE_STOPPED, ((EngineStateException) other.getCause()).reason());
    List<Event> told = world.told.take();
    assertEquals(1, told.size(), told::toString);
    assertStopped(world, failure);
  }
}
