package trading.api;

/// Which part a fill's order had in the trade (FIX LastLiquidityInd).
public enum Liquidity {
  /// Rested on the book and was met.
  MAKER,
  /// Came in and took what rested.
  TAKER,
  /// Traded with the whole market at one price: a bar's open.
  AUCTION
}
