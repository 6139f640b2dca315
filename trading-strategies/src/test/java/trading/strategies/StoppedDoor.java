package trading.strategies;

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
}
