package trading.bench;

import trading.api.Order;
import trading.api.OrderRequest;
import trading.core.Engine;

/// How a resting order of our engine is changed.
interface Amending {
  /// Whether an order that gives up lots keeps its place: without it, no flow's reductions are
  /// played, by anybody.
  boolean REDUCES = false;

  /// Moves an order to another price, behind those that are there.
  ///
  /// @return the order's number from now on
  long move(String account, long orderId, long priceTicks);

  /// Takes lots off an order.
  ///
  /// @return the order's number from now on
  long reduce(String account, long orderId, long lots);

  /// {@return two commands for one: what is left is canceled and placed anew}
  ///
  /// @param engine the engine
  static Amending byPlacingAnew(Engine engine) {
    return new Amending() {
      @Override
      public long move(String account, long orderId, long priceTicks) {
        Order order = OurEngine.accepted(engine.cancelOrder(account, orderId));
        long left = order.lots() - order.filledLots();
        OrderRequest request =
            OrderRequest.limit(
                account, order.instrument().symbol(), order.side(), left, priceTicks);
        return OurEngine.accepted(engine.placeOrder(request)).id();
      }

      @Override
      public long reduce(String account, long orderId, long lots) {
        throw new UnsupportedOperationException("an order placed anew loses its place");
      }
    };
  }
}
