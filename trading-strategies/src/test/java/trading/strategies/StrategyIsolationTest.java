package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Signal;
import trading.api.spi.Desk;
import trading.strategies.StrategyStatus.State;

class StrategyIsolationTest extends HostFixture {

  @Test
  void cancelingAnUnknownNumberIsABugOfTheStrategy() {
    one.atBar = (_, desk) -> desk.cancel(1);

    host.onBar(bar());

    assertInstanceOf(IllegalArgumentException.class, status(0).cause().orElseThrow());
    assertEquals(
        "onBar threw java.lang.IllegalArgumentException: "
            + "client order id of strategy one must be 1..0, was 1",
        status(0).stopReason());
  }

  @Test
  void orderingForAnotherAccountIsABugOfTheStrategy() {
    one.atBar = (_, desk) -> desk.submit(market("acc_2", 1));

    host.onBar(bar());

    IllegalStateException thrown =
        assertInstanceOf(IllegalStateException.class, status(0).cause().orElseThrow());
    assertEquals("strategy one trades account acc_1, not acc_2", thrown.getMessage());
    assertEquals(List.of(), engine.placed);
  }

  @Test
  void theDeskIsClosedOutsideOfCallbacks() {
    AtomicReference<Desk> kept = new AtomicReference<>();
    one.atBar = (_, desk) -> kept.set(desk);
    host.onBar(bar());
    Desk desk = kept.get();

    List<Runnable> uses =
        List.of(
            desk::account,
            desk::nowNanos,
            () -> desk.submit(market("acc_1", 1)),
            () -> desk.cancel(1),
            () -> desk.signal(new Signal(TCS, Side.BUY, 1, 0, "late")),
            () -> desk.netLots(TCS),
            () -> desk.cashMicros("INR"));

    for (Runnable use : uses) {
      IllegalStateException thrown = assertThrows(IllegalStateException.class, use::run);
      String expected = "the desk of strategy one is valid only inside its callbacks: ";
      assertTrue(thrown.getMessage().startsWith(expected), thrown.getMessage());
    }
  }

  @Test
  void theDeskOfOneStrategyIsClosedToAnother() {
    AtomicReference<Desk> kept = new AtomicReference<>();
    one.atBar = (_, desk) -> kept.set(desk);
    two.atBar = (_, _) -> kept.get().submit(market("acc_1", 1));

    host.onBar(bar());

    assertEquals(State.RUNNING, status(0).state());
    assertEquals(State.STOPPED, status(1).state());
    assertEquals(List.of(), engine.placed);
  }

  @Test
  void theDeskIsClosedToOtherThreads() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    one.atBar =
        (_, desk) -> {
          Thread other = Thread.ofPlatform().unstarted(desk::account);
          other.setUncaughtExceptionHandler((_, thrown) -> seen.set(thrown));
          other.start();
          joinQuietly(other);
        };

    host.onBar(bar());

