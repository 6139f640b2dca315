package trading.strategies;

/// Stands for an attached strategy in a [Roster].
interface Attached {

  /// {@return the strategy}
  Member member();
}
