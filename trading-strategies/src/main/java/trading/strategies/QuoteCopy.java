package trading.strategies;

import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// A quote that was copied for strategies on other threads.
record QuoteCopy(
    Instrument instrument,
    long atNanos,
    long bidTicks,
    long bidLots,
    long askTicks,
    long askLots,
    long lastTicks,
    long tradedLots)
    implements QuoteView, Delivery {

  static QuoteCopy of(QuoteView quote) {
    return copy(quote, quote.tradedLots());
  }

  /// {@return this quote in the place of an earlier one that nobody saw: what traded adds up}
  QuoteCopy insteadOf(QuoteCopy unseen) {
    return copy(this, unseen.tradedLots + tradedLots);
  }

  @Override
  public void to(StrategyHost host) {
    host.onQuote(this);
  }

  private static QuoteCopy copy(QuoteView quote, long tradedLots) {
    return new QuoteCopy(
        quote.instrument(),
        quote.atNanos(),
        quote.bidTicks(),
        quote.bidLots(),
        quote.askTicks(),
        quote.askLots(),
        quote.lastTicks(),
        tradedLots);
  }
}
