package trading.strategies;

/// What becomes of open orders when strategies end.
public enum OpenOrders {
  /// They are canceled.
  CANCEL,
  /// They stay with the engine.
  KEEP
}
