package trading.api;

import java.util.List;

/// The answer to linked orders: all of them are taken, or none.
public sealed interface LinkedResult {

  /// All were taken.
  ///
  /// @param orders the orders as they stood when the command ended, fills included
  record Accepted(List<Order> orders) implements LinkedResult {
    /// Copies the list.
    public Accepted {
      orders = List.copyOf(orders);
    }
  }

  /// All were refused; nothing changed.
  ///
  /// @param index which of them could not be taken, from 0
  /// @param refusal why
  record Rejected(int index, Refusal refusal) implements LinkedResult {}
}
