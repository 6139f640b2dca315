package trading.api;

/// How an order is priced (FIX OrdType).
public enum OrderType {
  /// Trades at the best prices there are; never rests.
  MARKET,
  /// Trades at its limit or better; the rest may stay on the book.
  LIMIT
}
