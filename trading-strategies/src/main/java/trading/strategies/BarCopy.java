package trading.strategies;

import trading.api.Instrument;
import trading.api.spi.BarView;

/// A bar that was copied for strategies on other threads.
record BarCopy(
    Instrument instrument,
    long startNanos,
    long endNanos,
    long openTicks,
    long highTicks,
    long lowTicks,
    long closeTicks,
    long volumeLots,
    long previousCloseTicks)
    implements BarView, Delivery {

  static BarCopy of(BarView bar) {
    return new BarCopy(
        bar.instrument(),
        bar.startNanos(),
        bar.endNanos(),
        bar.openTicks(),
        bar.highTicks(),
        bar.lowTicks(),
        bar.closeTicks(),
        bar.volumeLots(),
        bar.previousCloseTicks());
  }

  @Override
  public void to(StrategyHost host) {
    host.onBar(this);
  }
}
