package trading.portfolio.ledger;

import org.jspecify.annotations.Nullable;

/// One account's position in one instrument.
final class Holding {
  final Listing listing;

  /// The account's position in the same currency that was begun before it.
  final @Nullable Holding next;

  long netLots;
  long openCostMicros;
  long realisedMicros;
  long feesMicros;

  Holding(Listing listing, @Nullable Holding next) {
    this.listing = listing;
    this.next = next;
  }

  long valueMicros() {
    return Math.multiplyExact(
        Math.multiplyExact(netLots, listing.tickValueMicros), listing.markTicks);
  }

  long unrealisedMicros() {
    return Math.subtractExact(valueMicros(), openCostMicros);
  }
}
