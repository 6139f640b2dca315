package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;

@Timeout(60)
class FeedRunnerTest {
  private static final long MS = 1_000_000L;
  private static final long STEP = 100 * MS;
  private static final long BEGIN = Long.MAX_VALUE - 50 * STEP;
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void tenSecondsAreAHundredUpdatesPerSubscribedSymbolAndNoneForOthers() throws Exception {
    MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
    Recorder recorder = new Recorder();
    hub.listen(recorder);
    hub.list(Sample.TCS);
    hub.unsubscribe("TCS");
    VirtualPace clock = new VirtualPace(0, 100 * STEP);

    FeedRunner runner = FeedRunner.builder(feed().build(), hub).clock(clock).start();
    clock.awaitEnd();
    FeedPace pace = runner.pace();
    assertTrue(runner.stop(LONG));

    assertEquals(100, recorder.quoteLines("INFY").size());
    assertEquals(0, recorder.quoteLines("TCS").size());
    assertEquals(
        List.of(
            new SymbolUpdates("INFY", true, 100, OptionalLong.of(99 * STEP)),
            new SymbolUpdates("TCS", false, 0, OptionalLong.empty())),
        hub.updates());
    assertEquals(
        new FeedPace(FeedRunner.State.RUNNING, 100, 0, OptionalDouble.of(10), 0, 0, STEP), pace);
    assertEquals(FeedRunner.State.STOPPED, runner.state());
  }

  @Test
  void aSlowSinkDoesNotMakeTheCadenceDrift() throws Exception {
    VirtualPace clock = new VirtualPace(BEGIN, BEGIN + 100 * STEP);
    List<Long> beginnings = new ArrayList<>();

    run(
        clock,
        FeedRunner.AfterStall.DROP,
        _ -> {
          beginnings.add(clock.nanos() - BEGIN);
          clock.pass(99 * MS);
        });

    assertEquals(LongStream.range(0, 100).mapToObj(i -> i * STEP).toList(), beginnings);
  }

  @Test
  void aDelayBelowAnIntervalIsMadeUpFor() throws Exception {
    VirtualPace clock = new VirtualPace(0, 10 * STEP);
    List<Long> beginnings = new ArrayList<>();

    FeedPace pace =
        run(
            clock,
            FeedRunner.AfterStall.DROP,
            _ -> {
              beginnings.add(clock.nanos() / MS);
              clock.pass(beginnings.size() == 3 ? 199 * MS : 10 * MS);
            });

    assertEquals(List.of(0L, 100L, 200L, 399L, 409L, 500L, 600L, 700L, 800L, 900L), beginnings);
    assertEquals(10, pace.moments());
    assertEquals(0, pace.dropped());
    assertEquals(99 * MS, pace.maxLateNanos());
    assertEquals(0, pace.lateNanos());
  }

  @Test
  void afterAStallOnlyTheNewestOfTheMissedIsHandedOut() throws Exception {
    VirtualPace clock = new VirtualPace(0, 20 * STEP);
    List<String> seen = new ArrayList<>();

    FeedPace pace =
        run(
            clock,
            FeedRunner.AfterStall.DROP,
            quote -> {
              seen.add(clock.nanos() / MS + ": " + quote.atNanos() / MS);
              clock.pass(seen.size() == 2 ? 1_050 * MS : 0);
            });

    assertEquals(
        List.of(
            "0: 0",
            "100: 100",
            "1150: 1100",
            "1200: 1200",
            "1300: 1300",
            "1400: 1400",
            "1500: 1500",
            "1600: 1600",
            "1700: 1700",
            "1800: 1800",
            "1900: 1900"),
        seen);
    assertEquals(9, pace.dropped());
    assertEquals(11, pace.moments());
    assertEquals(950 * MS, pace.maxLateNanos());
  }

  @Test
  void afterAStallARecordedFeedGoesOnWhereItWas() throws Exception {
    VirtualPace clock = new VirtualPace(0, 20 * STEP);
    List<String> seen = new ArrayList<>();

    FeedPace pace =
        run(
            clock,
            FeedRunner.AfterStall.DELAY,
            quote -> {
              seen.add(clock.nanos() / MS + ": " + quote.atNanos() / MS);
              clock.pass(seen.size() == 2 ? 1_050 * MS : 0);
            });

    assertEquals(
        List.of(
            "0: 0",
            "100: 100",
            "1150: 200",
            "1250: 300",
            "1350: 400",
            "1450: 500",
            "1550: 600",
            "1650: 700",
            "1750: 800",
            "1850: 900",
            "1950: 1000"),
        seen);
    assertEquals(0, pace.dropped());
    assertEquals(950 * MS, pace.maxLateNanos());
  }

  @Test
  void randomStallsKeepTimesInOrderAndTheFeedWithTheClock() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      String where = "seed " + seed + ": ";
      SplittableRandom random = new SplittableRandom(seed);
      VirtualPace clock = new VirtualPace(0, 500 * STEP);
      List<Long> times = new ArrayList<>();

