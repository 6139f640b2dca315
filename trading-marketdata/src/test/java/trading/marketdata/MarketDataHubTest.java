package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

class MarketDataHubTest {
  private static final long NOON = Sample.nanos("2024-03-04T12:00:00Z");
  private static final Instrument INFY = Sample.INFY;
  private static final Instrument TCS = Sample.TCS;

  private final MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);

  @Test
  void thereIsNoQuoteBeforeTheFirst() {
    assertEquals(Optional.empty(), hub.quote("INFY"));
    assertEquals(List.of(), hub.quotes());
  }

  @Test
  void dayStatisticsFollowTheLastPrices() {
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onQuote(Sample.quote(INFY, NOON + 1, 1010, 6));
    hub.onQuote(Sample.quote(INFY, NOON + 2, 990, 7));
    hub.onQuote(Sample.quote(INFY, NOON + 2, 1005, 8));

    Quote expected =
        new Quote(INFY, NOON + 2, 1004, 100, 1006, 200, 1005, 1000, 1010, 990, 1000, 26);
    assertEquals(Optional.of(expected), hub.quote("INFY"));
  }

  @Test
  void quotesStandInSymbolOrder() {
    hub.onQuote(Sample.quote(TCS, NOON, 2000, 1));
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 1));

    List<String> symbols = hub.quotes().stream().map(q -> q.instrument().symbol()).toList();
    assertEquals(List.of("INFY", "TCS"), symbols);
  }

  @Test
  void aNewDayBeginsAtMidnightOfTheZone() {
    MarketDataHub kolkata = MarketDataHub.of(ZoneId.of("Asia/Kolkata"));
    long midnight = Sample.nanos("2024-03-04T18:30:00Z");
    kolkata.onQuote(Sample.quote(INFY, midnight - Sample.SECOND, 1000, 5));
    kolkata.onQuote(Sample.quote(INFY, midnight - 1, 1010, 6));
    Quote before = kolkata.quote("INFY").orElseThrow();
    kolkata.onQuote(Sample.quote(INFY, midnight, 1020, 7));
    Quote after = kolkata.quote("INFY").orElseThrow();

    assertEquals(
        new Quote(INFY, midnight - 1, 1009, 100, 1011, 200, 1010, 1000, 1010, 1000, 1000, 11),
        before);
    assertEquals(
        new Quote(INFY, midnight, 1019, 100, 1021, 200, 1020, 1020, 1020, 1020, 1010, 7), after);
    assertEquals(10, after.changeTicks());
  }

  @Test
  void eachInstrumentHasDaysOfItsOwn() {
    long nextDay = NOON + 24 * 3600 * Sample.SECOND;
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onQuote(Sample.quote(TCS, NOON, 2000, 5));
    hub.onQuote(Sample.quote(INFY, nextDay, 1001, 6));

    assertEquals(6, hub.quote("INFY").orElseThrow().volumeLots());
    assertEquals(5, hub.quote("TCS").orElseThrow().volumeLots());
  }

  @Test
  void aBarUpdatesTheDayAndLeavesTheSides() {
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onBar(bar(NOON + 1, NOON + 60, 1005).volume(50));

    assertEquals(
        new Quote(INFY, NOON + 60, 999, 100, 1001, 200, 1005, 1000, 1010, 990, 1000, 55),
        hub.quote("INFY").orElseThrow());
  }

  @Test
  void theFirstBarOfADayMayStateThePreviousClose() {
    long nextDay = NOON + 24 * 3600 * Sample.SECOND;
    hub.onBar(bar(NOON, NOON + 59, 1005).previousClose(987));
    assertEquals(987, hub.quote("INFY").orElseThrow().previousCloseTicks());
    hub.onBar(bar(NOON + 60, NOON + 119, 1006).previousClose(5));
    assertEquals(987, hub.quote("INFY").orElseThrow().previousCloseTicks());
    hub.onBar(bar(nextDay, nextDay + 59, 1007));
    assertEquals(1006, hub.quote("INFY").orElseThrow().previousCloseTicks());
  }

  @Test
  void daysBefore1970AreDaysToo() {
    long start = Sample.nanos("1950-01-03T00:00:00Z");
    hub.onBar(bar(start, start + 59, 1005).volume(3));
    hub.onBar(bar(start + 60, start + 119, 1005).volume(4));

    assertEquals(7, hub.quote("INFY").orElseThrow().volumeLots());
  }

  @Test
  void listenersGetQuotesAndBarsInTheOrderInWhichTheyCame() {
    List<String> calls = new ArrayList<>();
    hub.listen(teller("first", calls));
    hub.listen(teller("second", calls));

    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onBar(bar(NOON, NOON + 59, 1005));

    assertEquals(
        List.of("first quote 1000", "second quote 1000", "first bar 1005", "second bar 1005"),
        calls);
  }

  @Test
  void listenersGetTheLentViewOnTheCallersThreadAfterTheHub() {
    QuoteCell quote = Sample.quote(INFY, NOON, 1000, 5);
    List<Thread> threads = new ArrayList<>();
    hub.listen(
        new Sink() {
          @Override
          public void onQuote(QuoteView got) {
            assertSame(quote, got);
            assertEquals(1000, hub.quote("INFY").orElseThrow().lastTicks());
            threads.add(Thread.currentThread());
          }
        });

    hub.onQuote(quote);

    assertEquals(List.of(Thread.currentThread()), threads);
  }

  @Test
  void closingARegistrationEndsItAloneAndForGood() {
    List<String> calls = new ArrayList<>();
    FeedSink twice = teller("twice", calls);
    Registration first = hub.listen(twice);
    hub.listen(teller("other", calls));
    hub.listen(twice);

    first.close();
    first.close();
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));

    assertEquals(List.of("other quote 1000", "twice quote 1000"), calls);
  }

  @Test
  void aListenerMayLeaveFromInsideACall() {
    List<String> calls = new ArrayList<>();
    List<Registration> own = new ArrayList<>();
    own.add(
        hub.listen(
            new Sink() {
              @Override
              public void onQuote(QuoteView quote) {
                calls.add("once");
                own.getFirst().close();
              }
            }));
    hub.listen(teller("stays", calls));

    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onQuote(Sample.quote(INFY, NOON, 1001, 5));

    assertEquals(List.of("once", "stays quote 1000", "stays quote 1001"), calls);
  }

  @Test
  void whatAListenerThrowsReachesTheCaller() {
    List<String> calls = new ArrayList<>();
    hub.listen(
        new Sink() {
          @Override
          public void onQuote(QuoteView quote) {
            throw new IllegalStateException("no room");
          }
        });
    hub.listen(teller("behind", calls));
    QuoteCell quote = Sample.quote(INFY, NOON, 1000, 5);

    assertThrows(IllegalStateException.class, () -> hub.onQuote(quote));
    assertEquals(List.of(), calls);
    assertEquals(1000, hub.quote("INFY").orElseThrow().lastTicks());
  }

  @Test
  void crossedAndLockedQuotesPass() {
    Recorder recorder = new Recorder();
    hub.listen(recorder);
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5).bid(1002, 1).ask(1001, 1));
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5).bid(1001, 1).ask(1001, 1));
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5).bid(0, 0).ask(0, 0));

    assertEquals(3, recorder.quotes.size());
  }

  @Test
  void aQuoteWhoseTimeRunsBackwardsIsRefused() {
    QuoteCell late = Sample.quote(INFY, 999, 1000, 5);
    hub.onQuote(Sample.quote(TCS, 5000, 1000, 5));
    hub.onQuote(Sample.quote(INFY, 1000, 1000, 5));

    refused(late, "quote's time in nanoseconds of INFY must be at least 1000, was 999");
  }

  @Test
  void malformedNumbersAreRefused() {
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));

    refused(quote().last(0, 5), "last price in ticks of INFY must be at least 1, was 0");
    refused(quote().last(-3, 5), "last price in ticks of INFY must be at least 1, was -3");
    refused(
        quote().last((1L << 40) + 1, 5),
        "last price in ticks of INFY must be at most 1099511627776, was 1099511627777");
    refused(quote().last(1000, -1), "traded lots of INFY must be at least 0, was -1");
    refused(quote().bid(-1, 1), "bid price in ticks of INFY must be at least 0, was -1");
    refused(quote().bid(1, -2), "bid size in lots of INFY must be at least 0, was -2");
    refused(quote().ask(-4, 1), "ask price in ticks of INFY must be at least 0, was -4");
    refused(quote().ask(1, -5), "ask size in lots of INFY must be at least 0, was -5");
    refused(
        quote().last(1000, Long.MAX_VALUE - 4),
        "traded lots of INFY must be at most 9223372036854775802, was 9223372036854775803");
    refused(
        Sample.quote(INFY, Long.MAX_VALUE, 1000, 5),
        "quote's time in nanoseconds of INFY must be at most 4611686018427387904,"
            + " was 9223372036854775807");
  }

  @Test
  void aRefusedFirstQuoteLeavesNoTrace() {
    refused(quote().last(0, 5), "last price in ticks of INFY must be at least 1, was 0");

    assertEquals(List.of(), hub.quotes());
  }

  @Test
  void aSymbolKeepsItsDefinition() {
    Instrument other = Instrument.of("INFY", "INR", "0.01", "1");
    hub.onQuote(Sample.quote(INFY, NOON, 1000, 5));
    hub.onQuote(Sample.quote(Instrument.of("INFY", "INR", "0.050", "1"), NOON, 1000, 5));

    refused(
        Sample.quote(other, NOON, 1000, 5),
        "instrument of INFY must be Instrument[symbol=INFY, currency=INR, tick=0.05, lot=1,"
            + " close=Optional.empty], was Instrument[symbol=INFY, currency=INR, tick=0.01, lot=1,"
            + " close=Optional.empty]");
  }

  @Test
  void barsThatContradictThemselvesOrThePastAreRefused() {
    hub.onBar(bar(100, 199, 1005));

    refused(
        bar(199, 250, 1005).prices(0, 0, 0, 0), "open in ticks of INFY must be at least 1, was 0");
    refused(
        bar(200, 299, 1005).prices(10, 9, 8, 9),
        "high in ticks of INFY must be at least 10, was 9");
    refused(
        bar(200, 299, 1005).prices(10, 12, 10, 9),
        "low in ticks of INFY must be at most 9, was 10");
    refused(bar(200, 299, 1005).volume(-1), "volume in lots of INFY must be at least 0, was -1");
    refused(
        bar(200, 299, 1005).previousClose(-1),
        "previous close in ticks of INFY must be at least 0, was -1");
    refused(bar(200, 199, 1005), "bar's end in nanoseconds of INFY must be at least 200, was 199");
    refused(
        bar(198, 299, 1005), "bar's start in nanoseconds of INFY must be at least 199, was 198");
  }

  @Test
  void readersSeeOneMomentWhileQuotesComeIn() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Callable<Long> reader =
        () -> {
          long reads = 0;
          while (!done.get() || reads == 0) {
            hub.quote("INFY").ifPresent(MarketDataHubTest::assertConsistent);
            hub.quotes().forEach(MarketDataHubTest::assertConsistent);
            hub.listen(new Sink()).close();
            reads++;
          }
          return reads;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      List<Future<Long>> readers = List.of(pool.submit(reader), pool.submit(reader));
      QuoteCell cell = QuoteCell.of(INFY);
      for (int i = 1; i <= 50_000; i++) {
        hub.onQuote(cell.set(INFY, i).bid(i, i).ask(i + 1, i).last(i, 1));
      }
      done.set(true);
      for (Future<Long> each : readers) {
        assertTrue(each.get() > 0);
      }
    }

    assertEquals(50_000, hub.quote("INFY").orElseThrow().volumeLots());
  }

  private static void assertConsistent(Quote quote) {
    long i = quote.atNanos();
    assertEquals(new Quote(INFY, i, i, i, i + 1, i, i, 1, i, 1, 1, i), quote);
  }

  private void refused(QuoteCell quote, String sentence) {
    List<Quote> before = hub.quotes();
    Recorder recorder = new Recorder();
    try (Registration _ = hub.listen(recorder)) {
      Sample.assertRefused(Reason.BAD_MARKET_DATA, sentence, () -> hub.onQuote(quote));
    }
    assertEquals(before, hub.quotes());
    assertEquals(List.of(), recorder.quotes);
  }

  private void refused(BarCell bar, String sentence) {
    List<Quote> before = hub.quotes();
    Recorder recorder = new Recorder();
    try (Registration _ = hub.listen(recorder)) {
      Sample.assertRefused(Reason.BAD_MARKET_DATA, sentence, () -> hub.onBar(bar));
    }
    assertEquals(before, hub.quotes());
    assertEquals(List.of(), recorder.bars);
  }

  private static QuoteCell quote() {
    return Sample.quote(INFY, NOON + 1, 1000, 5);
  }

  private static BarCell bar(long start, long end, long close) {
    return BarCell.of(INFY).set(INFY, start, end).prices(1000, 1010, 990, close);
  }

  private static FeedSink teller(String name, List<String> calls) {
    return new Sink() {
      @Override
      public void onQuote(QuoteView quote) {
        calls.add(name + " quote " + quote.lastTicks());
      }

      @Override
      public void onBar(BarView bar) {
        calls.add(name + " bar " + bar.closeTicks());
      }
    };
  }

  private static class Sink implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {}

    @Override
    public void onBar(BarView bar) {}
  }
}
