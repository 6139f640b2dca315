package trading.api;

/// How long an order stays in force (FIX TimeInForce).
public enum TimeInForce {
  /// Good till cancel.
  GTC,
  /// Immediate or cancel: what does not trade at once is canceled.
  IOC,
  /// Good until the session ends: at [Instrument#close]; without one when the engine's next trading
  /// day begins. On bars: of the day in which the order comes on the market.
  DAY,
  /// Good till date: until [OrderTerms#expireNanos].
  GTD,
  /// Fill or kill: trades all of it at once, or nothing.
  FOK
}
