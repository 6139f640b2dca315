package trading.strategies;

import trading.api.Instrument;
import trading.api.spi.BarView;

/// A bar of one price.
record TestBar(Instrument instrument, long endNanos, long openTicks, long closeTicks)
    implements BarView {

  @Override
  public long startNanos() {
    return endNanos - 1;
  }

  @Override
  public long highTicks() {
    return Math.max(openTicks, closeTicks);
  }

  @Override
  public long lowTicks() {
    return Math.min(openTicks, closeTicks);
  }

  @Override
  public long volumeLots() {
    return 0;
  }

  @Override
  public long previousCloseTicks() {
    return 0;
  }
}
