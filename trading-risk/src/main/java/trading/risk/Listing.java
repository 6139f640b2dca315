package trading.risk;

import java.util.Arrays;
import trading.api.spi.LedgerView;

/// What the gate keeps of one instrument: its facts, its prices, and what accounts have in it.
// Hot: engine only; allocates only when an account first uses the instrument.
final class Listing {
  /// Stands for an instrument that is not listed; read only.
  static final Listing NONE = new Listing(0, 0, 0);

  final int id;
  final int currencyId;
  final long tickValueMicros;

  /// Not part of the state.
  final PriceRange prices = new PriceRange();

  /// By account id, of those who hold it and others of its currency; not part of the state.
  final StakeList several = new StakeList();

  /// By account id; an empty one where nothing was ever counted.
  private Stake[] stakes = {};

  Listing(int id, int currencyId, long tickValueMicros) {
    this.id = id;
    this.currencyId = currencyId;
    this.tickValueMicros = tickValueMicros;
  }

  /// {@return a stake to read}
  Stake stake(int accountId) {
    return accountId < stakes.length ? stakes[accountId] : Stake.NONE;
  }

  /// {@return a stake to change}
  Stake begun(Account account) {
    Stake stake = stake(account.id);
    return stake == Stake.NONE ? begin(account) : stake;
  }

  private Stake begin(Account account) {
    if (this == NONE) {
      throw new IllegalStateException("there is no instrument in which lots could be counted");
    }
    int old = stakes.length;
    if (account.id >= old) {
      stakes = Arrays.copyOf(stakes, Math.max(account.id + 1, old * 2));
      Arrays.fill(stakes, old, stakes.length, Stake.NONE);
    }
    Stake stake = new Stake(account, this, account.begun(currencyId));
    stakes[account.id] = stake;
    account.stakes.set(id, stake, true);
    return stake;
  }

  /// Takes the ledger's price for known without moving anyone's equity.
  void mark(LedgerView ledger) {
    long mark = ledger.markTicks(id);
    if (prices.last() != mark) {
      prices.forget();
      prices.add(mark);
    }
  }

  /// Moves the equity of all who hold it to the ledger's price, but for one purse, which is to be
  /// looked at.
  void moved(LedgerView ledger, Purse except) {
    long was = prices.last();
    long mark = ledger.markTicks(id);
    if (was == mark) {
      return;
    }
    if (prices.isFull()) {
      settleAll(except);
      prices.forget();
    }
    prices.add(mark);
    for (int i = 0; i < several.size(); i++) {
      Stake stake = several.get(i);
      if (stake.purse != except) {
        stake.purse.move(ledger, stake, was, mark);
      }
    }
  }

  /// One that is to be looked at has been settled already, before its position changed.
  private void settleAll(Purse except) {
    for (Stake stake : stakes) {
      if (stake.purse.only == this && stake.purse != except) {
        stake.purse.settle();
      }
    }
  }
}
