package trading.marketdata;

import java.util.Objects;
import trading.api.Instrument;
import trading.api.spi.QuoteView;

/// One refillable quote, for those who make quotes and lend them out.
///
/// Not for several threads. Nothing is checked here: who takes the quote does.
// Hot: feeds refill it for every quote; allocates nothing once made.
public final class QuoteCell implements QuoteView {
  private Instrument instrument;
  private long atNanos;
  private long bidTicks;
  private long bidLots;
  private long askTicks;
  private long askLots;
  private long lastTicks;
  private long tradedLots;

  private QuoteCell(Instrument instrument) {
    this.instrument = Objects.requireNonNull(instrument, "instrument");
  }

  /// {@return an empty cell: every number is 0}
  ///
  /// @param instrument what it quotes, until [#set(Instrument, long)] says otherwise
  public static QuoteCell of(Instrument instrument) {
    return new QuoteCell(instrument);
  }

  /// {@return a new cell with the same contents}
  ///
  /// @param quote what to copy
  public static QuoteCell copyOf(QuoteView quote) {
    return new QuoteCell(quote.instrument()).set(quote);
  }

  /// Begins a new quote: both sides, last price and traded lots become 0.
  ///
  /// @param newInstrument what it quotes
  /// @param newAtNanos when it was made, nanoseconds since the epoch
  /// @return this
  public QuoteCell set(Instrument newInstrument, long newAtNanos) {
    instrument = newInstrument;
    atNanos = newAtNanos;
    return bid(0, 0).ask(0, 0).last(0, 0);
  }

  /// Takes over the contents of another quote.
  ///
  /// @param quote what to copy
  /// @return this
  public QuoteCell set(QuoteView quote) {
    return set(quote.instrument(), quote.atNanos())
        .bid(quote.bidTicks(), quote.bidLots())
        .ask(quote.askTicks(), quote.askLots())
        .last(quote.lastTicks(), quote.tradedLots());
  }

  /// Sets the best bid.
  ///
  /// @param priceTicks its price in ticks; 0 for none
  /// @param lots its size in lots
  /// @return this
  public QuoteCell bid(long priceTicks, long lots) {
    bidTicks = priceTicks;
    bidLots = lots;
    return this;
  }

  /// Sets the best ask.
  ///
  /// @param priceTicks its price in ticks; 0 for none
  /// @param lots its size in lots
  /// @return this
  public QuoteCell ask(long priceTicks, long lots) {
    askTicks = priceTicks;
    askLots = lots;
    return this;
  }

  /// Sets the last trade.
  ///
  /// @param priceTicks last traded price in ticks
  /// @param lots lots traded since the quote before
  /// @return this
  public QuoteCell last(long priceTicks, long lots) {
    lastTicks = priceTicks;
    tradedLots = lots;
    return this;
  }

  @Override
  public Instrument instrument() {
    return instrument;
  }

  @Override
  public long atNanos() {
    return atNanos;
  }

  @Override
  public long bidTicks() {
    return bidTicks;
  }

  @Override
  public long bidLots() {
    return bidLots;
  }

  @Override
  public long askTicks() {
    return askTicks;
  }

  @Override
  public long askLots() {
    return askLots;
  }

  @Override
  public long lastTicks() {
    return lastTicks;
  }

  @Override
  public long tradedLots() {
    return tradedLots;
  }

  @Override
  public String toString() {
    return "QuoteCell["
        + (instrument.symbol() + " at " + atNanos)
        + (", bid " + bidLots + "@" + bidTicks)
        + (", ask " + askLots + "@" + askTicks)
        + (", last " + tradedLots + "@" + lastTicks + "]");
  }
}
