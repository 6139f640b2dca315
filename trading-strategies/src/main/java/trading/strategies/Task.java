package trading.strategies;

import trading.api.OrderRequest;

/// What a strategy asked for and the engine was not told yet.
sealed interface Task {

  /// An order to place.
  ///
  /// @param request the order, with the desk's client order id
  record Place(OrderRequest request) implements Task {}

  /// An order to cancel.
  ///
  /// @param clientOrderId the desk's number of the order
  record Cancel(long clientOrderId) implements Task {}
}
