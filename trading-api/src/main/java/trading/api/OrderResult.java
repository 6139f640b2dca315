package trading.api;

/// The answer to a request: expected outcomes are values, not exceptions.
public sealed interface OrderResult {

  /// The request was taken.
  ///
  /// @param order the order as it stood when the command ended, fills included
  record Accepted(Order order) implements OrderResult {}

  /// The request was refused; nothing changed.
  ///
  /// @param refusal why
  record Rejected(Refusal refusal) implements OrderResult {}
}
