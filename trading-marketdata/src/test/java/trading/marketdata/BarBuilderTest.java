package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Reason;

class BarBuilderTest {
  private static final Instrument INFY = Sample.INFY;
  private static final Instrument TCS = Sample.TCS;

  private final Recorder recorder = new Recorder();
  private final BarBuilder builder = BarBuilder.of(Duration.ofNanos(100), recorder);

  @Test
  void theFirstQuoteOfALaterIntervalHandsTheBarOn() {
    builder.onQuote(Sample.quote(INFY, 105, 1000, 1));
    builder.onQuote(Sample.quote(INFY, 150, 1010, 2));
    builder.onQuote(Sample.quote(INFY, 199, 990, 3));
    assertEquals(List.of(), recorder.bars);
    builder.onQuote(Sample.quote(INFY, 200, 1, 4));

    assertEquals(
        List.of(
            "BarCell[INFY 100..199, open 1000, high 1010, low 990, close 990,"
                + " volume 6, previous close 0]"),
        recorder.barLines());
  }

  @Test
  void intervalsWithoutAQuoteHaveNoBar() {
    builder.onQuote(Sample.quote(INFY, 0, 1000, 1));
    builder.onQuote(Sample.quote(INFY, 950, 1010, 2));
    builder.flush();

    assertEquals(
        List.of(
            "BarCell[INFY 0..99, open 1000, high 1000, low 1000, close 1000,"
                + " volume 1, previous close 0]",
            "BarCell[INFY 900..999, open 1010, high 1010, low 1010, close 1010,"
                + " volume 2, previous close 0]"),
        recorder.barLines());
  }

  @Test
  void instrumentsHaveBarsOfTheirOwnAndFlushFollowsTheirFirstCome() {
    builder.onQuote(Sample.quote(TCS, 105, 2000, 1));
    builder.onQuote(Sample.quote(INFY, 105, 1000, 1));
    builder.onQuote(Sample.quote(INFY, 205, 1001, 1));
    builder.flush();
    builder.flush();

    List<String> seen =
        recorder.bars.stream().map(b -> b.instrument().symbol() + " " + b.startNanos()).toList();
    assertEquals(List.of("INFY 100", "TCS 100", "INFY 200"), seen);
  }

  @Test
  void barsAreAlignedToTheEpochAlsoBeforeIt() {
    builder.onQuote(Sample.quote(INFY, -1, 1000, 1));
    builder.onQuote(Sample.quote(INFY, 0, 1000, 1));

    assertEquals(-100, recorder.bars.getFirst().startNanos());
    assertEquals(-1, recorder.bars.getFirst().endNanos());
  }

  @Test
  void shorterBarsAreMerged() {
    builder.onBar(bar(100, 149).prices(10, 15, 9, 12).volume(3).previousClose(8));
    builder.onBar(bar(150, 199).prices(12, 13, 7, 8).volume(4).previousClose(12));
    builder.flush();

    assertEquals(
        List.of(
            "BarCell[INFY 100..199, open 10, high 15, low 7, close 8,"
                + " volume 7, previous close 8]"),
        recorder.barLines());
  }

  @Test
  void simulatedSecondsAddUp() {
    SimulatedFeed feed =
        SimulatedFeed.builder()
            .instrument(INFY, 37_000)
            .seed(7)
            .start(Instant.ofEpochSecond(1_000))
            .end(Instant.ofEpochSecond(1_060))
            .build();
    Recorder quotes = Recorder.drain(feed);
    Recorder bars = new Recorder();
    BarBuilder seconds = BarBuilder.of(Duration.ofSeconds(1), bars);
    quotes.quotes.forEach(seconds::onQuote);
    seconds.flush();

    assertEquals(60, bars.bars.size());
    assertEquals(
        quotes.quotes.stream().mapToLong(QuoteCell::tradedLots).sum(),
        bars.bars.stream().mapToLong(BarCell::volumeLots).sum());
    for (int i = 0; i < 60; i++) {
      assertEquals(quotes.quotes.get(10 * i).lastTicks(), bars.bars.get(i).openTicks());
      assertEquals(quotes.quotes.get(10 * i + 9).lastTicks(), bars.bars.get(i).closeTicks());
    }
  }

  @Test
  void whatRunsBackwardsIsRefusedAndChangesNothing() {
    builder.onQuote(Sample.quote(INFY, 150, 1000, 1));

    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "quote's time in nanoseconds of INFY must be at least 150, was 149",
        () -> builder.onQuote(Sample.quote(INFY, 149, 2000, 1)));
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "last price in ticks of INFY must be at least 1, was 0",
        () -> builder.onQuote(Sample.quote(INFY, 250, 1000, 1).last(0, 1)));
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "lots of INFY must be at most 9223372036854775806, was 9223372036854775807",
        () -> builder.onQuote(Sample.quote(INFY, 160, 1000, Long.MAX_VALUE)));
    builder.flush();
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "quote's time in nanoseconds of INFY must be at least 200, was 199",
        () -> builder.onQuote(Sample.quote(INFY, 199, 2000, 1)));

    assertEquals(
        List.of(
            "BarCell[INFY 100..199, open 1000, high 1000, low 1000, close 1000,"
                + " volume 1, previous close 0]"),
        recorder.barLines());
  }

  @Test
  void aBarAcrossTwoIntervalsIsRefused() {
    Sample.assertRefused(
        Reason.BAD_MARKET_DATA,
        "bar's end in nanoseconds of INFY must be at most 199, was 200",
        () -> builder.onBar(bar(150, 200).prices(1, 1, 1, 1)));
  }

  @Test
  void aLengthOfZeroIsRefused() {
    Sample.assertRefused(
        Reason.BAD_SETTING,
        "length of bars must be PT0.000000001S..PT8784H, was PT0S",
        () -> BarBuilder.of(Duration.ZERO, recorder));
  }

  private static BarCell bar(long start, long end) {
    return BarCell.of(INFY).set(INFY, start, end);
  }
}
