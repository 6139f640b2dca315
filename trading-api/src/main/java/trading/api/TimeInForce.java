package trading.api;

/// How long an order stays in force (FIX TimeInForce).
public enum TimeInForce {
  /// Good till cancel.
  GTC,
  /// Immediate or cancel: what does not trade at once is canceled.
  IOC
}
