package trading.core;

import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// A quote as it was read once: a view may answer differently the next time.
// Hot: engine only; allocates nothing once warm.
final class HeldQuote {
  private long bidTicks;
  private long bidLots;
  private long askTicks;
  private long askLots;
  private long lastTicks;

  /// Reads a quote.
  ///
  /// @throws trading.api.BadInputException when a number is out of range
  void read(QuoteView quote, String symbol) {
    bidTicks = quote.bidTicks();
    bidLots = quote.bidLots();
    askTicks = quote.askTicks();
    askLots = quote.askLots();
    lastTicks = quote.lastTicks();
    Inputs.requirePrice("last", symbol, lastTicks);
    Inputs.requireWithin("bid", symbol, bidTicks, Instrument.MAX_PRICE_TICKS);
    Inputs.requireWithin("ask", symbol, askTicks, Instrument.MAX_PRICE_TICKS);
    Inputs.requireWithin("bid size", symbol, bidLots, Instrument.MAX_LOTS);
    Inputs.requireWithin("ask size", symbol, askLots, Instrument.MAX_LOTS);
  }

  long bidTicks() {
    return bidTicks;
  }

  long bidLots() {
    return bidLots;
  }

  long askTicks() {
    return askTicks;
  }

  long askLots() {
    return askLots;
  }

  long lastTicks() {
    return lastTicks;
  }

  boolean hasBid() {
    return bidTicks > 0 && bidLots > 0;
  }

  boolean hasAsk() {
    return askTicks > 0 && askLots > 0;
  }

  /// {@return whether bid and ask meet: then nobody quotes}
  boolean isLockedOrCrossed() {
    return hasBid() && hasAsk() && bidTicks >= askTicks;
  }
}
