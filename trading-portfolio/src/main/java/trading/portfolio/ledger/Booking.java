package trading.portfolio.ledger;

import trading.api.Side;

/// What one fill adds to the books, worked out before anything changes; reused for another fill.
// Hot: engine only; allocates nothing.
final class Booking {
  /// No amount that is kept reaches it, in either direction. Three amounts below it add up to less
  /// than 3 × 2⁶², which in 64 bits either stays what it is or wraps to something beyond the bound.
  private static final long BOUND = 1L << 62;

  /// The market, 0, when nothing is worked out.
  private int accountId;

  private int instrumentId;
  private long priceTicks;

  /// Needs no check: a lot costs a micro or more, so the open cost meets the bound first.
  private long lots;

  private long openCostMicros;
  private long realisedMicros;
  private long cashMicros;
  private long feeMicros;

  static boolean isBounded(long micros) {
    return micros > -BOUND && micros < BOUND;
  }

  /// Works out a fill of an open account; answers whether every amount stays within the bound.
  boolean fits(
      int accountId, Listing listing, Side side, long priceTicks, long quantity, long fee) {
    boolean fits =
        isCountable(priceTicks, quantity, listing.tickValueMicros)
            && isBounded(fee)
            && workOut(
                listing.holding(accountId),
                listing.currency.balance(accountId),
                side.sign() * quantity,
                priceTicks * listing.tickValueMicros,
                fee);
    this.accountId = fits ? accountId : 0;
    this.instrumentId = listing.instrumentId;
    this.priceTicks = priceTicks;
    return fits;
  }

  /// Whether it is just what such a fill adds, as long as the account's books stay as they were.
  boolean isOf(int ofAccount, int ofInstrument, Side side, long ofPrice, long quantity, long fee) {
    return accountId == ofAccount
        && instrumentId == ofInstrument
        && priceTicks == ofPrice
        && lots == side.sign() * quantity
        && feeMicros == fee;
  }

  /// Drops what was worked out for an account whose books change.
  void forget(int changedAccount) {
    if (accountId == changedAccount) {
      accountId = 0;
    }
  }

  private boolean workOut(
      Holding holding, Balance balance, long signedLots, long lotMicros, long fee) {
    lots = signedLots;
    long closedLots = closedLots(holding.netLots, lots);
    long closingMicros = Long.signum(lots) * closedLots * lotMicros;
    long openingMicros = lots * lotMicros - closingMicros;
    long closedCostMicros =
        ProRata.share(holding.openCostMicros, closedLots, Math.abs(holding.netLots));
    openCostMicros = openingMicros - closedCostMicros;
    realisedMicros = -closingMicros - closedCostMicros;
    cashMicros = -openingMicros - closingMicros - fee;
    feeMicros = fee;
    return isBounded(holding) && isBounded(balance);
  }

  /// Adds what was worked out.
  void commit(Holding holding, Balance balance) {
    holding.netLots += lots;
    holding.openCostMicros += openCostMicros;
    holding.realisedMicros += realisedMicros;
    holding.feesMicros += feeMicros;
    balance.cashMicros += cashMicros;
    balance.openCostMicros += openCostMicros;
    balance.realisedMicros += realisedMicros;
    balance.feesMicros += feeMicros;
  }

  private static boolean isCountable(long priceTicks, long quantity, long tickValueMicros) {
    if (priceTicks <= 0 || quantity <= 0 || Math.multiplyHigh(priceTicks, quantity) != 0) {
      return false;
    }
    long ticks = priceTicks * quantity;
    return ticks > 0
        && Math.multiplyHigh(ticks, tickValueMicros) == 0
        && ticks * tickValueMicros > 0
        && ticks * tickValueMicros < BOUND;
  }

  private static long closedLots(long netLots, long lots) {
    boolean opposite = (netLots ^ lots) < 0;
    return opposite ? Math.min(Math.abs(netLots), Math.abs(lots)) : 0;
  }

  private boolean isBounded(Holding holding) {
    return isBounded(holding.openCostMicros + openCostMicros)
        && isBounded(holding.realisedMicros + realisedMicros)
        && isBounded(holding.feesMicros + feeMicros);
  }

  private boolean isBounded(Balance balance) {
    return isBounded(balance.cashMicros + cashMicros)
        && isBounded(balance.openCostMicros + openCostMicros)
        && isBounded(balance.realisedMicros + realisedMicros)
        && isBounded(balance.feesMicros + feeMicros);
  }
}