    assertInstanceOf(IllegalStateException.class, seen.get());
  }

  @Test
  void aThrowingStrategyIsStoppedItsOrdersCanceledAndTheOthersGoOn() {
    IllegalStateException bug = new IllegalStateException("bug");
    one.atBar =
        (bar, desk) -> {
          if (bar.closeTicks() == 2) {
            desk.submit(limit("acc_1", 99));
            throw bug;
          }
          desk.submit(limit("acc_1", 10));
          desk.submit(limit("acc_1", 20));
        };
    host.onBar(new TestBar(TCS, 5_000, 1, 1));
    engine.fill(1, 10, 70);
    host.onBar(new TestBar(TCS, 6_000, 1, 2));
    host.onBar(new TestBar(TCS, 7_000, 1, 3));

    assertEquals(List.of("acc_1 2"), engine.canceled);
    assertEquals(2, engine.placed.size());
    assertEquals(OrderStatus.CANCELED, engine.order(2).orElseThrow().status());
    assertEquals(3, two.calls().size());
    assertEquals("bar 2 at 6000", one.calls().getLast());
    assertEquals(
        new StrategyStatus(
            "one",
            "acc_1",
            State.STOPPED,
            Map.of(),
            new StrategyStatus.Activity(2, 0, 0, List.of(), 0),
            new StrategyStatus.Backlog(0, 0, 0),
            "onBar threw java.lang.IllegalStateException: bug",
            Optional.of(bug)),
        status(0));
    assertEquals(
        new StrategyStatus(
            "two",
            "acc_2",
            State.RUNNING,
            Map.of(),
            new StrategyStatus.Activity(0, 0, 0, List.of(), 0),
            new StrategyStatus.Backlog(0, 0, 0),
            "",
            Optional.empty()),
        status(1));
  }

  @Test
  void aStopOnWhatBecameOfAnOrderIsLoggedOnceAndActedOnWithinTheSameDrain() {
    one.atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 5));
          desk.submit(market("acc_1", 1));
        };
    one.atOrder =
        (order, _) -> {
          if (order.status() == OrderStatus.FILLED) {
            throw new IllegalStateException("bug");
          }
        };
    host.onBar(bar());

    engine.open(TCS, 70);
    assertEquals(State.RUNNING, status(0).state());
    host.drain();
    host.drain();

    assertEquals(State.STOPPED, status(0).state());
    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(
        1,
        logged(
            "ERROR",
            "strategy one of account acc_1 was stopped: "
                + "onOrder threw java.lang.IllegalStateException: bug"));
  }

  @Test
  void throwingOnItsOwnAcceptanceCancelsThatOrder() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 1));
    one.atOrder =
        (_, _) -> {
          throw new IllegalStateException("bug");
        };

    host.onBar(bar());

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(2, one.calls().size());
    assertEquals(1, logged("ERROR", "was stopped"));
  }

  @Test
  void throwingWhenAChangeIsRefusedIsContained() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    host.onBar(bar());
    engine.refuseNext(Reason.RISK_LIMIT, "no");
    one.atChangeRefusal =
        () -> {
          throw new AssertionError("in onChangeRefused");
        };
    one.atBar = (_, desk) -> desk.amend(1, Amendment.lots(20));

    host.onBar(bar());

    assertEquals(
        "onChangeRefused threw java.lang.AssertionError: in onChangeRefused",
        status(0).stopReason());
  }

  @Test
  void throwingInEveryCallbackIsContained() {
    one.atRefusal =
        (_, _) -> {
          throw new AssertionError("in onRefused");
        };
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));
    two.atQuote =
        (_, _) -> {
          throw new UnsupportedOperationException("in onQuote");
        };
    engine.refuseNext(Reason.RISK_LIMIT, "no");

    host.onBar(bar());
    host.onQuote(new TestQuote(TCS, 9_000, 70));

    assertEquals("onRefused threw java.lang.AssertionError: in onRefused", status(0).stopReason());
    assertEquals(
        "onQuote threw java.lang.UnsupportedOperationException: in onQuote",
        status(1).stopReason());
  }

  @Test
  void aStackOverflowStopsTheStrategyButADyingMachineIsNotHidden() {
    one.atBar = (_, _) -> overflow(1);
    OutOfMemoryError dying = new OutOfMemoryError("as if");
    two.atQuote =
        (_, _) -> {
          throw dying;
        };

    host.onBar(bar());

    assertInstanceOf(StackOverflowError.class, status(0).cause().orElseThrow());
    TestQuote quote = new TestQuote(TCS, 9_000, 70);
    assertSame(dying, assertThrows(OutOfMemoryError.class, () -> host.onQuote(quote)));
  }

  @Test
  void aRunawayStrategyIsStoppedAndTheOthersGoOn() {
    engine.tradeAtOnce(70);
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 5));
    one.atOrder = (_, desk) -> desk.submit(market("acc_1", 1));
    two.atBar = (_, desk) -> desk.submit(market("acc_2", 1));

    host.onBar(bar());

    assertEquals(State.STOPPED, status(0).state());
    assertEquals("it placed more than 10000 orders within one drain", status(0).stopReason());
    assertEquals(Optional.empty(), status(0).cause());
    assertEquals(10_000, status(0).ordersSubmitted());
    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals("order 1 FILLED 1", two.calls().getLast());
    assertEquals(1, logged("ERROR", "was stopped"));
  }

  @Test
  void tenThousandOrdersAtOnceAreNotYetARunaway() {
    one.atBar =
        (_, desk) -> {
          for (int i = 0; i < 10_000; i++) {
            desk.submit(market("acc_1", 1));
          }
        };

    host.onBar(bar());
    host.onBar(bar());

    assertEquals(State.RUNNING, status(0).state());
    assertEquals(20_000, engine.placed.size());
  }

  @Test
  void oneCallbackCannotQueueWithoutBound() {
    AtomicLong last = new AtomicLong();
    one.atBar =
        (_, desk) -> {
          while (true) {
            last.set(desk.submit(market("acc_1", 1)));
          }
        };

    host.onBar(bar());

    assertEquals(
        "onBar threw java.lang.IllegalStateException: "
            + "strategy one may queue at most 10000 orders, amendments and cancels",
        status(0).stopReason());
    assertEquals(10_000, last.get());
    assertEquals(List.of(), engine.placed);
  }

  @Test
  void theHostCannotBeCalledFromInsideItsCallbacks() {
    one.atBar = (_, _) -> host.drain();
    two.atBar = (_, desk) -> desk.submit(market("acc_2", 1));
    two.atOrder = (_, _) -> host.attach("three", new Probe(), "acc_3");

    host.onBar(bar());

    assertEquals(
        "onBar threw java.lang.IllegalStateException: "
            + "a strategy host cannot be called from inside its callbacks: drain",
        status(0).stopReason());
    assertTrue(status(1).stopReason().endsWith("callbacks: attach"), status(1).stopReason());
    assertEquals(2, host.statuses().size());
  }

  @Test
  void theHostCannotBeCalledFromInsideAnEventOfWhatItPlaces() {
    engine.listen(event -> {
      host.onEvent(event);
      host.drain();
    });
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> host.onBar(bar()));

    assertEquals(
        "a strategy host cannot be called from inside its callbacks: drain", thrown.getMessage());
  }

  @Test
  void aStrategyIsNotCalledInsideAnEvent() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    host.onBar(bar());
    int before = one.calls().size();
    engine.listen(event -> {
      host.onEvent(event);
      assertEquals(before, one.calls().size());
    });

    engine.fill(1, 1, 70);
    host.drain();

    assertEquals(before + 1, one.calls().size());
  }

  @Test
  void aHostThatHearsNoEventsSaysSoInsteadOfLosingOrders() {
    engine.listen(_ -> {});
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> host.onBar(bar()));

    assertEquals(
        "no event of order 1 reached the strategy host: register it before account acc_1 opens",
        thrown.getMessage());
  }

  @Test
  void whatTheDoorThrowsReachesTheCallerAndTheHostStaysUsable() {
    StrategyHost broken = StrategyHost.inline(new StoppedDoor(), engine);
    Probe probe = new Probe();
    probe.atBar = (_, desk) -> desk.submit(market("acc_1", 1));
    broken.attach("one", probe, "acc_1");

    assertThrows(IllegalStateException.class, () -> broken.onBar(bar()));
    probe.atBar = (_, _) -> {};
    broken.onBar(bar());

    assertEquals(State.RUNNING, broken.statuses().getFirst().state());
    assertEquals(2, probe.calls().size());
  }

  private static long overflow(long depth) {
    return overflow(depth + 1) + depth;
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
