package trading.portfolio.ledger;

import java.util.Arrays;

/// One account: its money by currency, its positions by instrument.
// Hot: engine only; allocates only when an instrument is traded for the first time.
final class AccountBook {
  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;

  final Register<Balance> balances = new Register<>(new Balance());

  private final Register<Holding> holdings;
  private final Holding nothing;

  /// By instrument id; `nothing` where it was never traded.
  private Holding[] byInstrument = {};

  AccountBook(Listing unlisted) {
    nothing = new Holding(unlisted);
    holdings = new Register<>(nothing);
  }

  void addCurrency() {
    balances.add(balances.size() + 1, new Balance());
  }

  /// The position, or one of nothing when the instrument was never traded.
  Holding holding(int instrumentId) {
    return instrumentId >= 0 && instrumentId < byInstrument.length
        ? byInstrument[instrumentId]
        : nothing;
  }

  boolean hasTraded(int instrumentId) {
    return holding(instrumentId) != nothing;
  }

  /// The position, begun when there is none.
  Holding begin(Listing listing) {
    Holding holding = holding(listing.instrumentId);
    return holding == nothing ? add(listing) : holding;
  }

  private Holding add(Listing listing) {
    int id = listing.instrumentId;
    int old = byInstrument.length;
    if (id >= old) {
      byInstrument = Arrays.copyOf(byInstrument, Math.max(id + 1, old * 2));
      Arrays.fill(byInstrument, old, byInstrument.length, nothing);
    }
    Holding holding = new Holding(listing);
    holdings.add(holdings.size() + 1, holding);
    byInstrument[id] = holding;
    return holding;
  }

  int holdings() {
    return holdings.size();
  }

  /// Cash and values add up in two halves, so that only the end result can overflow.
  long equityMicros(int currencyId) {
    long cash = balances.get(currencyId).cashMicros;
    long high = cash >> HALF_BITS;
    long low = cash & HALF_MASK;
    for (int number = 1; number <= holdings.size(); number++) {
      Holding holding = holdings.get(number);
      if (holding.netLots != 0 && holding.listing.currencyId == currencyId) {
        long value = holding.valueMicros();
        high += value >> HALF_BITS;
        low += value & HALF_MASK;
      }
    }
    high += low >> HALF_BITS;
    return Math.addExact(Math.multiplyExact(high, 1L << HALF_BITS), low & HALF_MASK);
  }
}
