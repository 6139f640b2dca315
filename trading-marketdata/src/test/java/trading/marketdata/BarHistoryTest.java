package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Reason;

class BarHistoryTest {
  private static final Instrument INFY = Sample.INFY;
  private static final Instrument TCS = Sample.TCS;

  private final BarHistory history = BarHistory.of(3);

  @Test
  void itKeepsTheLastBarsOldestFirst() {
    for (long i = 1; i <= 5; i++) {
      history.onBar(bar(INFY, i));
    }

    assertEquals(List.of(3L, 4L, 5L), closes(history.bars("INFY")));
    assertEquals(List.of(4L, 5L), closes(history.last("INFY", 2)));
    assertEquals(List.of(3L, 4L, 5L), closes(history.last("INFY", 9)));
    assertEquals(List.of(), history.last("INFY", 0));
  }

  @Test
  void symbolsHaveBarsOfTheirOwn() {
    history.onBar(bar(TCS, 1));
    history.onBar(bar(INFY, 2));
    history.onBar(bar(TCS, 3));

    assertEquals(List.of(1L, 3L), closes(history.bars("TCS")));
    assertEquals(List.of(2L), closes(history.bars("INFY")));
    assertEquals(List.of(), history.bars("RELIANCE"));
    assertEquals(List.of("INFY", "TCS"), history.symbols());
  }

  @Test
  void aBarKeepsEveryNumberWhenTheLentOneMovesOn() {
    BarCell lent =
        BarCell.of(INFY).set(INFY, 10, 19).prices(5, 9, 4, 6).volume(70).previousClose(3);
    history.onBar(lent);
    List<Bar> kept = history.bars("INFY");
    history.onBar(lent.set(INFY, 20, 29).prices(1, 1, 1, 1));

    assertEquals(List.of(new Bar(INFY, 10, 19, 5, 9, 4, 6, 70, 3)), kept);
    assertEquals(
        "BarCell[INFY 10..19, open 5, high 9, low 4, close 6, volume 70, previous close 3]",
        BarCell.copyOf(kept.getFirst()).toString());
    assertThrows(UnsupportedOperationException.class, () -> kept.remove(0));
  }

  @Test
  void behindABuilderItKeepsCompleteBarsOnly() {
    BarBuilder builder = BarBuilder.of(Duration.ofNanos(100), history);
    builder.onQuote(Sample.quote(INFY, 105, 1000, 1));
    builder.onQuote(Sample.quote(INFY, 205, 1001, 1));
    history.onQuote(Sample.quote(INFY, 300, 1002, 1));
    assertEquals(List.of(1000L), closes(history.bars("INFY")));

    builder.flush();
    assertEquals(List.of(1000L, 1001L), closes(history.bars("INFY")));
  }

  @Test
  void refusedBarsChangeNothing() {
    history.onBar(bar(INFY, 2));

    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "bar's start in nanoseconds of INFY must be at least 299, was 298",
        () -> history.onBar(bar(INFY, 3).set(INFY, 298, 399).prices(1, 1, 1, 1)));
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "open in ticks of TCS must be at least 1, was 0",
        () -> history.onBar(bar(TCS, 3).prices(0, 1, 1, 1)));
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "instrument of INFY must be Instrument[symbol=INFY, currency=INR, tick=0.05, lot=1,"
            + " close=Optional.empty], was Instrument[symbol=INFY, currency=USD, tick=0.05, lot=1,"
            + " close=Optional.empty]",
        () -> history.onBar(bar(Instrument.of("INFY", "USD", "0.05", "1"), 3)));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "limit of bars must be 0 or more, was -1",
        () -> history.last("INFY", -1));

    assertEquals(List.of(2L), closes(history.bars("INFY")));
    assertEquals(List.of("INFY"), history.symbols());
  }

  @Test
  void aCapacityOutOfRangeIsRefused() {
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "bars kept per symbol must be 1..1000000, was 0",
        () -> BarHistory.of(0));
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "bars kept per symbol must be 1..1000000, was 1000001",
        () -> BarHistory.of(1_000_001));
  }

  @Test
  void readersSeeARowWithoutGapsWhileBarsComeIn() throws Exception {
    BarHistory wide = BarHistory.of(50);
    AtomicBoolean done = new AtomicBoolean();
    Callable<Long> reader =
        () -> {
          long reads = 0;
          while (!done.get() || reads == 0) {
            List<Long> closes = closes(wide.bars("INFY"));
            if (!closes.isEmpty()) {
              long last = closes.getLast();
              assertEquals(
                  LongStream.rangeClosed(Math.max(1, last - 49), last).boxed().toList(), closes);
            }
            reads++;
          }
          return reads;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> readers = List.of(pool.submit(reader), pool.submit(reader));
      for (long i = 1; i <= 20_000; i++) {
        wide.onBar(bar(INFY, i));
      }
      done.set(true);
      for (Future<Long> each : readers) {
        assertTrue(each.get() > 0);
      }
    }
  }

  /// The bar number i: it lasts 100 ns and closes at i ticks.
  private static BarCell bar(Instrument instrument, long i) {
    return BarCell.of(instrument).set(instrument, 100 * i, 100 * i + 99).prices(i, i, i, i);
  }

  private static List<Long> closes(List<Bar> bars) {
    return bars.stream().map(Bar::closeTicks).toList();
  }
}
