package trading.strategies;

import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;

/// A door at which somebody else is always one order ahead, in the same account, number and all.
record CrowdedDoor(OrderEntry door) implements OrderEntry {

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    door.placeOrder(request);
    return door.placeOrder(request);
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return door.cancelOrder(account, orderId);
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    return door.amendOrder(account, orderId, amendment);
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    door.placeLinked(orders);
    return door.placeLinked(orders);
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    return door.cancelOrders(scope);
  }
}
