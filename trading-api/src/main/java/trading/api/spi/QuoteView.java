package trading.api.spi;

import trading.api.Instrument;

/// A lent view of one quote.
public interface QuoteView {
  /// {@return the instrument}
  Instrument instrument();

  /// {@return when it was made, nanoseconds since the epoch}
  long atNanos();

  /// {@return best bid in ticks; 0 for none}
  long bidTicks();

  /// {@return size of the best bid in lots}
  long bidLots();

  /// {@return best ask in ticks; 0 for none}
  long askTicks();

  /// {@return size of the best ask in lots}
  long askLots();

  /// {@return last traded price in ticks, always positive}
  long lastTicks();

  /// {@return lots traded since the quote before}
  long tradedLots();
}
