package trading.api;

/// How an order is priced (FIX OrdType).
///
/// The types that wait for a price (see [#isTriggered]) become MARKET or LIMIT orders once it is
/// met.
public enum OrderType {
  /// Trades at the best prices there are; never rests.
  MARKET,
  /// Trades at its limit or better; the rest may stay on the book.
  LIMIT,
  /// Becomes a MARKET order once the price has reached its stop, coming from the better side: a buy
  /// stop at or above it, a sell stop at or below it.
  STOP,
  /// Becomes a LIMIT order once the price has reached its stop.
  STOP_LIMIT,
  /// A STOP whose stop follows the price at a distance while it moves the order's way, and stays
  /// where it moves back.
  TRAILING_STOP,
  /// Trades at the best price of the other side only; the rest becomes a LIMIT order at that price
  /// (FIX "market with leftover as limit").
  MARKET_TO_LIMIT,
  /// Becomes a MARKET order once the price has come to its stop from the worse side: a buy at or
  /// below it, a sell at or above it.
  MARKET_IF_TOUCHED,
  /// Becomes a LIMIT order once the price has come to its stop from the worse side.
  LIMIT_IF_TOUCHED;

  /// {@return whether it waits for a price before it comes on the market}
  public boolean isTriggered() {
    return switch (this) {
      case STOP, STOP_LIMIT, TRAILING_STOP, MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> true;
      case MARKET, LIMIT, MARKET_TO_LIMIT -> false;
    };
  }

  /// {@return whether its request names a limit}
  public boolean hasLimit() {
    return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
  }

  /// {@return whether its request names a stop; a TRAILING_STOP names a distance instead}
  public boolean hasStop() {
    return isTriggered() && this != TRAILING_STOP;
  }
}
