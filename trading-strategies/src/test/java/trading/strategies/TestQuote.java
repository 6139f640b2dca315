package trading.strategies;

import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// A quote around one price.
record TestQuote(Instrument instrument, long atNanos, long lastTicks) implements QuoteView {

  @Override
  public long bidTicks() {
    return lastTicks - 1;
  }

  @Override
  public long bidLots() {
    return 1;
  }

  @Override
  public long askTicks() {
    return lastTicks + 1;
  }

  @Override
  public long askLots() {
    return 1;
  }

  @Override
  public long tradedLots() {
    return 0;
  }
}
