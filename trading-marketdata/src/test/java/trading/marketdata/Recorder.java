package trading.marketdata;

import java.util.ArrayList;
import java.util.List;
import trading.api.spi.BarView;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Keeps copies of everything it is handed.
final class Recorder implements FeedSink {
  final List<QuoteCell> quotes = new ArrayList<>();
  final List<BarCell> bars = new ArrayList<>();

  static Recorder drain(Feed feed) {
    Recorder recorder = new Recorder();
    while (feed.next(recorder)) {
      continue;
    }
    return recorder;
  }

  @Override
  public void onQuote(QuoteView quote) {
    quotes.add(QuoteCell.copyOf(quote));
  }

  @Override
  public void onBar(BarView bar) {
    bars.add(BarCell.copyOf(bar));
  }

  List<String> quoteLines(String symbol) {
    return quotes.stream()
        .filter(quote -> quote.instrument().symbol().equals(symbol))
        .map(QuoteCell::toString)
        .toList();
  }

  List<String> barLines() {
    return bars.stream().map(BarCell::toString).toList();
  }
}
