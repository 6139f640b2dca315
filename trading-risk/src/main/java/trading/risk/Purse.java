package trading.risk;

import trading.api.spi.LedgerView;

/// One account's money in one currency, as far as the gate counts it.
///
/// Profit is equity − deposits + withdrawals, after every event that moves a price or trades; its
/// highest is what drawdowns are measured from. An account that holds one instrument of the
/// currency is looked at only when it trades, when its money moves and when somebody asks: its
/// equity follows that one price, so what it was in between is found from the highest and lowest
/// price since. Who holds several is looked at with every price of each, which moves equity by that
/// one position. What does not fit a `long` on this way is asked of the ledger.
// Hot: engine only; allocates nothing once warm.
final class Purse {
  /// Stands for equity, or a highest profit, that did not fit a `long`.
  private static final long UNKNOWN = Long.MIN_VALUE;

  /// What every account has where nothing was ever counted; read only.
  static final Purse EMPTY = new Purse(0, 0);

  private final int accountId;
  private final int currencyId;

  /// Equity at the day's start, with what was deposited since.
  long dayStart;

  /// The highest profit so far, as it was settled.
  long highest;

  /// Equity when it was looked at last.
  private long equity;

  /// Deposits less withdrawals.
  private long deposits;

  /// The number of instruments of the currency that it holds.
  private int holdings;

  /// The only instrument that it holds; another one when it does not hold just one.
  Listing only = Listing.NONE;

  /// Of the only instrument: lots, and price and its moment at the last look.
  private long lots;

  private long mark;
  private long moment;

  Purse(int accountId, int currencyId) {
    this.accountId = accountId;
    this.currencyId = currencyId;
  }

  /// {@return the highest profit until now}
  ///
  /// @throws ArithmeticException when it is not known
  long highestProfit() {
    if (settledHighest() == UNKNOWN) {
      throw new ArithmeticException("equity did not fit a long, so its peak is not known");
    }
    return highest;
  }

  /// {@return the highest profit until now; unknown when equity once did not fit}
  long settledHighest() {
    settle();
    return highest;
  }

  /// {@return equity less that at the day's start, what was deposited since taken out}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  long dayProfit(long equityMicros) {
    if (dayStart == UNKNOWN) {
      throw new ArithmeticException("equity at the day's start did not fit a long");
    }
    return Math.subtractExact(equityMicros, dayStart);
  }

  /// Begins a day with the ledger's equity.
  void startDay(LedgerView ledger) {
    dayStart = equity(ledger);
  }

  /// Notes that money came or left.
  void deposit(LedgerView ledger, long amount) {
    leave();
    dayStart = dayStart == UNKNOWN ? UNKNOWN : sum(dayStart, amount);
    lookAnew(ledger);
  }

  /// Asks the ledger for everything; prices until the last look were settled before it changed.
  void lookAnew(LedgerView ledger) {
    deposits = ledger.depositsMicros(accountId, currencyId);
    look(ledger);
  }

  /// Asks the ledger for equity; prices until the last look were settled before it changed.
  void look(LedgerView ledger) {
    equity = equity(ledger);
    if (holdings == 1) {
      lots = only.stake(accountId).netLots();
      mark = only.prices.last();
      moment = only.prices.moment();
    }
    raise(equity);
  }

  /// Takes all prices until now into account.
  void settle() {
    if (lags()) {
      settleHighest();
      equity = at(only.prices.last());
      mark = only.prices.last();
      moment = only.prices.moment();
    }
  }

  /// Takes all prices until now into account, for an account that changes and is looked at then.
  void leave() {
    if (lags()) {
      settleHighest();
    }
  }

  private boolean lags() {
    return holdings == 1 && moment != only.prices.moment();
  }

  private void settleHighest() {
    raise(at(only.prices.highest(moment)));
    raise(at(only.prices.lowest(moment)));
  }

  private long at(long price) {
    return moved(lots, mark, price, only.tickValueMicros);
  }

  /// Moves equity by one of several positions, whose price changed.
  void move(LedgerView ledger, Stake stake, long was, long now) {
    long moved = moved(stake.netLots(), was, now, stake.listing.tickValueMicros);
    if (moved == UNKNOWN) {
      look(ledger);
    } else {
      equity = moved;
      raise(moved);
    }
  }

  /// Notes that a position begins or ceases to be held; to be looked at then.
  void hold(Stake stake) {
    boolean holds = stake.isHeld();
    holdings += holds ? 1 : -1;
    stake.listing.several.set(accountId, stake, holds && holdings > 1);
    if (holdings == (holds ? 2 : 1)) {
      Listing other = holds ? only : heldOf(stake.account);
      other.several.set(accountId, other.stake(accountId), holds);
    }
    if (holdings == 1) {
      only = heldOf(stake.account);
    }
  }

  private Listing heldOf(Account account) {
    int index = 0;
    while (account.active.get(index).purse != this || !account.active.get(index).isHeld()) {
      index++;
    }
    return account.active.get(index).listing;
  }

  /// Takes an equity into account.
  ///
  /// Once equity did not fit, its peak is not known any more: whoever asks gets an error.
  private void raise(long reached) {
    long profit = reached == UNKNOWN ? UNKNOWN : difference(reached, deposits);
    if (highest != UNKNOWN && (profit > highest || profit == UNKNOWN)) {
      highest = profit;
    }
  }

  /// {@return equity with a position at another price; unknown when anything on the way to it does
  /// not fit}
  private long moved(long netLots, long was, long now, long tickValue) {
    if (equity == UNKNOWN) {
      return UNKNOWN;
    }
    try {
      long before = Math.multiplyExact(Math.multiplyExact(netLots, was), tickValue);
      long after = Math.multiplyExact(Math.multiplyExact(netLots, now), tickValue);
      return Math.addExact(equity, Math.subtractExact(after, before));
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private long equity(LedgerView ledger) {
    try {
      return ledger.equityMicros(accountId, currencyId);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private static long sum(long start, long amount) {
    try {
      return Math.addExact(start, amount);
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
