package trading.portfolio.ledger;

import java.util.Arrays;

/// An instrument as the ledger needs it, with its last price and everyone's position in it.
// Hot: engine only; allocates only when an account trades it for the first time.
final class Listing {
  final int instrumentId;
  final int currencyId;
  final long tickValueMicros;

  /// The accounts' money in its currency.
  final Register<Balance> balances;

  long markTicks;

  private final Holding nothing = new Holding(this, null);

  /// By account id; `nothing` where the account never traded it.
  private Holding[] byAccount = {};

  Listing(int instrumentId, int currencyId, Register<Balance> balances, long tickValueMicros) {
    this.instrumentId = instrumentId;
    this.currencyId = currencyId;
    this.balances = balances;
    this.tickValueMicros = tickValueMicros;
  }

  /// An account's position, or one of nothing when it never traded.
  Holding holding(int accountId) {
    return accountId >= 0 && accountId < byAccount.length ? byAccount[accountId] : nothing;
  }

  /// An open account's position, begun when there is none.
  Holding begin(int accountId) {
    Holding holding = holding(accountId);
    return holding == nothing ? add(accountId) : holding;
  }

  private Holding add(int accountId) {
    int old = byAccount.length;
    if (accountId >= old) {
      byAccount = Arrays.copyOf(byAccount, Math.max(accountId + 1, old * 2));
      Arrays.fill(byAccount, old, byAccount.length, nothing);
    }
    Balance balance = balances.get(accountId);
    Holding holding = new Holding(this, balance.newest);
    balance.newest = holding;
    byAccount[accountId] = holding;
    return holding;
  }
}
