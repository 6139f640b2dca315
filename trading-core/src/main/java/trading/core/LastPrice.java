package trading.core;

import trading.api.spi.StateWriter;

/// An instrument's last price, and its range since the last look of those who wait for a price.
// Hot: engine only; allocates nothing.
final class LastPrice {
  private long last;
  private long low;
  private long high;

  /// {@return the last price in ticks, or 0}
  long last() {
    return last;
  }

  long low() {
    return low;
  }

  long high() {
    return high;
  }

  void move(long priceTicks) {
    if (last == 0 || priceTicks < low) {
      low = priceTicks;
    }
    if (last == 0 || priceTicks > high) {
      high = priceTicks;
    }
    last = priceTicks;
  }

  /// Shrinks the range to the last price.
  void settle() {
    low = last;
    high = last;
  }

  void write(StateWriter out) {
    out.putLong(last);
  }
}
