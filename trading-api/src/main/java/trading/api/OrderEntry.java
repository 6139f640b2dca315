package trading.api;

/// The door for orders: the same for people, strategies and tests.
///
/// Any thread may call; calls are answered on the caller's thread, in one total order.
public interface OrderEntry {

  /// {@return the order as it stands after the call, or why it was refused}
  ///
  /// @param request what to trade
  /// @throws EngineStateException from inside a callback of the engine (`CALLED_FROM_CALLBACK`), or
  ///   after the engine stopped (`ENGINE_STOPPED`)
  OrderResult placeOrder(OrderRequest request);

  /// {@return the canceled order, or why it was not canceled}
  ///
  /// @param account who asks; only the order's owner may
  /// @param orderId the engine's number of the order
  /// @throws EngineStateException as for [#placeOrder]
  OrderResult cancelOrder(String account, long orderId);

  /// {@return the order as it stands after the change, or why it was not changed}
  ///
  /// @param account who asks; only the order's owner may
  /// @param orderId the engine's number of the order
  /// @param amendment what is to change
  /// @throws EngineStateException as for [#placeOrder]
  OrderResult amendOrder(String account, long orderId, Amendment amendment);

  /// {@return linked orders as they stand after the call, or why none was taken}
  ///
  /// @param orders the orders
  /// @throws EngineStateException as for [#placeOrder]
  LinkedResult placeLinked(LinkedOrders orders);

  /// Cancels every open order of a scope, the oldest first.
  ///
  /// @param scope which orders
  /// @return how many were canceled, those included that were canceled because they were linked
  /// @throws BadInputException when the account is not open or the symbol is not listed
  /// @throws EngineStateException as for [#placeOrder]
  int cancelOrders(CancelScope scope);
}
