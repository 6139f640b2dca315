package trading.marketdata;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Makes time bars from quotes or shorter bars, per instrument, and hands them to a sink.
///
/// Bars are aligned to the epoch: one of length L starts at a multiple of L and ends one nanosecond
/// before the next. Prices are last prices, the volume is the sum of traded lots. A bar is handed
/// on when the first quote of a later interval arrives, before that quote counts; [#flush] hands on
/// what is still open. Intervals without a quote have no bar. Bars made from quotes state no
/// previous close.
///
/// Not for several threads.
// Hot: takes every quote; allocates nothing once all instruments were seen.
public final class BarBuilder implements FeedSink {
  private final long lengthNanos;
  private final FeedSink sink;
  private final Map<String, OpenBar> bars = new LinkedHashMap<>();

  private BarBuilder(long lengthNanos, FeedSink sink) {
    this.lengthNanos = lengthNanos;
    this.sink = Objects.requireNonNull(sink, "sink");
  }

  /// {@return a builder without open bars}
  ///
  /// @param length the length of its bars, 1 ns to 366 days
  /// @param sink who gets them, on the caller's thread
  /// @throws BadInputException (`BAD_SETTING`) when the length is out of range
  public static BarBuilder of(Duration length, FeedSink sink) {
    if (length.compareTo(Duration.ZERO) <= 0 || length.compareTo(Duration.ofDays(366)) > 0) {
      String sentence = "length of bars must be PT0.000000001S..PT8784H, was " + length;
      throw new BadInputException(Reason.BAD_SETTING, sentence);
    }
    return new BarBuilder(length.toNanos(), sink);
  }

  /// Counts a quote.
  ///
  /// @param quote lent until the call returns
  /// @throws BadInputException (`BAD_MARKET_DATA`) when its time runs backwards for its instrument
  ///   or lies in a bar that was flushed, a number is negative or too large, the last price is not
  ///   positive, or the symbol was seen with another definition; then nothing changed
  @Override
  public void onQuote(QuoteView quote) {
    DataCheck.quote(quote);
    long nanos = quote.atNanos();
    long last = quote.lastTicks();
    OpenBar bar = barFor(quote.instrument(), "quote's time in nanoseconds", nanos);
    bar.check(quote.tradedLots(), firstNanos(nanos));
    turnTo(bar, nanos, last, 0);
    bar.add(nanos, last, last, last, quote.tradedLots());
  }

  /// Counts a shorter bar, which must lie within one bar of the builder's length.
  ///
  /// @param bar lent until the call returns
  /// @throws BadInputException (`BAD_MARKET_DATA`) when it reaches into a second interval, starts
  ///   before what was counted or in a bar that was flushed, or its numbers are refused as by the
  ///   [MarketDataHub]; then nothing changed
  @Override
  public void onBar(BarView bar) {
    DataCheck.bar(bar);
    Instrument instrument = bar.instrument();
    long start = bar.startNanos();
    DataCheck.notAfter(
        instrument, "bar's end in nanoseconds", lastNanos(firstNanos(start)), bar.endNanos());
    OpenBar open = barFor(instrument, "bar's start in nanoseconds", start);
    open.check(bar.volumeLots(), firstNanos(start));
    turnTo(open, start, bar.openTicks(), bar.previousCloseTicks());
    open.add(bar.endNanos(), bar.highTicks(), bar.lowTicks(), bar.closeTicks(), bar.volumeLots());
  }

  /// Hands on the bars that are still open, in the order in which their instruments first came.
  public void flush() {
    for (OpenBar bar : bars.values()) {
      if (bar.open) {
        bar.seenNanos = bar.cell.endNanos() + 1;
        handOn(bar);
      }
    }
  }

  private OpenBar barFor(Instrument instrument, String what, long nanos) {
    OpenBar bar = bars.get(instrument.symbol());
    if (bar == null) {
      bar = new OpenBar(instrument);
      bars.put(instrument.symbol(), bar);
    }
    DataCheck.sameInstrument(bar.cell.instrument(), instrument);
    DataCheck.notBefore(instrument, what, bar.seenNanos, nanos);
    return bar;
  }

  private void turnTo(OpenBar bar, long nanos, long firstTicks, long previousCloseTicks) {
    long first = firstNanos(nanos);
    if (bar.open && bar.cell.startNanos() != first) {
      handOn(bar);
    }
    if (!bar.open) {
      bar.begin(first, lastNanos(first), firstTicks, previousCloseTicks);
    }
  }

  private void handOn(OpenBar bar) {
    bar.open = false;
    sink.onBar(bar.cell);
  }

  private long firstNanos(long nanos) {
    return nanos - Math.floorMod(nanos, lengthNanos);
  }

  private long lastNanos(long firstNanos) {
    return firstNanos + lengthNanos - 1;
  }

  /// The bar of one instrument that is being made, and the last time seen.
  private static final class OpenBar {
    private final BarCell cell;
    private boolean open;
    private long seenNanos = Long.MIN_VALUE;

    private OpenBar(Instrument instrument) {
      cell = BarCell.of(instrument);
    }

    private void check(long lots, long firstNanos) {
      boolean joins = open && cell.startNanos() == firstNanos;
      DataCheck.sum(cell.instrument(), "lots", joins ? cell.volumeLots() : 0, lots);
    }

    private void begin(long firstNanos, long lastNanos, long ticks, long previousCloseTicks) {
      open = true;
      cell.set(cell.instrument(), firstNanos, lastNanos)
          .prices(ticks, ticks, ticks, ticks)
          .previousClose(previousCloseTicks);
    }

    private void add(long nanos, long high, long low, long close, long lots) {
      seenNanos = nanos;
      long highest = Math.max(cell.highTicks(), high);
      long lowest = Math.min(cell.lowTicks(), low);
      cell.prices(cell.openTicks(), highest, lowest, close).volume(cell.volumeLots() + lots);
    }
  }
}
