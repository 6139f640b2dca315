package trading.marketdata;

import java.util.Objects;
import trading.api.Instrument;
import trading.api.spi.BarView;

/// One refillable bar, for those who make bars and lend them out.
///
/// Not for several threads. Nothing is checked here: who takes the bar does.
// Hot: feeds refill it for every bar; allocates nothing once made.
public final class BarCell implements BarView {
  private Instrument instrument;
  private long startNanos;
  private long endNanos;
  private long openTicks;
  private long highTicks;
  private long lowTicks;
  private long closeTicks;
  private long volumeLots;
  private long previousCloseTicks;

  private BarCell(Instrument instrument) {
    this.instrument = Objects.requireNonNull(instrument, "instrument");
  }

  /// {@return an empty cell: every number is 0}
  ///
  /// @param instrument whose bar it is, until [#set(Instrument, long, long)] says otherwise
  public static BarCell of(Instrument instrument) {
    return new BarCell(instrument);
  }

  /// {@return a new cell with the same contents}
  ///
  /// @param bar what to copy
  public static BarCell copyOf(BarView bar) {
    return new BarCell(bar.instrument()).set(bar);
  }

  /// Begins a new bar: prices, volume and previous close become 0.
  ///
  /// @param newInstrument whose bar it is
  /// @param newStartNanos its first nanosecond since the epoch
  /// @param newEndNanos its last nanosecond since the epoch
  /// @return this
  public BarCell set(Instrument newInstrument, long newStartNanos, long newEndNanos) {
    instrument = newInstrument;
    startNanos = newStartNanos;
    endNanos = newEndNanos;
    return prices(0, 0, 0, 0).volume(0).previousClose(0);
  }

  /// Takes over the contents of another bar.
  ///
  /// @param bar what to copy
  /// @return this
  public BarCell set(BarView bar) {
    return set(bar.instrument(), bar.startNanos(), bar.endNanos())
        .prices(bar.openTicks(), bar.highTicks(), bar.lowTicks(), bar.closeTicks())
        .volume(bar.volumeLots())
        .previousClose(bar.previousCloseTicks());
  }

  /// Sets the four prices, in the order in which every chart names them.
  ///
  /// @param open the first price in ticks
  /// @param high the highest price in ticks
  /// @param low the lowest price in ticks
  /// @param close the last price in ticks
  /// @return this
  public BarCell prices(long open, long high, long low, long close) {
    openTicks = open;
    highTicks = high;
    lowTicks = low;
    closeTicks = close;
    return this;
  }

  /// Sets the quantity traded.
  ///
  /// @param lots in lots; 0 when the source has none
  /// @return this
  public BarCell volume(long lots) {
    volumeLots = lots;
    return this;
  }

  /// Sets the close before, as the source states it.
  ///
  /// @param ticks in ticks; 0 when it states none
  /// @return this
  public BarCell previousClose(long ticks) {
    previousCloseTicks = ticks;
    return this;
  }

  @Override
  public Instrument instrument() {
    return instrument;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public long endNanos() {
    return endNanos;
  }

  @Override
  public long openTicks() {
    return openTicks;
  }

  @Override
  public long highTicks() {
    return highTicks;
  }

  @Override
  public long lowTicks() {
    return lowTicks;
  }

  @Override
  public long closeTicks() {
    return closeTicks;
  }

  @Override
  public long volumeLots() {
    return volumeLots;
  }

  @Override
  public long previousCloseTicks() {
    return previousCloseTicks;
  }

  @Override
  public String toString() {
    return "BarCell["
        + (instrument.symbol() + " " + startNanos + ".." + endNanos)
        + (", open " + openTicks + ", high " + highTicks)
        + (", low " + lowTicks + ", close " + closeTicks)
        + (", volume " + volumeLots + ", previous close " + previousCloseTicks + "]");
  }
}
