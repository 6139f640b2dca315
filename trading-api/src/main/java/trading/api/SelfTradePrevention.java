package trading.api;

/// What happens to an order that would trade with another of its own account.
///
/// There is no way to let them trade: wash trades are forbidden on every exchange.
public enum SelfTradePrevention {
  /// The order that comes in is canceled; the default.
  CANCEL_NEWEST,
  /// The order that rests is canceled, the other goes on.
  CANCEL_OLDEST,
  /// Both are canceled.
  CANCEL_BOTH,
  /// Both lose the smaller one's quantity; the one without any left is canceled.
  DECREMENT
}
