package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.strategies.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.spi.QuoteView;
import trading.strategies.StrategyStatus.State;

/// Threads and mailboxes; what hangs or takes too long is in [ThreadedBudgetTest].
class ThreadedStrategiesTest extends StrategiesContract {
  private static final int CAPACITY = 1_000;

  /// A slow machine is no fault of a strategy: stops wait long, and for callbacks time stands
  /// still.
  private static final StrategyLimits PATIENT =
      StrategyLimits.DEFAULTS.withStopBound(Duration.ofSeconds(60));

  @Override
  Strategies open(OrderEntry door, AccountReader reader) {
    return open(door, reader, PATIENT.withMailboxCapacity(CAPACITY));
  }

  private static ThreadedStrategies open(
      OrderEntry door, AccountReader reader, StrategyLimits limits) {
    return ThreadedStrategies.open(door, reader, limits, () -> 0);
  }

  @Test
  void eachStrategyHasADaemonThreadOfItsOwn() {
    AtomicReference<Thread> ofOne = new AtomicReference<>();
    AtomicReference<Thread> ofTwo = new AtomicReference<>();
    made.getFirst().atBar = (_, _) -> ofOne.set(Thread.currentThread());
    two.atBar = (_, _) -> ofTwo.set(Thread.currentThread());

    showBar();

    eventually(() -> assertEquals("strategy-one", String.valueOf(name(ofOne))));
    eventually(() -> assertEquals("strategy-two", String.valueOf(name(ofTwo))));
    assertTrue(ofOne.get().isDaemon());
  }

  @Test
  void aSlowStrategyDelaysNeitherTheFeedNorTheOthers() {
    Gate gate = new Gate();
    made.getFirst().atBar = (_, _) -> gate.pass();

    LongStream.rangeClosed(1, 500).forEach(_ -> showBar());

    eventually(() -> assertEquals(500, seen(two, "bar")));
    gate.awaitArrival();
    assertEquals(1, seen(made.getFirst(), "bar"));
    assertEquals(499, one().backlog().waiting());
    gate.open();
    eventually(() -> assertEquals(500, seen(made.getFirst(), "bar")));
    assertEquals(0, one().backlog().waiting());
    assertEquals(List.of(State.RUNNING, State.RUNNING), states());
  }

  @Test
  void ofManyQuotesALaggingStrategySeesTheLatestWithAllThatTradedAndEveryBar() {
    Gate gate = new Gate();
    AtomicReference<Long> traded = new AtomicReference<>(0L);
    made.getFirst().atQuote =
        (quote, _) -> {
          traded.set(quote.tradedLots());
          gate.pass();
        };
    strategies.onQuote(quote(1, 70, 5));
    gate.awaitArrival();

    strategies.onQuote(quote(2, 71, 5));
    strategies.onBar(new TestBar(TCS, 3, 71, 71));
    strategies.onQuote(quote(4, 72, 6));
    strategies.onBar(new TestBar(TCS, 5, 72, 72));
    strategies.onQuote(quote(6, 73, 7));
    assertEquals(3, one().backlog().waiting());
    gate.open();

    eventually(() ->
        assertEquals(
            List.of("quote 70 at 1", "bar 71 at 3", "bar 72 at 5", "quote 73 at 6"),
            made.getFirst().calls()));
    eventually(() -> assertEquals(5 + 6 + 7, traded.get()));
    assertEquals(2, one().backlog().conflatedQuotes());
  }

  @Test
  void whatIsLentIsCopied() {
    Gate gate = new Gate();
    made.getFirst().atBar = (_, _) -> gate.pass();
    showBar();
    gate.awaitArrival();
    ChangingQuote quote = new ChangingQuote();

    strategies.onQuote(quote);
    quote.lastTicks = 99;
    gate.open();

    eventually(() -> assertEquals(1, seen(made.getFirst(), "quote 70 at 8")));
  }

  @Test
  void aThrowingStrategyIsStoppedItsOrdersCanceledAndTheOthersGoOn() {
    orderOnce(made.getFirst());
    made.getFirst().atQuote =
        (_, desk) -> {
          desk.submit(limit("acc_1", 7));
          throw new IllegalStateException("bug");
        };

    strategies.onQuote(new TestQuote(TCS, 9_000, 70));
    showBar();

    eventually(() -> assertEquals(List.of("acc_1 1"), engine.canceled));
    eventually(() -> assertEquals(2, seen(two, "bar")));
    assertEquals("onQuote threw java.lang.IllegalStateException: bug", one().stopReason());
    assertEquals(1, engine.placed.size());
    assertEquals(List.of(State.STOPPED, State.RUNNING), states());
    assertEquals(1, logged("ERROR", "strategy one of account acc_1 was stopped: onQuote threw"));
  }

