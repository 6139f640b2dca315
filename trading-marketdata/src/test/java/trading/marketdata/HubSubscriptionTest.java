package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubSubscriptionTest {
  private static final Instrument INFY = Sample.INFY;
  private static final Instrument TCS = Sample.TCS;

  private final MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
  private final Recorder recorder = new Recorder();

  @Test
  void everySymbolIsSubscribedUntilToldOtherwise() {
    hub.list(INFY);
    hub.onQuote(Sample.quote(TCS, 1, 2000, 5));

    assertEquals(List.of("INFY", "TCS"), hub.symbols());
    assertEquals(List.of("INFY", "TCS"), hub.subscribed());
  }

  @Test
  void inASilentHubNoSymbolIs() {
    MarketDataHub silent = MarketDataHub.silent(ZoneOffset.UTC);
    silent.listen(recorder);
    silent.list(INFY);
    silent.subscribe("INFY");
    silent.onQuote(Sample.quote(INFY, 1, 1000, 5));
    silent.onQuote(Sample.quote(TCS, 1, 2000, 5));

    assertEquals(List.of("INFY"), silent.subscribed());
    assertEquals(1, recorder.quotes.size());
    assertEquals(Optional.empty(), silent.quote("TCS"));
  }

  @Test
  void whatIsNotSubscribedReachesNoListenerAndIsNotFound() {
    hub.listen(recorder);
    both(1);
    hub.unsubscribe("INFY");
    both(2);
    hub.onBar(BarCell.of(INFY).set(INFY, 3, 4).prices(7, 7, 7, 7));

    assertEquals(1, recorder.quoteLines("INFY").size());
    assertEquals(2, recorder.quoteLines("TCS").size());
    assertEquals(List.of(), recorder.bars);
    assertEquals(Optional.empty(), hub.quote("INFY"));
    assertEquals(List.of(TCS), hub.quotes().stream().map(Quote::instrument).toList());
    assertEquals(List.of("INFY", "TCS"), hub.symbols());
    assertEquals(List.of("TCS"), hub.subscribed());
  }

  @Test
  void theDayIsWholeAfterASubscriptionComesBack() {
    hub.onQuote(Sample.quote(INFY, 1, 1000, 5));
    hub.unsubscribe("INFY");
    hub.onQuote(Sample.quote(INFY, 2, 1010, 6));
    hub.subscribe("INFY");

    assertEquals(
        new Quote(INFY, 2, 1009, 100, 1011, 200, 1010, 1000, 1010, 1000, 1000, 11),
        hub.quote("INFY").orElseThrow());
  }

  @Test
  void subscribingAndUnsubscribingTwiceChangesNothingMore() {
    hub.listen(recorder);
    hub.list(INFY);
    hub.subscribe("INFY", "INFY");
    hub.subscribe(List.of());
    both(1);
    hub.unsubscribe("INFY", "INFY");
    hub.unsubscribe("INFY");
    both(2);
    hub.subscribe("INFY");
    both(3);

    assertEquals(2, recorder.quoteLines("INFY").size());
    assertEquals(3, recorder.quoteLines("TCS").size());
  }

  @Test
  void anUnknownSymbolIsRefusedAndNothingChanges() {
    hub.list(INFY);
    hub.list(TCS);
    hub.unsubscribe("TCS");

    Sample.assertRefused(
        Reason.UNKNOWN_SYMBOL,
        "symbol WIPRO is neither listed nor quoted",
        () -> hub.unsubscribe("INFY", "WIPRO"));
    Sample.assertRefused(
        Reason.UNKNOWN_SYMBOL,
        "symbol WIPRO is neither listed nor quoted",
        () -> hub.subscribe("TCS", "WIPRO"));
    assertEquals(List.of("INFY"), hub.subscribed());
  }

  @Test
  void aListedSymbolHasNoQuoteYetAndKeepsItsDefinition() {
    hub.list(INFY);
    hub.list(INFY);

    assertEquals(Optional.empty(), hub.quote("INFY"));
    assertEquals(List.of(), hub.quotes());
    Instrument other = Instrument.of("INFY", "USD", "0.05", "1");
    String sentence =
        "instrument of INFY must be Instrument[symbol=INFY, currency=INR, tick=0.05, lot=1,"
            + " close=Optional.empty], was Instrument[symbol=INFY, currency=USD, tick=0.05, lot=1,"
            + " close=Optional.empty]";
    Sample.assertRefused(Reason.BAD_MARKET_DATA, sentence, () -> hub.list(other));
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA, sentence, () -> hub.onQuote(Sample.quote(other, 1, 1000, 1)));
  }

  @Test
  void updatesAreCountedWhileSubscribed() {
    hub.list(TCS);
    hub.onQuote(Sample.quote(INFY, 1, 1000, 5));
    hub.onBar(BarCell.of(INFY).set(INFY, 3, 9).prices(7, 7, 7, 7));
    hub.unsubscribe("INFY");
    hub.onQuote(Sample.quote(INFY, 10, 1000, 5));

    assertEquals(
        List.of(
            new SymbolUpdates("INFY", false, 2, OptionalLong.of(9)),
            new SymbolUpdates("TCS", true, 0, OptionalLong.empty())),
        hub.updates());
  }

  @Test
  void aRefusedQuoteIsNoUpdate() {
    hub.onQuote(Sample.quote(INFY, 5, 1000, 5));
    QuoteCell late = Sample.quote(INFY, 4, 1000, 5);

    assertThrows(IllegalArgumentException.class, () -> hub.onQuote(late));
    assertEquals(List.of(new SymbolUpdates("INFY", true, 1, OptionalLong.of(5))), hub.updates());
  }

  @Test
  void aListenerThatUnsubscribesKeepsTheQuoteFromThoseBehindIt() {
    List<String> calls = new ArrayList<>();
    hub.listen(
        sink(quote -> {
          calls.add("first " + quote.atNanos());
          hub.unsubscribe("INFY");
        }));
    hub.listen(sink(quote -> calls.add("second " + quote.atNanos())));

    hub.onQuote(Sample.quote(INFY, 1, 1000, 5));
    hub.onQuote(Sample.quote(INFY, 2, 1000, 5));
    hub.subscribe("INFY");
    hub.onQuote(Sample.quote(INFY, 3, 1000, 5));

    assertEquals(List.of("first 1", "first 3"), calls);
  }

  @Test
  void aListenerMayHandInAnotherQuoteOfTheSymbolAndUnsubscribe() {
    List<Long> times = new ArrayList<>();
    hub.listen(
        sink(quote -> {
          times.add(quote.atNanos());
          if (quote.atNanos() < 3) {
            hub.onQuote(Sample.quote(INFY, quote.atNanos() + 1, 1000, 5));
          } else {
            hub.unsubscribe("INFY");
          }
        }));

    hub.onQuote(Sample.quote(INFY, 1, 1000, 5));

    assertEquals(List.of(1L, 2L, 3L), times);
  }

  @Test
  void unsubscribingWaitsForAListenerThatIsInsideACall() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean left = new AtomicBoolean();
    hub.listen(
        sink(_ -> {
          inside.countDown();
          awaitQuietly(leave);
          left.set(true);
        }));
    Thread feeder = Thread.ofPlatform().start(() -> hub.onQuote(Sample.quote(INFY, 1, 1000, 5)));
    inside.await();
    AtomicBoolean leftBefore = new AtomicBoolean();
    Thread stopper =
        Thread.ofPlatform()
            .start(() -> {
              Thread.currentThread().interrupt();
              hub.unsubscribe("INFY");
              leftBefore.set(left.get() && Thread.currentThread().isInterrupted());
            });
    while (stopper.getState() != Thread.State.WAITING) {
      assertTrue(stopper.isAlive(), "returned while the listener was inside");
      Thread.onSpinWait();
    }

    assertEquals(Optional.empty(), hub.quote("INFY"));
    hub.list(TCS);
    hub.unsubscribe("TCS");
    leave.countDown();
    stopper.join();
    feeder.join();
    assertTrue(leftBefore.get());
  }

  @Test
  void whatAListenerThrowsEndsTheCallThatIsWaitedFor() {
    hub.listen(
        sink(_ -> {
          throw new IllegalStateException("no room");
        }));
    QuoteCell quote = Sample.quote(INFY, 1, 1000, 5);
    BarCell bar = BarCell.of(TCS).set(TCS, 3, 9).prices(7, 7, 7, 7);
    assertThrows(IllegalStateException.class, () -> hub.onQuote(quote));
    assertThrows(IllegalStateException.class, () -> hub.onBar(bar));

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      other.submit(() -> hub.unsubscribe("INFY", "TCS"));
    }
    assertEquals(List.of(), hub.subscribed());
  }

  @Test
  void randomCallsAgreeWithASimpleModel() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean silent = random.nextBoolean();
      MarketDataHub tried =
          silent ? MarketDataHub.silent(ZoneOffset.UTC) : MarketDataHub.of(ZoneOffset.UTC);
      Model model = new Model(tried, !silent);
      for (int i = 0; i < 200; i++) {
        model.step(random, i, "seed " + seed + ", step " + i);
      }
    }
  }

  @Test
  void noListenerIsCalledOnceUnsubscribingHasReturned() throws Exception {
    for (long seed = 0; seed < 8; seed++) {
      new Race(seed, 6).run(2_000);
    }
  }

  private void both(long atNanos) {
    hub.onQuote(Sample.quote(INFY, atNanos, 1000, 5));
    hub.onQuote(Sample.quote(TCS, atNanos, 2000, 5));
  }

  private static FeedSink sink(Consumer<QuoteView> onQuote) {
    return new FeedSink() {
      @Override
      public void onQuote(QuoteView quote) {
        onQuote.accept(quote);
      }

      @Override
      public void onBar(BarView bar) {
        onQuote.accept(Sample.quote(bar.instrument(), bar.endNanos(), bar.closeTicks(), 1));
      }
    };
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Instrument instrument(int number) {
    return Instrument.of("S" + number, "INR", "0.05", "1");
  }

  /// What a hub should do, said with a map.
  private static final class Model {
    private final MarketDataHub hub;
    private final boolean startsSubscribed;
    private final TreeMap<String, Boolean> subscribed = new TreeMap<>();
    private final TreeMap<String, Long> lastTicks = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Model(MarketDataHub hub, boolean startsSubscribed) {
      this.hub = hub;
      this.startsSubscribed = startsSubscribed;
      hub.listen(sink(quote -> calls.add(quote.instrument().symbol() + " " + quote.lastTicks())));
    }

    void step(SplittableRandom random, long time, String where) {
      Instrument instrument = instrument(random.nextInt(5));
      String symbol = instrument.symbol();
      switch (random.nextInt(6)) {
        case 0 -> {
          hub.list(instrument);
          subscribed.putIfAbsent(symbol, startsSubscribed);
        }
        case 1 -> turn(symbol, true, where);
        case 2 -> turn(symbol, false, where);
        default -> {
          long ticks = 1 + random.nextInt(1000);
          hub.onQuote(Sample.quote(instrument, time, ticks, 1));
          lastTicks.put(symbol, ticks);
          if (subscribed.computeIfAbsent(symbol, _ -> startsSubscribed)) {
            expected.add(symbol + " " + ticks);
          }
        }
      }
      compare(where);
    }

    private void turn(String symbol, boolean on, String where) {
      if (!subscribed.containsKey(symbol)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              if (on) {
                hub.subscribe(symbol);
              } else {
                hub.unsubscribe(symbol);
              }
            },
            where);
        return;
      }
      subscribed.put(symbol, on);
      if (on) {
        hub.subscribe(symbol);
      } else {
        hub.unsubscribe(symbol);
      }
    }

    private void compare(String where) {
      assertEquals(expected, calls, where);
      assertEquals(List.copyOf(subscribed.keySet()), hub.symbols(), where);
      List<String> readable = new ArrayList<>();
      subscribed.forEach((symbol, on) -> {
        if (on && lastTicks.containsKey(symbol)) {
          readable.add(symbol + " " + lastTicks.get(symbol));
        }
        Optional<Long> last = hub.quote(symbol).map(Quote::lastTicks);
        assertEquals(Optional.ofNullable(on ? lastTicks.get(symbol) : null), last, where);
      });
      assertEquals(
          readable,
          hub.quotes().stream().map(q -> q.instrument().symbol() + " " + q.lastTicks()).toList(),
          where);
    }
  }

  /// One thread quotes all symbols, two others turn their own on and off.
  private static final class Race {
    private static final int TURNERS = 2;

    private final long seed;
    private final MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
    private final List<Instrument> instruments;
    private final List<AtomicBoolean> off;
    private final int[] calls;
    private final List<String> wrong = new ArrayList<>();
    private final AtomicBoolean done = new AtomicBoolean();

    Race(long seed, int symbols) {
      this.seed = seed;
      instruments = IntStream.range(0, symbols).mapToObj(i -> instrument(i)).toList();
      off = instruments.stream().map(_ -> new AtomicBoolean()).toList();
      calls = new int[symbols];
      instruments.forEach(hub::list);
      hub.listen(sink(this::called));
      hub.listen(sink(this::called));
    }

    void run(int turns) throws Exception {
      try (ExecutorService pool = Executors.newFixedThreadPool(TURNERS + 1)) {
        Future<?> feeder = pool.submit(this::feed);
        List<Future<?>> turners = new ArrayList<>();
        for (int i = 0; i < TURNERS; i++) {
          int turner = i;
          turners.add(pool.submit(() -> turn(turner, turns)));
        }
        try {
          for (Future<?> turner : turners) {
            turner.get();
          }
        } finally {
          done.set(true);
        }
        feeder.get();
      }
      assertEquals(List.of(), wrong, "seed " + seed);
      List<SymbolUpdates> updates = hub.updates();
      for (int i = 0; i < calls.length; i++) {
        assertTrue(calls[i] <= 2 * updates.get(i).count(), "seed " + seed);
      }
    }

    private void feed() {
      long time = 0;
      while (!done.get() || IntStream.of(calls).anyMatch(count -> count == 0)) {
        time++;
        for (Instrument instrument : instruments) {
          hub.onQuote(Sample.quote(instrument, time, 1000, 1));
        }
      }
    }

    private void called(QuoteView quote) {
      int number = Integer.parseInt(quote.instrument().symbol().substring(1));
      calls[number]++;
      for (int look = 0; look < 20; look++) {
        if (off.get(number).get()) {
          wrong.add(quote + " after unsubscribing");
        }
        Thread.onSpinWait();
      }
    }

    private void turn(int turner, int turns) {
      SplittableRandom random = new SplittableRandom(seed * TURNERS + turner);
      for (int i = 0; i < turns; i++) {
        int number = random.nextInt(instruments.size() / TURNERS) * TURNERS + turner;
        String symbol = instruments.get(number).symbol();
        if (random.nextBoolean()) {
          off.get(number).set(false);
          hub.subscribe(symbol);
        } else {
          hub.unsubscribe(symbol);
          off.get(number).set(true);
          assertFalse(hub.quote(symbol).isPresent(), "seed " + seed);
        }
      }
      for (int number = turner; number < instruments.size(); number += TURNERS) {
        off.get(number).set(false);
        hub.subscribe(instruments.get(number).symbol());
      }
    }
  }
}
