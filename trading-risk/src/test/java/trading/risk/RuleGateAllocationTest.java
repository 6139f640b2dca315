package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import trading.api.OrderStatus;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.Verdict;

/// Checks that pass, order events and quotes allocate nothing once warm.
class RuleGateAllocationTest {
  private static final int CHECKS = 2_000;
  private static final int QUIET_WINDOWS = 20;
  private static final int MAX_WINDOWS = 200;
  private static final int CHECKS_PER_LIFE = 50;

  /// So that a row of quiet windows goes through 25 pages of 1,024 orders.
  private static final int IDS_PER_LIFE = 32;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void checksThatPassAndOrderEventsAllocateNothing() {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()));

    assertEquals(QUIET_WINDOWS, quietWindows(world), "windows in a row without a byte");
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

    assertEquals(0, quietWindows(world));
  }

  /// {@return how many windows in a row allocated nothing when the measurement ended}
  ///
  /// While it compiles, the JVM itself allocates a few hundred bytes, once, on this thread: so warm
  /// is when a long row of windows without a byte begins, not after a fixed time. The list of pages
  /// of orders doubles now and then, the last time with the 129th, after some 100 windows.
  private static int quietWindows(World world) {
    world.deposit(1, World.INR, 1_000_000_000_000L);
    world.day(1);
    world.mark(World.ITC, 2_000);
    world.hold(World.ITC, 5, 2_000);
    world.hold(World.SBIN, -5, 2_000);
    Cycle cycle = new Cycle(world);
    int quiet = 0;
    for (int i = 0; quiet < QUIET_WINDOWS && i < MAX_WINDOWS; i++) {
      world.day(i + 2);
      quiet = allocatedInOneWindow(cycle) == 0 ? quiet + 1 : 0;
    }
    return quiet;
  }

  private static long allocatedInOneWindow(Cycle cycle) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    run(cycle, CHECKS);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
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
    private final EventView[] quotes;
    private long idsBefore;

    Cycle(World world) {
      this.world = world;
      events =
          List.of(
                  Lives.accepted(1, Side.BUY, 10, OrderStatus.NEW),
                  Lives.amended(1, Side.BUY, 20),
                  Lives.reduced(1, Side.BUY, 10, 10),
                  Lives.filled(1, Side.BUY, 10),
                  Lives.accepted(2, Side.SELL, 10, OrderStatus.PENDING_NEW),
                  Lives.activated(2, Side.SELL, 10),
                  Lives.filled(2, Side.SELL, 6),
                  Lives.canceled(2, Side.SELL, 4),
                  Lives.accepted(3, Side.SELL, 4, OrderStatus.PENDING_NEW),
                  Lives.rejected(3, Side.SELL, 4),
                  Lives.accepted(4, Side.SELL, 4, OrderStatus.SUSPENDED),
                  Lives.activated(4, Side.SELL, 2),
                  Lives.canceled(4, Side.SELL, 2),
                  Lives.accepted(5, Side.SELL, 4, OrderStatus.NEW),
                  Lives.termed(5, 1, World.ITC, Side.SELL),
                  Lives.canceled(5, Side.SELL, 4))
              .stream()
              .map(Encoded::view)
              .map(Later::new)
              .toArray(EventView[]::new);
      quotes =
          IntStream.of(1_990, 2_000, 2_030, 2_000)
              .mapToObj(ticks -> new Event.Quoted(1, 0, World.ITC, 0, 0, 0, 0, ticks))
              .map(Encoded::view)
              .toArray(EventView[]::new);
    }

    boolean once(int i) {
      if (i % CHECKS_PER_LIFE == 0) {
        idsBefore += IDS_PER_LIFE;
        for (EventView event : events) {
          world.gate.apply(event, world.ledger);
        }
      }
      EventView quote = quotes[i % quotes.length];
      world.ledger.apply(quote);
      world.gate.apply(quote, world.ledger);
      return world.gate.check(i % 2 == 0 ? buy : sell, world.ledger).isEmpty();
    }

    /// An order's event with an id as it is given out after many others.
    private final class Later implements EventView {
      private final EventView event;

      Later(EventView event) {
        this.event = event;
      }

      @Override
      public long value(Field field) {
        return event.value(field) + (field == Field.ORDER ? idsBefore : 0);
      }

      @Override
      public EventType type() {
        return event.type();
      }

      @Override
      public long seq() {
        return event.seq();
      }

      @Override
      public long atNanos() {
        return event.atNanos();
      }

      @Override
      public String text(Field field) {
        return event.text(field);
      }

      @Override
      public byte[] array() {
        return event.array();
      }

      @Override
      public int start() {
        return event.start();
      }

      @Override
      public int length() {
        return event.length();
      }
    }
  }
}
