package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Market data with no other module of the system than the API.
class ModuleAloneTest {

  @Test
  void onlyTheApiIsThereBeside() {
    List<String> ours =
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("trading."))
            .sorted()
            .toList();

    assertEquals(List.of("trading.api", "trading.marketdata"), ours);
    assertTrue(MarketDataHub.class.getModule().isNamed());
  }

  @Test
  @Timeout(60)
  void theFeedStartsAndRelianceIsRead() throws Exception {
    Instrument reliance = Instrument.of("RELIANCE", "INR", "0.05", "1");
    SimulatedFeed feed =
        SimulatedFeed.builder()
            .seed(42)
            .instrument(reliance, reliance.ticks("2500.00"))
            .start(Instant.parse("2025-01-06T03:45:00Z"))
            .interval(Duration.ofMillis(5))
            .build();
    MarketDataHub hub = MarketDataHub.of(ZoneId.of("Asia/Kolkata"));
    BarHistory history = BarHistory.of(500);
    CountDownLatch tenQuotes = new CountDownLatch(10);
    hub.listen(BarBuilder.of(Duration.ofMillis(10), history));
    hub.listen(new Counts(tenQuotes));

    FeedRunner runner =
        FeedRunner.builder(feed, hub)
            .interval(Duration.ofMillis(5))
            .afterStall(FeedRunner.AfterStall.DELAY)
            .start();
    tenQuotes.await();
    assertTrue(runner.stop(Duration.ofSeconds(30)));
    feed.close();

    Quote quote = hub.quote("RELIANCE").orElseThrow();
    assertEquals(reliance.ticks("2500.00"), quote.openTicks(), 2);
    assertTrue(quote.bidTicks() <= quote.lastTicks() && quote.lastTicks() <= quote.askTicks());
    assertTrue(quote.lowTicks() <= quote.lastTicks() && quote.lastTicks() <= quote.highTicks());
    assertTrue(Math.abs(quote.changePercent()) < 1, () -> quote + "");
    assertTrue(history.bars("RELIANCE").size() >= 4);
    assertTrue(hub.updates().getFirst().count() >= 10);
  }

  private record Counts(CountDownLatch quotes) implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {
      quotes.countDown();
    }

    @Override
    public void onBar(BarView bar) {
      throw new IllegalStateException("no bars here");
    }
  }
}
