package trading.risk;

import trading.api.spi.LedgerView;

/// What one account holds and works in one instrument.
// Hot: engine only; allocates nothing once warm.
final class Stake {
  /// What every account has where nothing was ever counted; read only.
  static final Stake NONE = new Stake(Account.NONE, Listing.NONE, Purse.EMPTY);

  final Account account;
  final Listing listing;

  /// The account's id once more: most of what happens here needs nothing else of the account.
  final int accountId;

  /// The account's money in the instrument's currency.
  final Purse purse;

  /// Lots that working buy orders have still to trade.
  long buyLots;

  /// Lots that working sell orders have still to trade.
  long sellLots;

  /// Lots of `buyLots` that are of reduce-only orders.
  long reducingBuyLots;

  /// Lots of `sellLots` that are of reduce-only orders.
  long reducingSellLots;

  /// The position as the books had it after the last fill; not part of the state: after a restart
  /// the ledger has it.
  private long netLots;

  /// Whether it is held or worked; not part of the state.
  private boolean active;

  Stake(Account account, Listing listing, Purse purse) {
    this.account = account;
    this.accountId = account.id;
    this.listing = listing;
    this.purse = purse;
  }

  /// Adds lots to what works on a side; [#activate] is to follow.
  ///
  /// @throws ArithmeticException when they do not fit; nothing changed
  void work(boolean buys, long delta) {
    if (buys) {
      buyLots = Math.addExact(buyLots, delta);
    } else {
      sellLots = Math.addExact(sellLots, delta);
    }
  }

  /// Adds lots to what reduce-only orders work on a side; they are counted by [#work] too.
  void workReducing(boolean buys, long delta) {
    if (buys) {
      reducingBuyLots += delta;
    } else {
      reducingSellLots += delta;
    }
  }

  /// {@return the position in lots, negative if short}
  long netLots() {
    return netLots;
  }

  boolean isHeld() {
    return netLots != 0;
  }

  /// Looks in the books for the position; only a fill changes it.
  void hold(LedgerView ledger) {
    boolean held = isHeld();
    netLots = ledger.netLots(accountId, listing.id);
    activate();
    if (held != isHeld()) {
      purse.hold(this);
    }
  }

  /// Notes for the account whether there is anything here.
  void activate() {
    boolean isActive = netLots != 0 || buyLots != 0 || sellLots != 0;
    if (isActive != active) {
      active = isActive;
      account.active.set(listing.id, this, isActive);
    }
  }
}
