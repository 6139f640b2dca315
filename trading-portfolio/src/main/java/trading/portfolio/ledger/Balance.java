package trading.portfolio.ledger;

import org.jspecify.annotations.Nullable;

/// One account's money in one currency, with its positions in that currency and their sums.
// Hot: engine only; allocates nothing.
final class Balance {
  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;

  long cashMicros;
  long depositsMicros;
  long openCostMicros;
  long realisedMicros;
  long feesMicros;

  /// The position that was begun last; from there on through [Holding#next].
  @Nullable Holding newest;

  /// Adds what a snapshot says about a position to the sums.
  void include(Holding holding) {
    openCostMicros += holding.openCostMicros;
    realisedMicros += holding.realisedMicros;
    feesMicros += holding.feesMicros;
  }

  boolean isEven() {
    return cashMicros + openCostMicros - realisedMicros + feesMicros == depositsMicros;
  }

  /// Cash and values add up in two halves, so that only the end result can overflow.
  long equityMicros() {
    long high = cashMicros >> HALF_BITS;
    long low = cashMicros & HALF_MASK;
    for (Holding holding = newest; holding != null; holding = holding.next) {
      long value = holding.valueMicros();
      high += value >> HALF_BITS;
      low += value & HALF_MASK;
    }
    high += low >> HALF_BITS;
    return Math.addExact(Math.multiplyExact(high, 1L << HALF_BITS), low & HALF_MASK);
  }
}
