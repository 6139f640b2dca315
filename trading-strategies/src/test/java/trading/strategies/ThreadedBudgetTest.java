package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.strategies.Eventually.eventually;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.strategies.StrategyStatus.State;

/// Strategies that hang or take too long, on virtual time; nobody but the test looks after them.
@Timeout(120)
class ThreadedBudgetTest extends LogFixture {
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  private static final StrategyLimits LIMITS =
      StrategyLimits.DEFAULTS
          .withCallbackBudget(Duration.ofMillis(250))
          .withStopBound(Duration.ofSeconds(60));

  private final AtomicLong time = new AtomicLong();
  private final FakeEngine engine = new FakeEngine(TCS);
  private final ThreadedStrategies strategies =
      ThreadedStrategies.unwatched(engine, engine, LIMITS, time::get);
  private final Probe one = new Probe();
  private final Probe two = new Probe();
  private final Probe successor = new Probe();
  private final Iterator<Probe> instances = List.of(one, successor).iterator();
  private final CountDownLatch spinning = new CountDownLatch(1);
  private volatile boolean released;

  @BeforeEach
  void attachOne() {
    engine.listen(strategies);
    strategies.attach("one", new StrategyRecipe(Map.of(), instances::next), "acc_1");
    engine.openAccount("acc_1", 1_000_000);
    engine.openAccount("acc_2", 1_000_000);
  }

  @AfterEach
  void letGo() {
    released = true;
    strategies.close();
  }

  @Test
  void aStrategyThatLoopsForeverIsStoppedFromOutsideAndTheOthersGoOn() {
    hangWithAnOpenOrder();

    pass(Duration.ofMillis(250));
    assertEquals(State.RUNNING, status(0).state());
    pass(Duration.ofNanos(1));

    assertEquals(State.STOPPED, status(0).state());
    assertEquals("onQuote took longer than 250 ms", status(0).stopReason());
    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertTrue(
        Arrays.stream(status(0).cause().orElseThrow().getStackTrace())
            .anyMatch(frame -> frame.getMethodName().equals("spin")),
        "the cause shows where it hangs");
    assertEquals(250_000_001, status(0).activity().longestCallbackNanos());
    strategies.onBar(bar(2));
    eventually(() -> assertEquals(1, StrategiesContract.seen(two, "bar 2")));
    assertEquals(State.RUNNING, status(1).state());
    assertEquals(0, StrategiesContract.seen(one, "bar 2"));
    assertEquals(1, logged("ERROR", "strategy one of account acc_1 was stopped"));
    assertEquals(1, logged("WARN", "strategy one hangs in onQuote, its thread is abandoned"));
  }

  @Test
  void aHangingStrategyIsLookedAfterOnce() {
    hangWithAnOpenOrder();

    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(1, logged("ERROR", "was stopped"));
    assertEquals(1, logged("WARN", "hangs"));
  }

  @Test
  void aBlockedStrategyIsInterrupted() {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    one.atBar =
        (_, _) -> {
          blocked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException _) {
            interrupted.countDown();
          }
        };
    strategies.onBar(bar(1));
    await(blocked);

    pass(Duration.ofSeconds(1));

