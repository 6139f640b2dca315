package trading.api;

/// What an account holds of one instrument, at one moment.
///
/// @param account the account
/// @param instrument the instrument
/// @param netLots what is held, negative when short
/// @param openCostMicros what the open part cost, negative when short
/// @param markTicks the last price known
/// @param realisedMicros profit of what was closed, before fees
/// @param unrealisedMicros value at the mark less open cost
/// @param feesMicros fees paid for trades in this instrument
public record Position(
    String account,
    Instrument instrument,
    long netLots,
    long openCostMicros,
    long markTicks,
    long realisedMicros,
    long unrealisedMicros,
    long feesMicros) {}
