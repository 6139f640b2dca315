package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import trading.api.Liquidity;
import trading.api.Order;
import trading.api.OrderStatus;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.EventView;
import trading.api.event.RecordBuffer;
import trading.strategies.StrategyStatus.State;

/// Events come from other threads while the host's thread plays.
class StrategyHostThreadsTest extends HostFixture {
  private static final int PUBLISHERS = 2;
  private static final int EVENTS_EACH = 150_000;
  private static final int MOST_BARS = 500;

  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private final Set<Thread> callers = new HashSet<>();
  private final Map<String, List<Order>> shown = new LinkedHashMap<>();

  @Test
  void noEventOfOtherThreadsIsLostAndEveryCallbackRunsOnTheHostsThread()
      throws InterruptedException {
    watchBoth(10);
    host.onBar(bar());

    List<Thread> publishers = new ArrayList<>();
    for (int account = 1; account <= PUBLISHERS; account++) {
      EventView event = eventOf(account);
      publishers.add(start(() -> publish(event)));
    }
    Thread reporter = start(this::report);
    int bars = 1 + playWhileAlive(publishers);
    reporter.interrupt();
    reporter.join();
    host.drain();

    long callbacks = shown.values().stream().mapToLong(List::size).sum();
    assertEquals(List.of(), List.copyOf(thrown));
    assertEquals(2L * Math.min(bars, MOST_BARS), engine.lastOrderId());
    assertEquals(EVENTS_EACH + 1, shown.get("acc_1/1").size());
    assertEquals(EVENTS_EACH + 1, shown.get("acc_2/2").size());
    assertEquals(engine.lastOrderId() + PUBLISHERS * EVENTS_EACH, callbacks);
    assertEquals(Set.of(Thread.currentThread()), callers);
  }

  @Test
  void anOrderThatOtherThreadsFillIsShownFilledOnce() {
    watchBoth(3);
    for (int i = 0; i < MOST_BARS; i++) {
      host.onBar(bar());
    }
    long orders = engine.lastOrderId();

    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      long first = i + 1L;
      others.add(start(() -> fillEverySecond(first, orders)));
    }
    playWhileAlive(others);
    host.drain();

    assertEquals(List.of(), List.copyOf(thrown));
    assertEquals(orders, shown.size());
    assertEquals(3 * orders, lotsShownLast());
    for (List<Order> states : shown.values()) {
      assertEquals(OrderStatus.FILLED, states.getLast().status());
      assertEquals(1, states.stream().filter(order -> order.status().isTerminal()).count());
    }
    assertEquals(Set.of(Thread.currentThread()), callers);
  }

  /// Both strategies order at every bar, until enough is ordered, and write down who calls them.
  private void watchBoth(long lots) {
    watch(one, "acc_1", lots);
    watch(two, "acc_2", lots);
  }

  private void watch(Probe probe, String account, long lots) {
    probe.atBar =
        (_, desk) -> {
          callers.add(Thread.currentThread());
          if (engine.lastOrderId() < 2 * MOST_BARS) {
            desk.submit(limit(account, lots));
          }
        };
    probe.atOrder =
        (order, _) -> {
          callers.add(Thread.currentThread());
          shown.computeIfAbsent(account + "/" + order.id(), _ -> new ArrayList<>()).add(order);
        };
  }

  /// {@return a cursor of its own on an event of the account's first order, which has its number}
  private static EventView eventOf(int account) {
    RecordBuffer buffer = new RecordBuffer();
    EventCodec.encode(
        new Event.OrderFilled(
            1, 6_000, account, 1, account, 1, Side.BUY, 60, 1, 9, 0, Liquidity.MAKER),
        buffer);
    EventCursor cursor = new EventCursor().wrap(buffer.array(), 0, buffer.size());
    cursor.next();
    return cursor;
  }

  /// Gives way often, so that publishers and host meet also where there are few processors.
  private void publish(EventView event) {
    for (int i = 0; i < EVENTS_EACH; i++) {
      host.onEvent(event);
      if (i % 16 == 0) {
        Thread.yield();
      }
    }
  }

  private void fillEverySecond(long first, long last) {
    for (long orderId = first; orderId <= last; orderId += PUBLISHERS) {
      engine.fill(orderId, 1, 60);
      engine.fill(orderId, 2, 60);
    }
  }

  private void report() {
    long before = 0;
    while (!Thread.interrupted()) {
      StrategyStatus status = status(0);
      assertEquals(State.RUNNING, status.state());
      assertTrue(status.ordersSubmitted() >= before, "orders went back to " + status);
      before = status.ordersSubmitted();
      Thread.yield();
    }
  }

  private Thread start(Runnable task) {
    Thread thread = Thread.ofPlatform().unstarted(task);
    thread.setUncaughtExceptionHandler((_, why) -> thrown.add(why));
    thread.start();
    return thread;
  }

  /// Gives way too: where there is one processor, nothing comes while it looks for more.
  ///
  /// @return how many bars it played; when they are enough it only drains
  private int playWhileAlive(List<Thread> others) {
    int bars = 0;
    while (others.stream().anyMatch(Thread::isAlive)) {
      if (bars < MOST_BARS) {
        host.onBar(bar());
        bars++;
      }
      host.drain();
      Thread.yield();
    }
    return bars;
  }

  private long lotsShownLast() {
    return shown.values().stream().mapToLong(states -> states.getLast().filledLots()).sum();
  }
}
