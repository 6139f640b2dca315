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
}
