package trading.portfolio.ledger;

/// One account's position in one instrument.
final class Holding {
  final Listing listing;
  long netLots;
  long openCostMicros;
  long realisedMicros;
  long feesMicros;

  Holding(Listing listing) {
    this.listing = listing;
  }

  long valueMicros() {
    return Math.multiplyExact(
        Math.multiplyExact(netLots, listing.tickValueMicros), listing.markTicks);
  }

  long unrealisedMicros() {
    return Math.subtractExact(valueMicros(), openCostMicros);
  }
}
