package trading.portfolio.ledger;

/// A currency as the ledger needs it: everyone's money in it.
// Hot: engine only; allocates only when an account is opened.
final class Currency {
  final int currencyId;

  /// By account id; none where the account is not open.
  private Balance[] balances = {new Balance()};

  Currency(int currencyId) {
    this.currencyId = currencyId;
  }

  /// An account's money, or none when it is not open.
  Balance balance(int accountId) {
    return ById.get(balances, accountId);
  }

  void open(int accountId) {
    balances = ById.with(balances, accountId, new Balance());
  }
}
