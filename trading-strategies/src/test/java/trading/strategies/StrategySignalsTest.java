package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import trading.api.OrderRequest;
import trading.api.Settings;
import trading.api.Side;
import trading.api.Signal;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;

class StrategySignalsTest extends StrategyFixture {

  @Test
  void returnsWhatMaCrossoverSeesInOrderWithTheTimesOfTheBars() {
    List<TimedSignal> signals =
        StrategySignals.of(
            maCrossover("direction", "both", "quantity", "3"),
            barsOf(1_000, 999, 1_000, 900),
            ACCOUNT);

    assertEquals(
        List.of(
            new TimedSignal(
                3,
                new Signal(
                    RELIANCE,
                    Side.BUY,
                    100 * 0.5 / 999.5,
                    3,
                    "the average of 1 closes came above that of 2: 50.0000 against 49.9750")),
            new TimedSignal(
                4,
                new Signal(
                    RELIANCE,
                    Side.SELL,
                    1,
                    3,
                    "the average of 1 closes came below that of 2: 45.0000 against 47.5000"))),
        signals);
  }

  @Test
  void aSignalThatNothingIsOrderedForHasNoLots() {
    List<Signal> longOnly = signals(maCrossover(), barsOf(100, 110, 100), ACCOUNT);
    List<Signal> allIn = signals(maCrossover("sizing", "all-in"), barsOf(100, 90, 100), ACCOUNT);

    assertEquals(List.of(Side.SELL), longOnly.stream().map(Signal::side).toList());
    assertEquals(0, longOnly.getFirst().lots());
    assertEquals(List.of(Side.BUY), allIn.stream().map(Signal::side).toList());
    assertEquals(0, allIn.getFirst().lots());
  }

  @Test
  void signalsWhileTheFormerOrderWorksHaveNoLots() {
    List<TimedSignal> heard = new ArrayList<>();
    StrategyHost listened = StrategyHost.inline(engine, engine, heard::add);
    engine.listen(listened);
    engine.openAccount(ACCOUNT, 1_000_000);
    listened.attach("ma", maCrossover("direction", "both"), ACCOUNT);

    barsOf(100, 90, 100, 90, 100).forEach(listened::onBar);

    assertEquals(List.of("BUY 10 RELIANCE"), orders());
    assertEquals(List.of(10L, 0L, 0L), heard.stream().map(each -> each.signal().lots()).toList());
  }

  @Test
  void sentencesAreTheSameInEveryLocale() {
    List<TimedSignal> expected =
        StrategySignals.of(maCrossover(), barsOf(100, 90, 100, 90), ACCOUNT);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertEquals(expected, StrategySignals.of(maCrossover(), barsOf(100, 90, 100, 90), ACCOUNT));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theStrategyFindsAFlatAccountWithoutCashOnTheTimeOfTheBars() {
    Probe probe = new Probe();
    List<Object> found = new ArrayList<>();
    probe.atBar =
        (bar, desk) ->
            found.addAll(
                List.of(desk.account(), desk.netLots(bar.instrument()), desk.cashMicros("INR")));

    List<Signal> signals = signals(probe, barsOf(100), ACCOUNT);

    assertEquals(List.of(), signals);
    assertEquals(List.of(ACCOUNT, 0L, 0L), found);
    assertEquals(List.of("bar 100 at 1"), probe.calls());
  }

  @Test
  void ordersAreRefusedAfterTheCallbackAndCancelsDoNothing() {
    Probe probe = new Probe();
    probe.atBar =
        (_, desk) -> {
          long number = desk.submit(OrderRequest.market(ACCOUNT, "RELIANCE", Side.BUY, 1));
          desk.cancel(number);
          desk.signal(new Signal(RELIANCE, Side.BUY, 1, number, "seen"));
        };

    List<Signal> signals = signals(probe, barsOf(100, 101), ACCOUNT);

    assertEquals(List.of(1L, 2L), signals.stream().map(Signal::lots).toList());
    assertEquals(
        List.of(
            "bar 100 at 1",
            "refused 1 UNKNOWN_ACCOUNT",
            "bar 101 at 2",
            "refused 2 UNKNOWN_ACCOUNT"),
        probe.calls());
  }

  @Test
  void playsAFeedToItsEndAndLeavesItOpen() {
    Probe probe = new Probe();
    probe.atQuote = (_, desk) -> desk.signal(new Signal(TCS, Side.SELL, 0, 0, "a quote"));
    probe.atBar = (_, desk) -> desk.signal(new Signal(RELIANCE, Side.BUY, 0, 0, "a bar"));
    TwoMoments feed = new TwoMoments();

    List<TimedSignal> signals = StrategySignals.of(probe, feed, ACCOUNT);

    assertEquals(
        List.of("5 a quote", "6 a bar"),
        signals.stream().map(each -> each.atNanos() + " " + each.signal().reason()).toList());
    assertEquals(List.of("quote 70 at 5", "bar 71 at 6"), probe.calls());
    assertFalse(feed.closed);
  }

  @Test
  void aStrategyThatThrowsIsReportedAndSeesNoMore() {
    Probe probe = new Probe();
    IllegalArgumentException bug = new IllegalArgumentException("bug");
    probe.atBar =
        (_, _) -> {
          throw bug;
        };

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> StrategySignals.of(probe, barsOf(100, 101), ACCOUNT));

    assertEquals(
        "the strategy of account strategy_001 was stopped: "
            + "onBar threw java.lang.IllegalArgumentException: bug",
        thrown.getMessage());
    assertSame(bug, thrown.getCause());
    assertEquals(1, probe.calls().size());
  }

  @Test
  void aFeedIsPlayedNoFurtherOnceTheStrategyHasThrown() {
    Probe probe = new Probe();
    probe.atQuote =
        (_, _) -> {
          throw new IllegalArgumentException("bug");
        };
    TwoMoments feed = new TwoMoments();

    assertThrows(IllegalStateException.class, () -> StrategySignals.of(probe, feed, ACCOUNT));

    assertEquals(1, feed.handedOut);
  }

  @Test
  void aStrategyThatOrdersOnEveryRefusalIsStopped() {
    Probe probe = new Probe();
    OrderRequest request = OrderRequest.market(ACCOUNT, "RELIANCE", Side.BUY, 1);
    probe.atBar = (_, desk) -> desk.submit(request);
    probe.atRefusal = (_, desk) -> desk.submit(request);

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> StrategySignals.of(probe, barsOf(100), ACCOUNT));

    assertEquals(
        "the strategy of account strategy_001 was stopped: "
            + "it placed more than 10000 orders within one drain",
        thrown.getMessage());
  }

  private static MaCrossover maCrossover(String... more) {
    List<String> settings = new ArrayList<>(List.of("short", "1", "long", "2"));
    settings.addAll(Arrays.asList(more));
    return MaCrossover.of(
        Settings.of("strategy ma_crossover", settings(settings.toArray(String[]::new))));
  }

  /// A quote, then a bar.
  private static final class TwoMoments implements Feed {
    private int handedOut;
    private boolean closed;

    @Override
    public boolean next(FeedSink sink) {
      handedOut++;
      switch (handedOut) {
        case 1 -> sink.onQuote(new TestQuote(TCS, 5, 70));
        case 2 -> sink.onBar(new TestBar(RELIANCE, 6, 71, 71));
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
