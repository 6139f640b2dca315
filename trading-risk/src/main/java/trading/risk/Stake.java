package trading.risk;

/// What one account holds and works in one instrument.
final class Stake {
  /// What every account has where nothing was ever counted; read only.
  static final Stake NONE = new Stake(Purse.EMPTY);

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

  /// Whether the books have a position; not part of the state.
  boolean held;

  /// Whether it is held or worked; not part of the state.
  boolean active;

  Stake(Purse purse) {
    this.purse = purse;
  }
}
