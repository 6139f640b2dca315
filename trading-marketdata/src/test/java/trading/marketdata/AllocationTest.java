package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// A quote on its way from the feed to bars allocates nothing once warm.
class AllocationTest {
  private static final int STEPS = 1_000;
  private static final int STEPS_PER_BAR = 10;
  private static final int QUIET_WINDOWS = 20;
  private static final int MAX_WINDOWS = 80;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Counter counter = new Counter();
  private final MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
  private final SimulatedFeed feed =
      SimulatedFeed.builder()
          .instrument(Sample.INFY, 37_000)
          .instrument(Sample.TCS, 82_000)
          .instrument(Sample.RELIANCE, 50_000)
          .start(Instant.parse("2024-03-04T00:00:00Z"))
          .build();

  @Test
  void aQuoteFromFeedThroughHubToBarsAllocatesNothing() {
    hub.listen(BarBuilder.of(Duration.ofSeconds(1), counter));
    hub.list(Sample.RELIANCE);
    hub.unsubscribe("RELIANCE");

    int windows = 0;
    int quiet = 0;
    while (quiet < QUIET_WINDOWS && windows < MAX_WINDOWS) {
      windows++;
      quiet = allocatedInOneWindow() == 0 ? quiet + 1 : 0;
    }

    assertEquals(QUIET_WINDOWS, quiet, "windows in a row without a byte, of " + windows);
    assertEquals(2L * (windows * STEPS / STEPS_PER_BAR - 1), counter.bars);
  }

  @Test
  void theMeterSeesOneBoxedNumber() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Object boxed = Long.valueOf(before);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated > 0, () -> "no byte for " + boxed);
  }

  /// While it compiles, the JVM itself allocates a few hundred bytes, once, on this thread: so warm
  /// is when a long row of windows without a byte begins, not after a fixed time.
  private long allocatedInOneWindow() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < STEPS; i++) {
      feed.next(hub);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static final class Counter implements FeedSink {
    private long bars;

    @Override
    public void onQuote(QuoteView quote) {}

    @Override
    public void onBar(BarView bar) {
      bars++;
    }
  }
}
