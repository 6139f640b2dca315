package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.strategies.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.Strategy;
import trading.strategies.StrategyStatus.State;

/// Many strategies at one door, and changes while the market flows.
@Timeout(120)
class StrategyCrowdTest {
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  private static final int STRATEGIES = 8;
  private static final int ORDERS_EACH = 200;

  private final FakeEngine engine = new FakeEngine(TCS);

  /// A slow machine is no fault of a strategy: stops wait long, and for callbacks time stands
  /// still.
  private ThreadedStrategies open() {
    StrategyLimits patient = StrategyLimits.DEFAULTS.withStopBound(Duration.ofSeconds(60));
    return ThreadedStrategies.open(engine, engine, patient, () -> 0);
  }

  @Test
  void eightStrategiesAtOneDoorSeeTheirOwnOrdersOnly() {
    engine.tradeAtOnce(70);
    List<Trader> traders = new ArrayList<>();
    try (ThreadedStrategies strategies = open()) {
      engine.listen(strategies);
      for (int i = 1; i <= STRATEGIES; i++) {
        engine.openAccount("acc_" + i, 1_000_000);
        traders.add(new Trader("acc_" + i));
        strategies.attach("strategy_" + i, traders.getLast(), "acc_" + i);
      }

      LongStream.rangeClosed(1, ORDERS_EACH).forEach(i -> strategies.onBar(bar(i)));

      for (Trader trader : traders) {
        eventually(() -> assertEquals(2 * ORDERS_EACH, trader.finished.size(), trader.account));
        assertEquals(Set.of(trader.account), trader.accountsSeen);
        assertEquals(1, trader.callers.size());
        assertEquals(ORDERS_EACH, engine.netLots(trader.account, "TCS"));
      }
      strategies.statuses().forEach(status -> assertEquals(State.RUNNING, status.state()));
    }
    assertEquals(2L * STRATEGIES * ORDERS_EACH, engine.lastOrderId());
    assertEquals(STRATEGIES * ORDERS_EACH, engine.canceled.size());
  }

  @Test
  void eachBarReachesOneInstanceAtMostWhileAStrategyIsReconfigured() throws InterruptedException {
    List<Watcher> made = new CopyOnWriteArrayList<>();
    StrategyRecipe recipe =
        new StrategyRecipe(
            Map.of(),
            () -> {
              made.add(new Watcher());
              return made.getLast();
            });
    try (ThreadedStrategies strategies = open()) {
      engine.listen(strategies);
      engine.openAccount("acc_1", 1_000_000);
      strategies.attach("one", recipe, "acc_1");
      Thread feed =
          Thread.ofPlatform()
              .start(() ->
                  LongStream.rangeClosed(1, 5_000)
                      .forEach(i -> {
                        strategies.onBar(bar(i));
                        strategies.onQuote(new TestQuote(TCS, i, i));
                      }));
      for (int i = 0; i < 50; i++) {
        strategies.reconfigure("one", recipe);
      }
      feed.join();
      strategies.onBar(bar(5_001));

      eventually(() -> assertTrue(made.getLast().bars.contains(5_001L)));
      assertEquals(51, made.size());
      assertEquals(State.RUNNING, strategies.statuses().getFirst().state());
    }
    requireEachBarOnceAndInOrder(made);
  }

  private static void requireEachBarOnceAndInOrder(List<Watcher> made) {
    long last = 0;
    for (Watcher watcher : made) {
      long first = watcher.bars.isEmpty() ? 0 : watcher.bars.getFirst();
      assertTrue(watcher.bars.isEmpty() || first > last, first + " after " + last);
      for (int i = 0; i < watcher.bars.size(); i++) {
        assertEquals(first + i, watcher.bars.get(i));
        last = first + i;
      }
    }
  }

  private static TestBar bar(long number) {
    return new TestBar(TCS, number, number, number);
  }

  /// Buys a lot at every bar, and leaves a limit order that it cancels once it is open.
  private static final class Trader implements Strategy {
    private final String account;
    private final Set<String> accountsSeen = ConcurrentHashMap.newKeySet();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final Set<Long> finished = ConcurrentHashMap.newKeySet();

    private Trader(String account) {
      this.account = account;
    }

    @Override
    public void onBar(BarView bar, Desk desk) {
      callers.add(Thread.currentThread());
      desk.submit(OrderRequest.market(account, "TCS", Side.BUY, 1));
      desk.submit(OrderRequest.limit(account, "TCS", Side.BUY, 1, 60));
    }

    @Override
    public void onOrder(Order order, Desk desk) {
      callers.add(Thread.currentThread());
      accountsSeen.add(order.account());
      if (order.status().isTerminal()) {
        finished.add(order.clientOrderId());
      } else {
        desk.cancel(order.clientOrderId());
      }
    }
  }

  /// Writes down the bars that it sees.
  private static final class Watcher implements Strategy {
    private final List<Long> bars = new CopyOnWriteArrayList<>();

    @Override
    public void onBar(BarView bar, Desk desk) {
      bars.add(bar.closeTicks());
    }
  }
}
