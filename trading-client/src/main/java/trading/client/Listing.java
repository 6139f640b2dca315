package trading.client;

import trading.api.Instrument;
import trading.marketdata.SimulatedFeed;

/// An instrument as it is listed: what it is, and where its simulated price starts.
///
/// @param instrument the instrument
/// @param startTicks the first price of a simulation, in ticks, 10..2^38
public record Listing(Instrument instrument, long startTicks) {

  /// Checks the price.
  ///
  /// @throws trading.api.BadInputException (`BAD_SETTING`) when it is not within 10..2^38
  public Listing {
    SimulatedFeed.checkStart(instrument, startTicks);
  }
}