      FeedPace pace =
          run(
              clock,
              FeedRunner.AfterStall.DROP,
              quote -> {
                long behind = clock.nanos() - quote.atNanos();
                assertTrue(behind >= 0 && behind < STEP, where + quote + " is behind by " + behind);
                assertTrue(times.isEmpty() || times.getLast() < quote.atNanos(), where + times);
                times.add(quote.atNanos());
                clock.pass(
                    random.nextInt(20) == 0 ? random.nextLong(20 * STEP) : random.nextLong(STEP));
              });

      assertEquals(times.size(), pace.moments(), where);
      assertEquals(times.getLast() / STEP + 1, pace.moments() + pace.dropped(), where);
    }
  }

  @Test
  void theRateFollowsTheLastMoments() {
    VirtualPace clock = new VirtualPace(0, Long.MAX_VALUE);
    SimulatedFeed feed = feed().end(Instant.ofEpochSecond(20)).build();
    Sink sink = quote -> clock.pass(quote.atNanos() < 100 * STEP ? 0 : 100 * MS);

    FeedRunner runner =
        FeedRunner.builder(feed, sink).clock(clock).afterStall(FeedRunner.AfterStall.DELAY).start();

    assertTrue(runner.awaitEnd(LONG));
    assertEquals(200, runner.pace().moments());
    assertEquals(5, runner.pace().perSecond().orElseThrow());
  }

  @Test
  void itEndsWithItsFeed() {
    Recorder recorder = new Recorder();
    SimulatedFeed feed = feed().end(Instant.ofEpochSecond(1)).build();
    VirtualPace clock = new VirtualPace(0, Long.MAX_VALUE);

    FeedRunner runner = FeedRunner.builder(feed, recorder).clock(clock).start();

    assertTrue(runner.awaitEnd(LONG));
    assertEquals(FeedRunner.State.ENDED, runner.state());
    assertEquals(20, recorder.quotes.size());
    assertEquals(10, runner.pace().moments());
    assertEquals(Optional.empty(), runner.failure());
  }

  @Test
  void itEndsWithItsFeedInsideAStall() throws Exception {
    Recorder recorder = new Recorder();
    SimulatedFeed feed = feed().end(Instant.ofEpochSecond(1)).build();
    VirtualPace clock = new VirtualPace(0, Long.MAX_VALUE);
    Sink stalls =
        quote -> {
          recorder.onQuote(quote);
          clock.pass(30 * STEP);
        };

    FeedRunner runner = FeedRunner.builder(feed, stalls).clock(clock).start();

    assertTrue(runner.awaitEnd(LONG));
    assertEquals(FeedRunner.State.ENDED, runner.state());
    assertEquals(2, recorder.quotes.size());
    assertEquals(9, runner.pace().dropped());
  }

  @Test
  void whatTheSinkThrowsEndsItAndIsTold() {
    IllegalStateException full = new IllegalStateException("no room");
    AtomicReference<Throwable> told = new AtomicReference<>();
    VirtualPace clock = new VirtualPace(0, Long.MAX_VALUE);
    Sink sink =
        quote -> {
          if (quote.atNanos() == 3 * STEP) {
            throw full;
          }
        };

    FeedRunner runner =
        FeedRunner.builder(feed().build(), sink).clock(clock).onFailure(told::set).start();

    assertTrue(runner.awaitEnd(LONG));
    assertEquals(FeedRunner.State.FAILED, runner.state());
    assertSame(full, runner.failure().orElseThrow());
    assertSame(full, told.get());
    assertEquals(3, runner.pace().moments());
    assertTrue(runner.stop(Duration.ZERO));
    assertEquals(FeedRunner.State.FAILED, runner.state());
  }

  @Test
  void whatTheFeedThrowsEndsItToo() {
    StackOverflowError deep = new StackOverflowError("feed");
    Feed feed =
        new Feed() {
          @Override
          public boolean next(FeedSink sink) {
            throw deep;
          }

          @Override
          public void close() {}
        };

    FeedRunner runner = FeedRunner.builder(feed, new Recorder()).start();

    assertTrue(runner.awaitEnd(LONG));
    assertSame(deep, runner.failure().orElseThrow());
  }

  @Test
  void stoppingLetsTheMomentEndAndWaitsForIt() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Recorder recorder = new Recorder();
    Sink sink =
        quote -> {
          inside.countDown();
          awaitQuietly(leave);
          recorder.onQuote(quote);
        };
    FeedRunner runner = FeedRunner.builder(feed().build(), sink).start();
    inside.await();

    assertFalse(runner.stop(Duration.ofMillis(1)));
    assertEquals(FeedRunner.State.RUNNING, runner.state());
    leave.countDown();

    assertTrue(runner.stop(LONG));
    assertEquals(FeedRunner.State.STOPPED, runner.state());
    assertEquals(2, recorder.quotes.size());
  }

  @Test
  void stoppingWakesItFromALongWait() throws Exception {
    CountDownLatch first = new CountDownLatch(2);
    Sink sink = _ -> first.countDown();
    FeedRunner runner =
        FeedRunner.builder(feed().build(), sink).interval(Duration.ofDays(1)).start();
    first.await();

    assertTrue(runner.stop(Duration.ofSeconds(30)));
    assertTrue(runner.stop(Duration.ZERO));
    assertEquals(1, runner.pace().moments());
  }

  @Test
  void theSinkMayStopItAndIsNotWaitedFor() {
    AtomicReference<FeedRunner> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    List<Boolean> answers = new ArrayList<>();
    Sink sink =
        _ -> {
          awaitQuietly(known);
          answers.add(self.get().stop(LONG));
        };
    self.set(FeedRunner.builder(feed().build(), sink).start());
    known.countDown();

    assertTrue(self.get().awaitEnd(LONG));
    assertEquals(List.of(false, false), answers);
    assertEquals(FeedRunner.State.STOPPED, self.get().state());
  }

  @Test
  void whileAStallIsDroppedItCanBeStopped() {
    VirtualPace clock = new VirtualPace(0, Long.MAX_VALUE);
    AtomicReference<FeedRunner> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    List<Long> times = new ArrayList<>();
    Feed feed =
        new Feed() {
          private long calls;

          @Override
          public boolean next(FeedSink sink) {
            if (calls == 5) {
              self.get().stop(LONG);
            }
            sink.onQuote(Sample.quote(Sample.INFY, calls++, 1000, 1));
            return true;
          }

          @Override
          public void close() {}
        };
    Sink sink =
        quote -> {
          awaitQuietly(known);
          times.add(quote.atNanos());
          clock.pass(1_000 * STEP);
        };
    self.set(FeedRunner.builder(feed, sink).clock(clock).start());
    known.countDown();

    assertTrue(self.get().awaitEnd(LONG));
    assertEquals(List.of(0L), times);
    assertEquals(5, self.get().pace().dropped());
  }

  @Test
  void anInterruptOfItsThreadStopsIt() {
    Sink sink = _ -> Thread.currentThread().interrupt();
    FeedRunner runner = FeedRunner.builder(feed().build(), sink).start();

    assertTrue(runner.awaitEnd(LONG));
    assertEquals(FeedRunner.State.STOPPED, runner.state());
  }

  @Test
  void onTheMachinesClockQuotesComeOneAfterTheOther() throws Exception {
    CountDownLatch fifty = new CountDownLatch(50);
    Recorder recorder = new Recorder();
    Sink sink =
        quote -> {
          recorder.onQuote(quote);
          fifty.countDown();
        };
    long before = System.nanoTime();

    FeedRunner runner =
        FeedRunner.builder(feed().build(), sink)
            .interval(Duration.ofMillis(1))
            .afterStall(FeedRunner.AfterStall.DELAY)
            .start();
    fifty.await();
    long after = System.nanoTime();
    assertTrue(runner.stop(LONG));

    assertTrue(after - before >= 24 * MS, "25 moments in " + (after - before) + " ns");
    assertEquals(0, runner.pace().dropped());
    assertEquals(2 * runner.pace().moments(), recorder.quotes.size());
  }

  @Test
  void anIntervalOutOfRangeIsRefused() {
    FeedRunner.Builder builder = FeedRunner.builder(feed().build(), new Recorder());

    Sample.assertRefused(
        Reason.BAD_SETTING,
        "interval of a feed runner must be PT0.001S..PT24H, was PT0.000999999S",
        () -> builder.interval(Duration.ofNanos(999_999)));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "interval of a feed runner must be PT0.001S..PT24H, was PT24H0.000000001S",
        () -> builder.interval(Duration.ofDays(1).plusNanos(1)));
  }

  /// Plays one instrument until the clock ends, and looks at the pace there.
  private static FeedPace run(VirtualPace clock, FeedRunner.AfterStall afterStall, Sink sink)
      throws InterruptedException {
    SimulatedFeed feed = SimulatedFeed.builder().instrument(Sample.INFY, 37_000).build();
    FeedRunner runner =
        FeedRunner.builder(feed, sink)
            .clock(clock)
            .afterStall(afterStall)
            .onFailure(_ -> clock.end())
            .start();
    clock.awaitEnd();
    FeedPace pace = runner.pace();
    assertTrue(runner.stop(LONG));
    assertEquals(Optional.empty(), runner.failure());
    return pace;
  }

  private static SimulatedFeed.Builder feed() {
    return SimulatedFeed.builder()
        .instrument(Sample.TCS, 82_000)
        .instrument(Sample.INFY, 37_000)
        .seed(7);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private interface Sink extends FeedSink {
    @Override
    default void onBar(BarView bar) {
      throw new IllegalStateException("no bars here");
    }
  }
}
