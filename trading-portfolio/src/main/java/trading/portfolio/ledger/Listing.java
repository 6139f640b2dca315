package trading.portfolio.ledger;

/// An instrument as the ledger needs it: its last price and everyone's position in it.
// Hot: engine only; allocates only when an account trades it for the first time.
final class Listing {
  final int instrumentId;
  final Currency currency;
  final long tickValueMicros;
  long markTicks;

  /// By account id; nothing where the account never traded it.
  private Holding[] holdings = {new Holding(this, null)};

  Listing(int instrumentId, Currency currency, long tickValueMicros) {
    this.instrumentId = instrumentId;
    this.currency = currency;
    this.tickValueMicros = tickValueMicros;
  }

  /// An account's position, or one of nothing when it never traded.
  Holding holding(int accountId) {
    return ById.get(holdings, accountId);
  }

  /// An open account's position, begun when there is none.
  Holding begin(int accountId) {
    Holding holding = holding(accountId);
    return holding == holdings[0] ? add(accountId) : holding;
  }

  private Holding add(int accountId) {
    Balance balance = currency.balance(accountId);
    Holding holding = new Holding(this, balance.newest);
    balance.newest = holding;
    holdings = ById.with(holdings, accountId, holding);
    return holding;
  }
}
