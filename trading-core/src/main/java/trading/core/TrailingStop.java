package trading.core;

import trading.api.Instrument;

/// Where a stop stands that follows a price at a distance.
// Hot: engine only; allocates nothing.
final class TrailingStop {
  private static final long BASIS = 10_000;

  private TrailingStop() {}

  /// {@return the stop in ticks, within 1..[Instrument#MAX_PRICE_TICKS]}
  ///
  /// @param trailTicks the distance in ticks, or 0
  /// @param basisPoints the distance in hundredths of a percent of the price, or 0
  /// @param below whether it stands below the price
  static long stopTicks(long priceTicks, long trailTicks, long basisPoints, boolean below) {
    long distance = trailTicks;
    if (trailTicks == 0) {
      distance = Math.max(1, priceTicks * basisPoints / BASIS);
    }
    return below
        ? Math.max(1, priceTicks - distance)
        : Math.min(Instrument.MAX_PRICE_TICKS, priceTicks + distance);
  }
}
