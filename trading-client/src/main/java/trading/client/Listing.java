package trading.client;

import trading.api.Instrument;

/// An instrument as it is listed: what it is, and where its simulated price starts.
///
/// @param instrument the instrument
/// @param startTicks the first price of a simulation, in ticks
public record Listing(Instrument instrument, long startTicks) {}
