package trading.core;

import trading.api.LinkedResult;
import trading.api.OrderResult;

/// What an engine or its twin answers to a command.
sealed interface Reply {
  /// To what is answered by its events alone.
  record Done() implements Reply {}

  /// To an order, a cancel, an amendment.
  record One(OrderResult result) implements Reply {}

  /// To linked orders.
  record Linked(LinkedResult result) implements Reply {}

  /// To a cancel of many: how many were canceled.
  record Canceled(int orders) implements Reply {}
}
