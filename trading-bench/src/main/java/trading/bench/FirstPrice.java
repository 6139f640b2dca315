package trading.bench;

import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// A quote without sizes: a price to value positions at before the first trade.
///
/// @param instrument what it is of
/// @param lastTicks the price
record FirstPrice(Instrument instrument, long lastTicks) implements QuoteView {
  @Override
  public long atNanos() {
    return 0;
  }

  @Override
  public long bidTicks() {
    return 0;
  }

  @Override
  public long bidLots() {
    return 0;
  }

  @Override
  public long askTicks() {
    return 0;
  }

  @Override
  public long askLots() {
    return 0;
  }

  @Override
  public long tradedLots() {
    return 0;
  }
}
