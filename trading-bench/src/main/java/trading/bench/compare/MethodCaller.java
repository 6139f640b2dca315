package trading.bench.compare;

import trading.api.OrderEntry;
import trading.bench.compare.Step.Command;

/// Sends by a plain method call.
final class MethodCaller implements Caller {
  private OrderEntry engine;

  MethodCaller(OrderEntry engine) {
    this.engine = engine;
  }

  @Override
  public void connect(OrderEntry newEngine) {
    engine = newEngine;
  }

  @Override
  public Object send(Command command) {
    return Session.send(engine, command);
  }

  @Override
  public void close() {}
}
