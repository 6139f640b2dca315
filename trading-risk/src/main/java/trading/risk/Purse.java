package trading.risk;

/// One account's money in one currency, as far as its highest profit depends on it.
final class Purse {
  /// Stands for equity, or a highest profit, that did not fit a `long`.
  static final long UNKNOWN = Long.MIN_VALUE;

  /// What every account has where nothing was ever counted; read only.
  static final Purse EMPTY = new Purse();

  /// The highest profit so far.
  long highest;

  /// Equity when it was looked at last.
  long equity;

  /// Deposits less withdrawals.
  long deposits;

  /// The number of instruments of the currency that it holds.
  int holdings;

  /// Of the only instrument that it holds: id, lots, and price and its moment at the last look.
  int instrument;

  long lots;
  long mark;
  long moment;

  /// Takes an equity into account.
  ///
  /// Once equity did not fit, its peak is not known any more: whoever asks gets an error.
  void raise(long reached) {
    long profit = reached == UNKNOWN ? UNKNOWN : difference(reached, deposits);
    if (highest != UNKNOWN && (profit > highest || profit == UNKNOWN)) {
      highest = profit;
    }
  }

  /// {@return equity with a position at another price; unknown when anything on the way to it does
  /// not fit}
  static long moved(long equity, long lots, long was, long now, long tickValue) {
    if (equity == UNKNOWN) {
      return UNKNOWN;
    }
    try {
      long before = Math.multiplyExact(Math.multiplyExact(lots, was), tickValue);
      long after = Math.multiplyExact(Math.multiplyExact(lots, now), tickValue);
      return Math.addExact(equity, Math.subtractExact(after, before));
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private static long difference(long equity, long deposits) {
    try {
      return Math.subtractExact(equity, deposits);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }
}
