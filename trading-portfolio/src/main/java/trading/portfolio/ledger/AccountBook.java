package trading.portfolio.ledger;

import java.util.Arrays;

/// One account: its money by currency, its positions by instrument.
// Hot: engine only; allocates only when an instrument is traded for the first time.
final class AccountBook {
  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;

  final Register<Balance> balances = new Register<>(new Balance());

  private final Register<Holding> holdings;

  /// By instrument id: the position's number in `holdings`, 0 for none.
  private int[] numbers = new int[0];

  AccountBook(Listing unlisted) {
    holdings = new Register<>(new Holding(unlisted));
  }

  void addCurrency() {
    balances.add(balances.size() + 1, new Balance());
  }

  /// The position, or one of nothing when the instrument was never traded.
  Holding holding(int instrumentId) {
    return holdings.get(number(instrumentId));
  }

  boolean hasTraded(int instrumentId) {
    return number(instrumentId) != 0;
  }

  /// The position, begun when there is none.
  Holding begin(Listing listing) {
    int id = listing.instrumentId;
    if (id >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(id + 1, numbers.length * 2));
    }
    if (numbers[id] == 0) {
      int number = holdings.size() + 1;
      holdings.add(number, new Holding(listing));
      numbers[id] = number;
    }
    return holdings.get(numbers[id]);
  }

  int holdings() {
    return holdings.size();
  }

  private int number(int instrumentId) {
    return instrumentId >= 0 && instrumentId < numbers.length ? numbers[instrumentId] : 0;
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
