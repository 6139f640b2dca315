package trading.api.spi;

/// Takes what a feed hands out.
public interface FeedSink {
  /// Takes a quote.
  ///
  /// @param quote lent until the call returns
  void onQuote(QuoteView quote);

  /// Takes a bar.
  ///
  /// @param bar lent until the call returns
  void onBar(BarView bar);
}
