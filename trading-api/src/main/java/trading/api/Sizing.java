package trading.api;

/// How an order's quantity is given.
public enum Sizing {
  /// A number of lots.
  LOTS,
  /// All in: the engine sizes the order when it first meets a price.
  ///
  /// The order then takes the position to ±floor(cash after closing ÷ price) lots, on its own side;
  /// "cash after closing" is the account's cash in the instrument's currency had the position in
  /// this instrument been closed at that price. Fees of the order itself are not set aside.
  ALL_IN
}
