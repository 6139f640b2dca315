package trading.marketdata;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Keeps the last bars of every symbol, for those who look back.
///
/// It takes complete bars, so it stands behind a [BarBuilder] or a feed of bars; quotes pass it by.
/// One thread at a time hands in, any thread reads.
public final class BarHistory implements FeedSink {
  private static final int MAX_CAPACITY = 1_000_000;

  private final int capacity;
  private final Object lock = new Object();
  private final TreeMap<String, ArrayDeque<Bar>> bars = new TreeMap<>();

  private BarHistory(int capacity) {
    this.capacity = capacity;
  }

  /// {@return an empty history}
  ///
  /// @param capacity how many bars it keeps of each symbol, 1 to 1,000,000
  /// @throws BadInputException (`BAD_SETTING`) when that is out of range
  public static BarHistory of(int capacity) {
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      String sentence = "bars kept per symbol must be 1.." + MAX_CAPACITY + ", was " + capacity;
      throw new BadInputException(Reason.BAD_SETTING, sentence);
    }
    return new BarHistory(capacity);
  }

  /// Lets a quote pass.
  @Override
  public void onQuote(QuoteView quote) {}

  /// Keeps a bar, and forgets the symbol's oldest when it has too many.
  ///
  /// @param bar lent until the call returns
  /// @throws BadInputException (`BAD_MARKET_DATA`) when it starts before the end of the bar before,
  ///   its numbers are refused as by the [MarketDataHub], or the symbol is known with another
  ///   definition; then nothing changed
  @Override
  public void onBar(BarView bar) {
    DataCheck.bar(bar);
    Bar copy = Bar.copyOf(bar);
    synchronized (lock) {
      ArrayDeque<Bar> own =
          bars.computeIfAbsent(copy.instrument().symbol(), _ -> new ArrayDeque<>());
      if (!own.isEmpty()) {
        checkFollows(own.getLast(), copy);
      }
      if (own.size() == capacity) {
        own.removeFirst();
      }
      own.addLast(copy);
    }
  }

  /// {@return the bars kept of a symbol, oldest first; none of a symbol that had no bar}
  ///
  /// @param symbol the symbol
  public List<Bar> bars(String symbol) {
    return last(symbol, capacity);
  }

  /// {@return the newest bars kept of a symbol, oldest first; none of a symbol that had no bar}
  ///
  /// @param symbol the symbol
  /// @param limit how many at most, 0 or more
  /// @throws BadInputException (`BAD_SETTING`) when the limit is negative
  public List<Bar> last(String symbol, int limit) {
    if (limit < 0) {
      throw new BadInputException(
          Reason.BAD_SETTING, "limit of bars must be 0 or more, was " + limit);
    }
    synchronized (lock) {
      ArrayDeque<Bar> own = bars.get(symbol);
      return own == null ? List.of() : own.stream().skip(Math.max(0, own.size() - limit)).toList();
    }
  }

  /// {@return the symbols that had a bar, sorted}
  public List<String> symbols() {
    synchronized (lock) {
      return List.copyOf(bars.keySet());
    }
  }

  private static void checkFollows(Bar before, Bar bar) {
    Instrument instrument = before.instrument();
    DataCheck.sameInstrument(instrument, bar.instrument());
    DataCheck.notBefore(
        instrument, "bar's start in nanoseconds", before.endNanos(), bar.startNanos());
  }
}
