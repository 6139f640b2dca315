package trading.bench.determinism;

import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// A quote of plain numbers.
record MarketQuote(
    Instrument instrument, long bidTicks, long bidLots, long askTicks, long askLots, long lastTicks)
    implements QuoteView {

  @Override
  public long atNanos() {
    return 0;
  }

  @Override
  public long tradedLots() {
    return 0;
  }
}
