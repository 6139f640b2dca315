package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.event.RecordBuffer;

/// The path of an accepted order allocates nothing once warm.
class AllocationTest {
  private static final int ROUNDS = 1_000;
  private static final int QUIET_WINDOWS = 20;
  private static final int MAX_WINDOWS = 80;
  private static final int ORDERS_PER_ROUND = 6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final IdleBooks books = new IdleBooks();
  private final RecordedLength journal = new RecordedLength();
  private final FakeClock clock = new FakeClock();
  private final Engine engine =
      Engine.open(
          EngineConfig.of(books, books.gate(), clock)
              .with(new BasisPointFees(1234))
              .with(journal)
              .reserving(MAX_WINDOWS * ROUNDS * ORDERS_PER_ROUND));
  private final OrderAnswer answer = new OrderAnswer();

  private final OrderRequest rests = OrderRequest.limit("alice", "ACME", Side.SELL, 10, 105);
  private final OrderRequest behind = OrderRequest.limit("alice", "ACME", Side.BUY, 7, 95);
  private final OrderRequest crosses = OrderRequest.limit("bob", "ACME", Side.BUY, 4, 106);
  private final OrderRequest takesPart =
      OrderRequest.limit("bob", "ACME", Side.BUY, 12, 105).with(TimeInForce.IOC);
  private final OrderRequest market = OrderRequest.market("bob", "ACME", Side.SELL, 3);
  private final OrderRequest remains = OrderRequest.limit("alice", "ACME", Side.SELL, 9, 99);
  private final FakeQuote quote = new FakeQuote(World.ACME, 98, 5, 110, 5, 100);
  private final FakeQuote through = new FakeQuote(World.ACME, 100, 4, 111, 5, 100);

  private final FakeQuote below = new FakeQuote(World.ACME, 93, 9, 96, 2, 95);
  private final OrderRequest stop = OrderRequest.stop("bob", "ACME", Side.SELL, 3, 95);
  private final OrderRequest trailing =
      stop.with(OrderType.TRAILING_STOP, TimeInForce.GTC).with(OrderTerms.NONE.withTrail(20, 0));
  private final OrderRequest iceberg =
      OrderRequest.limit("alice", "ACME", Side.SELL, 9, 96).with(OrderTerms.NONE.showing(2));
  private final OrderRequest takesAll =
      OrderRequest.limit("bob", "ACME", Side.BUY, 6, 96).with(TimeInForce.FOK);
  private final Amendment less = Amendment.lots(8);
  private final Amendment nearer = Amendment.limit(104);

  /// A journal that reads what it is handed and keeps its length.
  private static final class RecordedLength implements Journal {
    long bytes;

    @Override
    public void append(RecordBuffer command, RecordBuffer events) {
      bytes += command.size() + events.size();
    }
  }

  @Test
  void acceptedOrdersCancelsAndQuotesAllocateNothing() {
    int windows = windowsUntilQuiet(() -> rounds(ROUNDS));

    assertEquals(6L * ROUNDS * windows, books.fills);
    assertTrue(journal.bytes > 0);
  }

  @Test
  void amendmentsStopsTrailsAndIcebergsAllocateNothing() {
    int windows = windowsUntilQuiet(() -> termedRounds(ROUNDS));

    assertEquals(6L * ROUNDS * windows, books.fills);
  }

  /// {@return how many windows there were until many in a row allocated nothing}
  private int windowsUntilQuiet(Runnable window) {
    engine.listInstrument(World.ACME);
    engine.openAccount("alice");
    engine.openAccount("bob");
    int windows = 0;
    int quiet = 0;
    while (quiet < QUIET_WINDOWS && windows < MAX_WINDOWS) {
      windows++;
      quiet = allocatedIn(window) == 0 ? quiet + 1 : 0;
    }
    assertEquals(QUIET_WINDOWS, quiet, "windows in a row without a byte, of " + windows);
    return windows;
  }

  /// While it compiles, the JVM itself allocates a few hundred bytes, once, on this thread: so warm
  /// is when a long row of windows without a byte begins, not after a fixed time.
  private static long allocatedIn(Runnable window) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    window.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void theMeterSeesOneBoxedNumber() {
    rounds(0);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Object boxed = Long.valueOf(before);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated > 0, () -> "no byte for " + boxed);
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      clock.set(i);
      engine.onQuote(quote);
      long first = place(rests);
      long second = place(behind);
      place(crosses);
      place(takesPart);
      place(market);
      place(remains);
      engine.onQuote(through);
      engine.cancelOrder("alice", second, answer);
      engine.cancelOrder("alice", first + 5, answer);
    }
  }

  private void termedRounds(int count) {
    for (int i = 0; i < count; i++) {
      clock.set(i);
      engine.onQuote(quote);
      long first = place(rests);
      engine.amendOrder("alice", first, less, answer);
      engine.amendOrder("alice", first, nearer, answer);
      place(stop);
      long trail = place(trailing);
      engine.onQuote(through);
      engine.onQuote(below);
      long shown = place(iceberg);
      place(takesAll);
      engine.cancelOrder("alice", shown, answer);
      engine.cancelOrder("alice", first, answer);
      engine.cancelOrder("bob", trail, answer);
    }
  }

  private long place(OrderRequest request) {
    engine.placeOrder(request, answer);
    return answer.orderId();
  }
}
