package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;

/// Readers on other threads, while events arrive.
class PortfolioThreadsTest {
  private static final int ROUNDS = 20_000;
  private static final long SECOND = 1_000_000_000L;
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");

  private final Portfolio portfolio = new Portfolio(PortfolioConfig.defaults().withPoints(100));
  private final EventFeed feed = new EventFeed(portfolio);
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  @BeforeEach
  void oneAccount() {
    feed.currency("INR");
    feed.instrument(1, TCS);
    feed.account("a");
    feed.cash(1, 1, 1_000_000_000_000L);
  }

  @Test
  void readersSeeOneMomentAtATime() throws InterruptedException {
    List<Thread> readers =
        List.of(
            reader(this::requireWholeTransactions),
            reader(this::requireEvenSummary),
            reader(this::requireOrderedEquity),
            reader(this::requireFiniteFigures));

    for (int i = 0; i < ROUNDS; i++) {
      feed.at(i * 20 * SECOND);
      if (i % 1_000 == 0) {
        feed.day(LocalDate.ofEpochDay(i / 1_000));
      }
      feed.buy(1, 1, 100 + i % 7, 1, 1);
      feed.quote(1, 100 + i % 5);
      feed.sell(1, 1, 100 + i % 3, 1, 1);
    }
    done.set(true);
    for (Thread reader : readers) {
      reader.join(60_000);
      assertFalse(reader.isAlive());
    }

    assertNull(failure.get());
    assertEquals(2 * ROUNDS, portfolio.transactions("a", Integer.MAX_VALUE).size());
  }

  private Thread reader(Runnable check) {
    Thread reader =
        new Thread(() -> {
          do {
            check.run();
          } while (!done.get());
        });
    reader.setUncaughtExceptionHandler((_, thrown) -> failure.compareAndSet(null, thrown));
    reader.start();
    return reader;
  }

  /// A later reading holds all that an earlier one held.
  private void requireWholeTransactions() {
    int before = portfolio.transactions("a", Integer.MAX_VALUE).size();
    assertTrue(portfolio.transactions("a", Integer.MAX_VALUE).size() >= before);
  }

  private void requireEvenSummary() {
    PortfolioSummary summary = portfolio.summary("a").getFirst();
    assertEquals(
        summary.totalProfitMicros(),
        summary.realisedMicros() + summary.unrealisedMicros() - summary.feesMicros());
    assertEquals(summary.equityMicros(), summary.cashMicros() + summary.positionValueMicros());
  }

  private void requireOrderedEquity() {
    EquityCurve curve = portfolio.equity("a", "INR");
    assertTrue(curve.size() <= 101, "" + curve.size());
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.atNanos(i) >= curve.atNanos(i - 1));
    }
  }

  private void requireFiniteFigures() {
    for (Statistic each : portfolio.performance("a").getFirst().statistics().all()) {
      assertTrue(Double.isFinite(each.value().orElse(0)), each.toString());
    }
  }
}
