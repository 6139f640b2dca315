package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import trading.api.OrderStatus;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.Verdict;

class RuleGateAllocationTest {
  private static final int WARM_UP = 50_000;
  private static final int MEASURED = 100_000;

  @Test
  void checksThatPassAndOrderEventsAllocateNothing() {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()));

    assertEquals(0, allocatedBy(world));
  }

  @Test
  void aRuleThatAllocatesIsSeen() {
    Object[] kept = new Object[1];
    RiskRuleProvider greedy =
        new FakeRule(
            "greedy",
            (_, _) -> {
              kept[0] = new Object();
              return Verdict.Pass.PASS;
            });
    World world =
        World.of(RuleGate.open(List.of(greedy), RiskConfig.none().withRule("greedy", Map.of())));

    assertTrue(allocatedBy(world) > 0);
  }

  private static long allocatedBy(World world) {
    world.deposit(1, World.INR, 1_000_000_000_000L);
    world.day(1);
    world.mark(World.ITC, 2_000);
    Cycle cycle = new Cycle(world);
    run(cycle, WARM_UP);
    world.day(2);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();

    // The least of a few rounds: what the JVM allocates beside us happens in some of them only.
    return IntStream.range(0, 5).mapToLong(_ -> measure(cycle, threads, world)).min().orElseThrow();
  }

  private static long measure(Cycle cycle, ThreadMXBean threads, World world) {
    world.day(3);
    long before = threads.getCurrentThreadAllocatedBytes();
    run(cycle, MEASURED);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void run(Cycle cycle, int checks) {
    int passed = 0;
    for (int i = 0; i < checks; i++) {
      passed += cycle.once(i) ? 1 : 0;
    }
    assertEquals(checks, passed);
  }

  /// One check, and at times the events of an order's whole life.
  private static final class Cycle {
    private final World world;
    private final AskingOrder buy = World.order(1, World.ITC, Side.BUY, 10);
    private final AskingOrder sell = World.order(1, World.ITC, Side.SELL, 10);
    private final EventView[] events;

    Cycle(World world) {
      this.world = world;
      events =
          List.of(
                  Lives.accepted(1, Side.BUY, 10, OrderStatus.NEW),
                  Lives.filled(1, Side.BUY, 10),
                  Lives.accepted(2, Side.SELL, 10, OrderStatus.PENDING_NEW),
                  Lives.activated(2, Side.SELL, 10),
                  Lives.filled(2, Side.SELL, 6),
                  Lives.canceled(2, Side.SELL, 4),
                  Lives.accepted(3, Side.SELL, 4, OrderStatus.PENDING_NEW),
                  Lives.rejected(3, Side.SELL, 4))
              .stream()
              .map(Encoded::view)
              .toArray(EventView[]::new);
    }

    boolean once(int i) {
      if (i % 50 == 0) {
        for (EventView event : events) {
          world.gate.apply(event, world.ledger);
        }
      }
      return world.gate.check(i % 2 == 0 ? buy : sell, world.ledger).isEmpty();
    }
  }
}