    await(interrupted);
    assertEquals("onBar took longer than 250 ms", status(0).stopReason());
  }

  @Test
  void aThreadThatComesBackFindsItsDeskClosedAndOrdersNothing() {
    CountDownLatch refused = new CountDownLatch(1);
    one.atQuote =
        (_, desk) -> {
          desk.submit(limit("acc_1", 1));
          spin();
          try {
            desk.submit(limit("acc_1", 2));
          } catch (IllegalStateException _) {
            refused.countDown();
          }
        };
    strategies.onQuote(quote(1));
    await(spinning);
    pass(Duration.ofSeconds(1));

    released = true;
    await(refused);

    strategies.close();
    assertEquals(List.of(), engine.placed);
    assertEquals(State.STOPPED, status(0).state());
  }

  @Test
  void aStrategyThatComesBackTooLateByItselfIsStoppedBeforeItsOrdersArePlaced() {
    one.atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 1));
          time.addAndGet(250_000_001);
        };

    strategies.onBar(bar(1));

    eventually(() -> assertEquals(State.STOPPED, status(0).state()));
    assertEquals("onBar took longer than 250 ms", status(0).stopReason());
    strategies.close();
    assertEquals(List.of(), engine.placed);
  }

  @Test
  void theWholeBudgetMayBeUsedInEveryCallback() {
    one.atBar = (_, _) -> time.addAndGet(250_000_000);

    strategies.onBar(bar(1));
    strategies.onBar(bar(2));

    eventually(() -> assertEquals(2, StrategiesContract.seen(one, "bar")));
    eventually(() -> assertEquals(500_000_000, time.get()));
    pass(Duration.ZERO);
    assertEquals(State.RUNNING, status(0).state());
    eventually(() -> assertEquals(250_000_000, status(0).activity().longestCallbackNanos()));
  }

  @Test
  void waitingForTheMarketIsNotCounted() {
    AtomicReference<Thread> ofOne = new AtomicReference<>();
    one.atBar = (_, _) -> ofOne.set(Thread.currentThread());
    strategies.onBar(bar(1));
    awaitIdle(ofOne);

    pass(Duration.ofHours(8));
    strategies.onBar(bar(2));

    eventually(() -> assertEquals(1, StrategiesContract.seen(one, "bar 2")));
    assertEquals(State.RUNNING, status(0).state());
  }

  @Test
  void aFreshInstanceRunsWhileTheFormerOneStillHangs() {
    hangWithAnOpenOrder();
    pass(Duration.ofSeconds(1));

    strategies.enable("one");
    successor.atBar = (_, desk) -> desk.submit(limit("acc_1", 3));
    strategies.onBar(bar(3));

    eventually(() -> assertEquals(1, StrategiesContract.seen(successor, "order 2 NEW")));
    pass(Duration.ofMillis(1));
    assertEquals(State.RUNNING, status(0).state());
    released = true;
    strategies.close();
    assertEquals(List.of("acc_1 1", "acc_1 2"), engine.canceled);
  }

  @Test
  void aDisabledStrategyThatHangsIsInterruptedButNotBlamed() {
    hangWithAnOpenOrder();
    strategies.disable("one");

    pass(Duration.ofSeconds(1));

    assertEquals(State.DISABLED, status(0).state());
    assertEquals(0, logged("ERROR", "was stopped"));
    assertEquals(1, logged("WARN", "hangs in onQuote"));
  }

  @Test
  void stoppingDoesNotWaitForWhatHangs() {
    ThreadedStrategies impatient =
        ThreadedStrategies.unwatched(
            engine, engine, LIMITS.withStopBound(Duration.ofMillis(1)), time::get);
    Probe probe = new Probe();
    probe.atQuote = (_, _) -> spin();
    impatient.attach("hangs", probe, "acc_3");
    impatient.onQuote(quote(1));
    await(spinning);

    impatient.close();

    assertFalse(released);
    assertEquals(State.DISABLED, impatient.statuses().getFirst().state());
    assertEquals(1, logged("WARN", "strategy hangs did not come back, its thread is abandoned"));
  }

  @Test
  void theLagIsThatOfTheOldestThatWaits() {
    hangWithAnOpenOrder();
    time.set(100);
    strategies.onQuote(quote(2));
    time.set(130);
    strategies.onQuote(quote(3));
    strategies.onBar(bar(4));
    time.set(150);

    assertEquals(new StrategyStatus.Backlog(2, 1, 50), status(0).backlog());
    eventually(() -> assertEquals(0, status(1).backlog().waiting()));
    assertEquals(0, status(1).backlog().lagNanos());
  }

  @Test
  void theWatchdogFindsWhatHangsByItself() {
    try (ThreadedStrategies watched = ThreadedStrategies.open(engine, engine, LIMITS, time::get)) {
      Probe probe = new Probe();
      probe.atQuote = (_, _) -> spin();
      watched.attach("watched", probe, "acc_3");
      watched.onQuote(quote(1));
      await(spinning);

      time.addAndGet(250_000_001);

      eventually(() -> assertEquals(State.STOPPED, watched.statuses().getFirst().state()));
      released = true;
    }
  }

  /// Strategy one hangs in onQuote, with order 1 open; strategy two waits for the market.
  private void hangWithAnOpenOrder() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 5));
    one.atQuote = (_, _) -> spin();
    strategies.onBar(bar(1));
    eventually(() -> assertEquals(1, StrategiesContract.seen(one, "order 1 NEW")));
    strategies.onQuote(quote(1));
    await(spinning);
    strategies.attach("two", two, "acc_2");
  }

  /// A thread that has no callback to make.
  private static void awaitIdle(AtomicReference<Thread> thread) {
    eventually(() -> assertNotNull(thread.get()));
    eventually(() -> assertEquals(Thread.State.WAITING, thread.get().getState()));
  }

  /// Loops until the test lets go, interrupted or not.
  private void spin() {
    spinning.countDown();
    while (!released) {
      Thread.yield();
    }
  }

  private void pass(Duration duration) {
    time.addAndGet(duration.toNanos());
    strategies.check();
  }

  private StrategyStatus status(int index) {
    return strategies.statuses().get(index);
  }

  private static OrderRequest limit(String account, long lots) {
    return OrderRequest.limit(account, "TCS", Side.BUY, lots, 60);
  }

  private static TestBar bar(long number) {
    return new TestBar(TCS, number, number, number);
  }

  private static TestQuote quote(long number) {
    return new TestQuote(TCS, number, 70);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
