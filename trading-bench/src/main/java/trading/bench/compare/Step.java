package trading.bench.compare;

import java.time.Duration;
import trading.api.OrderRequest;

/// One step of a session.
sealed interface Step {

  /// What is sent to the engine, and timed.
  sealed interface Command extends Step {}

  /// An order.
  record Place(OrderRequest request) implements Command {}

  /// The cancellation of an order.
  record Cancel(String account, long orderId) implements Command {}

  /// Virtual time that passes: the market quotes. Never sent, never timed.
  record Play(Duration duration) implements Step {}
}
