package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

class SimulatedFeedTest {
  private static final Instrument INFY = Sample.INFY;
  private static final Instrument TCS = Sample.TCS;
  private static final Instant START = Instant.parse("2024-03-04T03:45:00Z");

  @Test
  void tenSecondsAtAHundredMillisecondsAreAHundredQuotesPerSymbol() {
    Recorder recorder = Recorder.drain(tenSeconds(7).build());

    assertEquals(100, recorder.quoteLines("INFY").size());
    assertEquals(100, recorder.quoteLines("TCS").size());
    assertEquals(200, recorder.quotes.size());
    assertEquals(Sample.nanos("2024-03-04T03:45:00Z"), recorder.quotes.getFirst().atNanos());
    assertEquals(Sample.nanos("2024-03-04T03:45:09.9Z"), recorder.quotes.getLast().atNanos());
  }

  @Test
  void eachCallHandsOutAllInstrumentsOfOneMoment() {
    SimulatedFeed feed = tenSeconds(7).build();
    Recorder recorder = new Recorder();

    assertTrue(feed.next(recorder));
    assertTrue(feed.next(recorder));

    List<String> seen =
        recorder.quotes.stream()
            .map(q -> q.instrument().symbol() + " " + q.atNanos() % Sample.SECOND)
            .toList();
    assertEquals(List.of("TCS 0", "INFY 0", "TCS 100000000", "INFY 100000000"), seen);
  }

  @Test
  void theSameSeedGivesTheSameQuotes() {
    List<String> once = Recorder.drain(tenSeconds(7).build()).quoteLines("INFY");
    List<String> again = Recorder.drain(tenSeconds(7).build()).quoteLines("INFY");

    assertEquals(once, again);
  }

  @Test
  void anotherSeedGivesOtherQuotes() {
    List<String> seven = Recorder.drain(tenSeconds(7).build()).quoteLines("INFY");
    List<String> eight = Recorder.drain(tenSeconds(8).build()).quoteLines("INFY");

    assertNotEquals(seven, eight);
  }

  @Test
  void otherInstrumentsChangeNothing() {
    List<String> together = Recorder.drain(tenSeconds(7).build()).quoteLines("INFY");
    List<String> alone = Recorder.drain(infy(7, 37_000, 10).build()).quoteLines("INFY");

    assertEquals(together, alone);
  }

  @Test
  void whatIsAddedWhileRunningTakesPartFromTheNextStepOn() {
    SimulatedFeed feed = tenSeconds(7).build();
    Recorder recorder = new Recorder();
    feed.next(recorder);
    feed.next(new AddsOnFirstQuote(feed, recorder));
    feed.next(recorder);

    List<String> seen =
        recorder.quotes.stream()
            .map(q -> q.instrument().symbol() + " " + q.atNanos() % Sample.SECOND / 1_000_000)
            .toList();
    assertEquals(
        List.of("TCS 0", "INFY 0", "TCS 100", "INFY 100", "TCS 200", "INFY 200", "RELIANCE 200"),
        seen);
  }

  @Test
  void whatIsAddedLaterHasTheSameQuotesOnlyLater() {
    for (int steps = 0; steps < 100; steps += 9) {
      SimulatedFeed feed = tenSeconds(7).build();
      Recorder recorder = new Recorder();
      for (int i = 0; i < steps; i++) {
        feed.next(recorder);
      }
      feed.add(Sample.RELIANCE, 50_000);
      while (feed.next(recorder)) {
        continue;
      }
      Duration later = Duration.ofMillis(100L * steps);
      SimulatedFeed alone =
          SimulatedFeed.builder()
              .seed(7)
              .instrument(Sample.RELIANCE, 50_000)
              .start(START.plus(later))
              .end(START.plusSeconds(10))
              .build();

      assertEquals(Recorder.drain(alone).quoteLines("RELIANCE"), recorder.quoteLines("RELIANCE"));
      assertEquals(
          Recorder.drain(tenSeconds(7).build()).quoteLines("INFY"), recorder.quoteLines("INFY"));
    }
  }

