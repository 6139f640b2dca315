package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import trading.api.Side;
import trading.api.Signal;
import trading.strategies.StrategyStatus.State;

class StrategyStatusSignalsTest extends HostFixture {

  @Test
  void countsSignalsPerStrategyAndShowsTheLast() {
    one.atBar =
        (_, desk) -> {
          desk.signal(signal(1));
          desk.signal(signal(2));
        };
    assertEquals(Optional.empty(), status(0).lastSignal());

    host.onBar(bar());

    assertEquals(2, status(0).signals());
    assertEquals(Optional.of(signal(2)), status(0).lastSignal());
    assertEquals(0, status(1).signals());
    assertEquals(Optional.empty(), status(1).lastSignal());
    assertEquals(0, engine.placed.size());
  }

  @Test
  void everyCallbackMaySignal() {
    one.atQuote = (_, desk) -> desk.submit(market("acc_1", 1));
    one.atOrder = (_, desk) -> desk.signal(signal(7));

    host.onQuote(new TestQuote(TCS, 5_000, 70));

    assertEquals(Optional.of(signal(7)), status(0).lastSignal());
  }

  @Test
  void whatWasSignaledBeforeAStopStaysInTheReport() {
    one.atBar =
        (_, desk) -> {
          desk.signal(signal(1));
          throw new IllegalStateException("bug");
        };

    host.onBar(bar());
    host.onBar(bar());

    assertEquals(State.STOPPED, status(0).state());
    assertEquals(1, status(0).signals());
    assertEquals(Optional.of(signal(1)), status(0).lastSignal());
  }

  @Test
  void aReportFromAnotherThreadShowsTheSignalThatItCounted() throws InterruptedException {
    AtomicLong given = new AtomicLong();
    AtomicReference<String> torn = new AtomicReference<>("");
    AtomicLong reports = new AtomicLong();
    one.atBar = (_, desk) -> desk.signal(signal(given.incrementAndGet()));
    Thread reporter =
        Thread.ofPlatform()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) {
                StrategyStatus status = status(0);
                if (status.signals() != status.lastSignal().map(Signal::lots).orElse(0L)) {
                  torn.set(status.toString());
                }
                reports.incrementAndGet();
              }
            });

    for (int i = 0; i < 100_000 || reports.get() < 1_000; i++) {
      host.onBar(bar());
    }
    reporter.interrupt();
    reporter.join();

    assertEquals("", torn.get());
    assertTrue(given.get() >= 100_000);
    assertEquals(given.get(), status(0).signals());
  }

  private static Signal signal(long lots) {
    return new Signal(TCS, Side.BUY, 0.5, lots, "seen");
  }
}
