package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

class AllocationTest {
  private static final int STEPS = 20_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aQuoteFromFeedThroughHubToBarsAllocatesNothing() {
    Counter counter = new Counter();
    MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
    hub.subscribe(BarBuilder.of(Duration.ofSeconds(1), counter));
    SimulatedFeed feed =
        SimulatedFeed.builder()
            .instrument(Sample.INFY, 37_000)
            .instrument(Sample.TCS, 82_000)
            .start(Instant.parse("2024-03-04T03:45:00Z"))
            .build();
    play(feed, hub);
    long bars = counter.bars;

    long before = threads.getCurrentThreadAllocatedBytes();
    play(feed, hub);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertEquals(2 * STEPS / 10, counter.bars - bars);
    assertEquals(0, bytes, "bytes allocated by " + 2 * STEPS + " quotes");
  }

  private static void play(SimulatedFeed feed, FeedSink sink) {
    for (int i = 0; i < STEPS; i++) {
      feed.next(sink);
    }
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