  @Test
  void manyThreadsMayAddWhileTheFeedRuns() throws Exception {
    SimulatedFeed feed = infy(7, 37_000, 1_000).build();
    Recorder recorder = new Recorder();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<?>> adders = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        String prefix = "T" + thread + "N";
        adders.add(
            pool.submit(() -> {
              for (int i = 0; i < 50; i++) {
                feed.add(Instrument.of(prefix + i, "INR", "0.05", "1"), 1_000 + i);
              }
            }));
      }
      for (int i = 0; i < 100; i++) {
        feed.next(recorder);
      }
      for (Future<?> adder : adders) {
        adder.get();
      }
    }
    recorder.quotes.clear();
    feed.next(recorder);

    assertEquals(101, recorder.quotes.size());
    assertEquals(
        101, recorder.quotes.stream().map(q -> q.instrument().symbol()).distinct().count());
  }

  @Test
  void whatCannotBeAddedIsRefused() {
    SimulatedFeed feed = tenSeconds(7).build();

    Sample.assertRefused(
        Reason.ALREADY_EXISTS,
        "instruments of a simulated feed must differ, INFY stands twice",
        () -> feed.add(INFY, 100));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "start price of RELIANCE must be 10..274877906944 ticks, was 9",
        () -> feed.add(Sample.RELIANCE, 9));
    assertEquals(200, count(feed));
  }

  @Test
  void theQuotesOfSevenAreWrittenDown() {
    List<String> lines = Recorder.drain(infy(7, 37_000, 1).build()).quoteLines("INFY");

    assertEquals(
        "QuoteCell[INFY at 1709523900000000000, bid 599@36998, ask 1177@37001, last 78@37000]",
        lines.getFirst());
    assertEquals(
        "QuoteCell[INFY at 1709523900900000000, bid 1358@37000, ask 1919@37003, last 423@37000]",
        lines.getLast());
  }

  @Test
  void spreadSizesAndPricesStayInTheirRanges() {
    for (long start : new long[] {10, 11, 37_000, 1L << 38}) {
      for (long seed = 0; seed < 20; seed++) {
        String where = "seed " + seed + ", start " + start + ": ";
        Recorder recorder = Recorder.drain(infy(seed, start, 200).build());
        MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
        for (QuoteCell quote : recorder.quotes) {
          hub.onQuote(quote);
          long spread = quote.askTicks() - quote.bidTicks();
          assertTrue(spread >= 1 && spread <= 4, where + quote);
          assertTrue(quote.bidTicks() >= 1, where + quote);
          assertTrue(quote.bidTicks() <= quote.lastTicks(), where + quote);
          assertTrue(quote.askTicks() >= quote.lastTicks(), where + quote);
          assertTrue(quote.bidLots() >= 100 && quote.bidLots() <= 2_000, where + quote);
          assertTrue(quote.askLots() >= 100 && quote.askLots() <= 2_000, where + quote);
          assertTrue(quote.tradedLots() >= 1 && quote.tradedLots() <= 500, where + quote);
          assertTrue(quote.lastTicks() >= start / 2, where + quote);
          assertTrue(quote.lastTicks() <= start * 2, where + quote);
        }
      }
    }
  }

  @Test
  void inSpellsRangesAreUpToFourTimesAsWide() {
    long widest = 0;
    long most = 0;
    for (long start : new long[] {10, 37_000, 1L << 38}) {
      for (long seed = 0; seed < 20; seed++) {
        String where = "seed " + seed + ", start " + start + ": ";
        MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
        for (QuoteCell quote : Recorder.drain(infy(seed, start, 200).spells().build()).quotes) {
          hub.onQuote(quote);
          long spread = quote.askTicks() - quote.bidTicks();
          assertTrue(quote.bidTicks() >= 1 && spread >= 1 && spread <= 16, where + quote);
          assertTrue(quote.bidTicks() <= quote.lastTicks(), where + quote);
          assertTrue(quote.askTicks() >= quote.lastTicks(), where + quote);
          assertTrue(quote.tradedLots() >= 1 && quote.tradedLots() <= 2_000, where + quote);
          assertTrue(quote.lastTicks() >= start / 2 && quote.lastTicks() <= 2 * start, where);
          widest = Math.max(widest, spread);
          most = Math.max(most, quote.tradedLots());
        }
      }
    }
    assertEquals(16, widest);
    assertTrue(most > 1_900, "most traded " + most);
  }

  @Test
  void inSpellsALargeMoveIsFollowedByLargeMoves() {
    for (long seed = 0; seed < 10; seed++) {
      double calm = sizesGoTogether(infy(seed, 1L << 30, 2_000).build());
      double inSpells = sizesGoTogether(infy(seed, 1L << 30, 2_000).spells().build());

      assertTrue(Math.abs(calm) < 0.05, "seed " + seed + ": " + calm);
      assertTrue(inSpells > 0.15, "seed " + seed + ": " + inSpells);
    }
  }

  @Test
  void theQuotesOfSevenInSpellsAreWrittenDown() {
    List<String> lines = Recorder.drain(infy(7, 37_000, 60).spells().build()).quoteLines("INFY");

    assertEquals(
        "QuoteCell[INFY at 1709523959900000000, bid 160@37397, ask 944@37398, last 948@37398]",
        lines.getLast());
  }

  @Test
  void movingAveragesCrossNowAndThen() {
    int crossings = 0;
    for (long seed = 0; seed < 20; seed++) {
      Recorder recorder = Recorder.drain(infy(seed, 37_000, 60).build());
      long[] lasts = recorder.quotes.stream().mapToLong(QuoteCell::lastTicks).toArray();
      int own = crossings(lasts, 10, 30);
      assertTrue(own >= 2 && own <= 100, "seed " + seed + ": " + own + " crossings in 600 quotes");
      crossings += own;
    }
    assertTrue(crossings >= 20 * 8 && crossings <= 20 * 60, crossings + " crossings");
  }

  @Test
  void withoutAnEndTheFeedGoesOn() {
    SimulatedFeed feed = SimulatedFeed.builder().instrument(INFY, 37_000).build();
    Recorder recorder = new Recorder();
    for (int i = 0; i < 1_000; i++) {
      assertTrue(feed.next(recorder));
    }

    assertEquals(99_900_000_000L, recorder.quotes.getLast().atNanos());
    feed.close();
    assertFalse(feed.next(recorder));
    assertEquals(1_000, recorder.quotes.size());
  }

  @Test
  void theEndIsExclusive() {
    SimulatedFeed.Builder builder =
        SimulatedFeed.builder().instrument(INFY, 37_000).interval(Duration.ofNanos(3));

    long[] counts =
        LongStream.rangeClosed(0, 7)
            .map(end -> count(builder.end(Instant.ofEpochSecond(0, end)).build()))
            .toArray();

    assertEquals("[0, 1, 1, 1, 2, 2, 2, 3]", Arrays.toString(counts));
  }

  @Test
  void badDefinitionsAreRefused() {
    SimulatedFeed.Builder builder = SimulatedFeed.builder();

    Sample.assertRefused(
        Reason.BAD_SETTING,
        "a simulated feed must have at least 1 instrument, had 0",
        () -> builder.build());
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "start price of INFY must be 10..274877906944 ticks, was 9",
        () -> builder.instrument(INFY, 9));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "start price of INFY must be 10..274877906944 ticks, was 274877906945",
        () -> builder.instrument(INFY, (1L << 38) + 1));
    builder.instrument(INFY, 100);
    Sample.assertRefused(
        Reason.ALREADY_EXISTS,
        "instruments of a simulated feed must differ, INFY stands twice",
        () -> builder.instrument(INFY, 100));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "interval of a simulated feed must be PT0.000000001S..PT24H, was PT0S",
        () -> builder.interval(Duration.ZERO));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "start of a simulated feed must be 1970-01-01..2116-02-20, was 1969-12-31T23:59:59Z",
        () -> builder.start(Instant.ofEpochSecond(-1)));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "end of a simulated feed must be at least 5000000000 ns, was 4000000000",
        () -> builder.start(Instant.ofEpochSecond(5)).end(Instant.ofEpochSecond(4)).build());
  }

  /// Adds an instrument in the middle of a step.
  private record AddsOnFirstQuote(SimulatedFeed feed, FeedSink behind) implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {
      if (quote.instrument().equals(TCS)) {
        feed.add(Sample.RELIANCE, 50_000);
      }
      behind.onQuote(quote);
    }

    @Override
    public void onBar(BarView bar) {
      behind.onBar(bar);
    }
  }

  private static SimulatedFeed.Builder tenSeconds(long seed) {
    return SimulatedFeed.builder()
        .instrument(TCS, 82_000)
        .instrument(INFY, 37_000)
        .seed(seed)
        .start(START)
        .end(START.plusSeconds(10));
  }

  private static SimulatedFeed.Builder infy(long seed, long startTicks, long seconds) {
    return SimulatedFeed.builder()
        .instrument(INFY, startTicks)
        .seed(seed)
        .start(START)
        .end(START.plusSeconds(seconds));
  }

  /// The correlation between the size of a move and that of the fifth after it.
  private static double sizesGoTogether(SimulatedFeed feed) {
    long[] lasts = Recorder.drain(feed).quotes.stream().mapToLong(QuoteCell::lastTicks).toArray();
    double[] sizes =
        IntStream.range(1, lasts.length)
            .mapToDouble(i -> Math.abs(lasts[i] - lasts[i - 1]))
            .toArray();
    double mean = Arrays.stream(sizes).average().orElseThrow();
    double together = 0;
    double alone = 0;
    for (int i = 5; i < sizes.length; i++) {
      together += (sizes[i] - mean) * (sizes[i - 5] - mean);
      alone += (sizes[i] - mean) * (sizes[i] - mean);
    }
    return together / alone;
  }

  private static long count(SimulatedFeed feed) {
    return Recorder.drain(feed).quotes.size();
  }

  private static int crossings(long[] prices, int fast, int slow) {
    int crossings = 0;
    long before = 0;
    for (int i = slow; i < prices.length; i++) {
      long difference = sum(prices, i, fast) * slow - sum(prices, i, slow) * fast;
      if (difference != 0) {
        crossings += Long.signum(difference) == -Long.signum(before) ? 1 : 0;
        before = difference;
      }
    }
    return crossings;
  }

  private static long sum(long[] prices, int end, int length) {
    return LongStream.range(end - length, end).map(i -> prices[(int) i]).sum();
  }
}
