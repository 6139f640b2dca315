package trading.strategies;

import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;

/// A door behind which the engine has stopped.
final class StoppedDoor implements OrderEntry {

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    throw new IllegalStateException("ENGINE_STOPPED");
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    throw new IllegalStateException("ENGINE_STOPPED");
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    throw new IllegalStateException("ENGINE_STOPPED");
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    throw new IllegalStateException("ENGINE_STOPPED");
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    throw new IllegalStateException("ENGINE_STOPPED");
  }
}
