package trading.risk;

import java.util.Arrays;

/// What the gate keeps of one account.
// Hot: engine only; allocates only when a currency or an instrument is first used.
final class Account {
  /// Stands for an account that is not open; read only.
  static final Account NONE = new Account(0);

  final int id;

  /// All that was ever counted of it in an instrument, by instrument id.
  final StakeList stakes = new StakeList();

  /// What it holds or works, by instrument id; not part of the state: after a restart the ledger
  /// has it.
  final StakeList active = new StakeList();

  /// What its orders must pass.
  RuleSet rules = RuleSet.NONE;

  long ordersToday;

  /// By currency id; the empty one where nothing was ever counted.
  private Purse[] purses = {};

  Account(int id) {
    this.id = id;
  }

  /// {@return a purse to read}
  Purse purse(int currencyId) {
    return currencyId < purses.length ? purses[currencyId] : Purse.EMPTY;
  }

  /// {@return a purse to change}
  Purse begun(int currencyId) {
    Purse purse = purse(currencyId);
    return purse == Purse.EMPTY ? begin(currencyId) : purse;
  }

  private Purse begin(int currencyId) {
    if (this == NONE) {
      throw new IllegalStateException("there is no account whose money could be counted");
    }
    int old = purses.length;
    if (currencyId >= old) {
      purses = Arrays.copyOf(purses, currencyId + 1);
      Arrays.fill(purses, old, purses.length, Purse.EMPTY);
    }
    purses[currencyId] = new Purse(id, currencyId);
    return purses[currencyId];
  }
}
