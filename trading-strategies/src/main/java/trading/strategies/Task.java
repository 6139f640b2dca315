package trading.strategies;

import trading.api.Amendment;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;

/// What a strategy asked for and the engine was not told yet.
sealed interface Task {

  /// An order to place.
  ///
  /// @param request the order, with the desk's client order id
  record Place(OrderRequest request) implements Task {}

  /// Linked orders to place.
  ///
  /// @param orders the orders, with the desk's client order ids
  record PlaceLinked(LinkedOrders orders) implements Task {}

  /// An order to change.
  ///
  /// @param clientOrderId the desk's number of the order
  /// @param amendment what is to change
  record Amend(long clientOrderId, Amendment amendment) implements Task {}

  /// An order to cancel.
  ///
  /// @param clientOrderId the desk's number of the order
  record Cancel(long clientOrderId) implements Task {}
}
