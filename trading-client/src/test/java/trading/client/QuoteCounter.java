package trading.client;

import java.util.Map;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Counts quotes by symbol.
record QuoteCounter(Map<String, Integer> counts) implements FeedSink {
  @Override
  public void onQuote(QuoteView quote) {
    counts.merge(quote.instrument().symbol(), 1, Integer::sum);
  }

  @Override
  public void onBar(BarView bar) {
    throw new IllegalStateException("the hub of a client is fed quotes only");
  }
}
