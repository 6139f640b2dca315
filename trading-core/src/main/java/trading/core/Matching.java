package trading.core;

/// What an order does that finds no market.
public enum Matching {
  /// Continuous trading on quotes: a MARKET order without liquidity is refused, a LIMIT order
  /// rests.
  QUOTES,
  /// Trading on bars: orders wait for the next open, where the market takes any quantity.
  BARS
}