  @Test
  void anOrderThatSomebodyElseFillsIsTold() {
    orderOnce(made.getFirst());

    engine.fill(1, 2, 60);
    engine.fill(1, 3, 60);

    eventually(() -> assertEquals(1, seen(made.getFirst(), "order 1 FILLED 5")));
    assertEquals(0, seen(two, "order"));
  }

  @Test
  void aDoorThatThrowsStopsTheStrategyThatOrders() {
    made.getFirst().atBar = (_, desk) -> desk.submit(limit("acc_1", 1));
    engine.failNext(new IllegalStateException("ENGINE_STOPPED"));

    showBar();

    eventually(() -> assertEquals(State.STOPPED, one().state()));
    assertEquals(
        "its thread failed: java.lang.IllegalStateException: ENGINE_STOPPED", one().stopReason());
  }

  @Test
  void aFullMailboxStopsTheStrategyAndNeverTheFeed() {
    orderOnce(made.getFirst());
    Gate gate = new Gate();
    made.getFirst().atBar = (_, _) -> gate.pass();
    showBar();
    gate.awaitArrival();

    LongStream.rangeClosed(1, CAPACITY).forEach(_ -> showBar());
    assertEquals(State.RUNNING, one().state());
    assertEquals(CAPACITY, one().backlog().waiting());
    showBar();

    assertEquals(State.STOPPED, one().state());
    assertEquals(
        "its mailbox overflowed: more than 1000 quotes and bars waited", one().stopReason());
    eventually(() -> assertEquals(List.of("acc_1 1"), engine.canceled));
    assertEquals(0, one().backlog().waiting());
    gate.open();
    strategies.close();
    assertEquals(2, seen(made.getFirst(), "bar"));
    assertEquals(State.STOPPED, one().state());
  }

  @Test
  void aFloodOfOrderChangesStopsTheStrategyFromInsideTheEnginesCallback() {
    made.getFirst().atBar = (_, desk) -> desk.submit(limit("acc_1", 10_000));
    showBar();
    eventually(() -> assertEquals(1, seen(made.getFirst(), "NEW")));
    Gate gate = new Gate();
    made.getFirst().atBar = (_, _) -> gate.pass();
    showBar();
    gate.awaitArrival();

    for (int i = 0; i <= CAPACITY; i++) {
      engine.fill(1, 1, 60);
    }

    assertEquals(
        "its mailbox overflowed: more than 1000 changes of its orders waited", one().stopReason());
    eventually(() -> assertEquals(List.of("acc_1 1"), engine.canceled));
    gate.open();
  }

