package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Clock;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Side;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;

/// Eight callers at once: one order of events, told before the call returns, same in replay.
@Timeout(60)
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int COMMANDS = 2_000;
  private static final long SEED = 51;

  /// Notes which orders were told, by client order id, and whether a number is missing or doubled.
  private static final class Witness implements EventListener {
    final AtomicLongArray toldOf = new AtomicLongArray(THREADS * COMMANDS + 1);
    final AtomicLongArray canceled = new AtomicLongArray(THREADS * COMMANDS + 1);
    final List<String> faults = new ArrayList<>();
    long lastSeq;
    long lastNanos;

    @Override
    public void onEvent(EventView event) {
      if (event.seq() != lastSeq + 1 || event.atNanos() < lastNanos) {
        faults.add(event.seq() + " came after " + lastSeq);
      }
      lastSeq = event.seq();
      lastNanos = event.atNanos();
      if (event.type() == EventType.ORDER_ACCEPTED || event.type() == EventType.ORDER_REJECTED) {
        toldOf.incrementAndGet((int) event.value(Field.CLIENT_ORDER));
      } else if (event.type() == EventType.ORDER_CANCELED) {
        canceled.incrementAndGet((int) event.value(Field.ORDER));
      }
    }
  }

  @Test
  void eventsComeInOneOrderAndBeforeTheirCallReturns() throws Exception {
    RecordedJournal journal = new RecordedJournal();
    Witness witness = new Witness();
    EventDigest digest = new EventDigest();
    Engine engine = engine(System::nanoTime, journal, witness, digest);
    open(engine);

    List<String> faults = runAll(engine, witness);

    assertEquals(List.of(), faults, () -> "seed " + SEED);
    assertEquals(List.of(), witness.faults, () -> "seed " + SEED);
    for (int id = 1; id <= THREADS * COMMANDS; id++) {
      assertTrue(witness.toldOf.get(id) <= 1, "order with client id " + id + " was told twice");
    }
    assertEquals(journal.digest(), digest.hex());
    CommandReplay replay = new CommandReplay();
    EventDigest digestAgain = new EventDigest();
    Engine again = engine(replay, Journal.none(), digestAgain);
    journal.replay(replay, again);
    assertEquals(engine.stateHash(), again.stateHash());
    assertEquals(digest.hex(), digestAgain.hex());
  }

  private static List<String> runAll(Engine engine, Witness witness) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<String>>> runs = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        Callable<List<String>> task =
            () -> {
              start.await();
              return caller(engine, witness, number);
            };
        runs.add(pool.submit(task));
      }
      List<String> faults = new ArrayList<>();
      for (Future<List<String>> run : runs) {
        faults.addAll(run.get());
      }
      return faults;
    }
  }

  /// Places and cancels as one account, and looks after each call whether its events were told.
  private static List<String> caller(Engine engine, Witness witness, int thread) {
    Random random = new Random(SEED + thread);
    String account = "account" + thread;
    List<String> faults = new ArrayList<>();
    List<Order> mine = new ArrayList<>();
    for (int i = 1; i <= COMMANDS; i++) {
      int clientOrderId = thread * COMMANDS + i;
      if (random.nextInt(4) == 0 && !mine.isEmpty()) {
        long orderId = mine.get(random.nextInt(mine.size())).id();
        if (engine.cancelOrder(account, orderId) instanceof OrderResult.Accepted
            && witness.canceled.get((int) orderId) != 1) {
          faults.add("cancel of " + orderId + " returned before it was told");
        }
      } else if (random.nextInt(20) == 0) {
        engine.onQuote(new FakeQuote(World.ACME, 99, 5, 101, 5, 100));
      } else {
        OrderResult result =
            engine.placeOrder(request(random, account).withClientOrderId(clientOrderId));
        if (result instanceof OrderResult.Accepted(Order order)) {
          mine.add(order);
        }
        if (witness.toldOf.get(clientOrderId) != 1) {
          faults.add("order " + clientOrderId + " returned before it was told: " + result);
        }
      }
    }
    return faults;
  }

  private static OrderRequest request(Random random, String account) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long lots = random.nextInt(10);
    return random.nextInt(5) == 0
        ? OrderRequest.market(account, "ACME", side, lots)
        : OrderRequest.limit(account, "ACME", side, lots, 97 + random.nextInt(7));
  }

  private static void open(Engine engine) {
    engine.listInstrument(World.ACME);
    for (int thread = 0; thread < THREADS; thread++) {
      engine.openAccount("account" + thread);
    }
  }

  private static Engine engine(Clock clock, Journal journal, EventListener... listeners) {
    Engine engine =
        Engine.open(EngineConfig.of(new FakeLedger(), new FakeGate(), clock).with(journal));
    List.of(listeners).forEach(engine::addListener);
    return engine;
  }
}
