package trading.portfolio.ledger;

/// An instrument as the ledger needs it, with its last price.
final class Listing {
  final int instrumentId;
  final int currencyId;
  final long tickValueMicros;
  long markTicks;

  Listing(int instrumentId, int currencyId, long tickValueMicros) {
    this.instrumentId = instrumentId;
    this.currencyId = currencyId;
    this.tickValueMicros = tickValueMicros;
  }
}