  @Test
  void disablingDoesNotWaitForACallbackWhoseOrdersAreThenDropped() {
    orderOnce(made.getFirst());
    Gate gate = new Gate();
    CountDownLatch refused = new CountDownLatch(1);
    made.getFirst().atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 8));
          gate.pass();
          try {
            desk.submit(limit("acc_1", 9));
          } catch (IllegalStateException _) {
            refused.countDown();
          }
        };
    showBar();
    gate.awaitArrival();

    strategies.disable(ONE);

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(State.DISABLED, one().state());
    gate.open();
    await(refused);
    strategies.close();
    assertEquals(1, engine.placed.size());
    assertEquals(State.DISABLED, one().state());
  }

  @Test
  void anOrderThatIsBeingPlacedWhileItsStrategyIsDisabledIsCanceledByItsOwnThread() {
    Gate gate = new Gate();
    ThreadedStrategies gated = open(new GatedDoor(engine, gate), engine, PATIENT);
    Probe probe = new Probe();
    probe.atBar = (_, desk) -> desk.submit(limit("acc_1", 8));
    gated.attach("gated", probe, "acc_1");
    gated.onBar(new TestBar(TCS, 1, 1, 1));
    gate.awaitArrival();

    gated.disable("gated");
    assertEquals(List.of(), engine.canceled);
    gate.open();

    eventually(() -> assertEquals(List.of("acc_1 1"), engine.canceled));
    gated.close();
    assertEquals(List.of("bar 1 at 1"), probe.calls());
  }

  @Test
  void linkedOrdersThatAreBeingPlacedWhileTheirStrategyIsDisabledAreCanceledToo() {
    Gate gate = new Gate();
    ThreadedStrategies gated = open(new GatedDoor(engine, gate), engine, PATIENT);
    Probe probe = new Probe();
    LinkedOrders pair = new LinkedOrders.OneCancelsOther(limit("acc_1", 8), limit("acc_1", 8));
    probe.atBar = (_, desk) -> desk.submit(pair);
    gated.attach("gated", probe, "acc_1");
    gated.onBar(new TestBar(TCS, 1, 1, 1));
    gate.awaitArrival();

    gated.disable("gated");
    gate.open();

    eventually(() -> assertEquals(List.of("acc_1 1", "acc_1 2"), engine.canceled));
    gated.close();
  }

  @Test
  void anOrderThatIsBeingPlacedWhileAllIsStoppedIsKeptIfOrdersAre() {
    Gate gate = new Gate();
    ThreadedStrategies gated =
        open(new GatedDoor(engine, gate), engine, PATIENT.withStopBound(Duration.ofMillis(1)));
    Probe probe = new Probe();
    probe.atBar = (_, desk) -> desk.submit(limit("acc_1", 8));
    gated.attach("gated", probe, "acc_1");
    gated.onBar(new TestBar(TCS, 1, 1, 1));
    gate.awaitArrival();

    gated.stop(OpenOrders.KEEP);
    gate.open();

    eventually(() -> assertEquals(1, engine.lastOrderId()));
    assertEquals(OrderStatus.NEW, engine.order(1).orElseThrow().status());
  }

  @Test
  void whatTheDoorThrowsReachesWhoDisablesAndTheCancelIsTriedAgain() {
    orderOnce(made.getFirst());
    engine.failNext(new IllegalStateException("CALLED_FROM_CALLBACK"));

    assertThrows(IllegalStateException.class, () -> strategies.disable(ONE));

    eventually(() -> assertEquals(List.of("acc_1 1"), engine.canceled));
    assertEquals(State.DISABLED, one().state());
  }

  @Test
  void aStrategyMayDisableItself() {
    made.getFirst().atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 1));
          strategies.disable(ONE);
        };

    showBar();
    eventually(() -> assertEquals(State.DISABLED, one().state()));

    strategies.close();
    assertEquals(0, engine.placed.size());
  }

  @Test
  void aStrategyMayStopThemAll() {
    CountDownLatch closed = new CountDownLatch(1);
    made.getFirst().atBar =
        (_, _) -> {
          strategies.close();
          closed.countDown();
        };

    showBar();

    await(closed);
    assertEquals(List.of(State.DISABLED, State.DISABLED), states());
  }

  @Test
  void stoppingEndsTheThreads() {
    AtomicReference<Thread> ofOne = new AtomicReference<>();
    made.getFirst().atBar = (_, _) -> ofOne.set(Thread.currentThread());
    showBar();
    eventually(() -> assertEquals("strategy-one", String.valueOf(name(ofOne))));

    strategies.close();

    assertFalse(ofOne.get().isAlive());
    assertEquals(0, logged("WARN", "abandoned"));
  }

  @Test
  void aStrategyThatInterruptsItselfStillWaitsForItsMail() {
    made.getFirst().atBar = (_, _) -> Thread.currentThread().interrupt();

    showBar();
    eventually(() -> assertEquals(1, seen(made.getFirst(), "bar")));
    showBar();

    eventually(() -> assertEquals(2, seen(made.getFirst(), "bar")));
    assertEquals(State.RUNNING, one().state());
  }

  private static String name(AtomicReference<Thread> thread) {
    Thread known = thread.get();
    return known == null ? "" : known.getName();
  }

  private static QuoteCopy quote(long atNanos, long lastTicks, long tradedLots) {
    return new QuoteCopy(TCS, atNanos, lastTicks - 1, 1, lastTicks + 1, 1, lastTicks, tradedLots);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A door that takes orders only when a gate lets them pass.
  private record GatedDoor(OrderEntry door, Gate gate) implements OrderEntry {

    @Override
    public OrderResult placeOrder(OrderRequest request) {
      gate.pass();
      return door.placeOrder(request);
    }

    @Override
    public OrderResult cancelOrder(String account, long orderId) {
      return door.cancelOrder(account, orderId);
    }

    @Override
    public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
      return door.amendOrder(account, orderId, amendment);
    }

    @Override
    public LinkedResult placeLinked(LinkedOrders orders) {
      gate.pass();
      return door.placeLinked(orders);
    }

    @Override
    public int cancelOrders(CancelScope scope) {
      return door.cancelOrders(scope);
    }
  }

  /// A view that its owner refills.
  private static final class ChangingQuote implements QuoteView {
    private volatile long lastTicks = 70;

    @Override
    public Instrument instrument() {
      return TCS;
    }

    @Override
    public long atNanos() {
      return 8;
    }

    @Override
    public long bidTicks() {
      return 0;
    }

    @Override
    public long bidLots() {
      return 0;
    }

    @Override
    public long askTicks() {
      return 0;
    }

    @Override
    public long askLots() {
      return 0;
    }

    @Override
    public long lastTicks() {
      return lastTicks;
    }

    @Override
    public long tradedLots() {
      return 0;
    }
  }
}
