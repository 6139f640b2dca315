package trading.strategies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Refusal;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;

/// A strategy that writes down how it is called and does what the test says.
final class Probe implements Strategy {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  volatile BiConsumer<BarView, Desk> atBar = (_, _) -> {};
  volatile BiConsumer<QuoteView, Desk> atQuote = (_, _) -> {};
  volatile BiConsumer<Order, Desk> atOrder = (_, _) -> {};
  volatile BiConsumer<OrderRequest, Desk> atRefusal = (_, _) -> {};
  volatile Runnable atChangeRefusal = () -> {};

  /// What was called so far, while others may be calling.
  List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /// Forgets what was called so far.
  void forgetCalls() {
    calls.clear();
  }

  @Override
  public void onBar(BarView bar, Desk desk) {
    calls.add("bar " + bar.closeTicks() + " at " + desk.nowNanos());
    atBar.accept(bar, desk);
  }

  @Override
  public void onQuote(QuoteView quote, Desk desk) {
    calls.add("quote " + quote.lastTicks() + " at " + desk.nowNanos());
    atQuote.accept(quote, desk);
  }

  @Override
  public void onOrder(Order order, Desk desk) {
    calls.add("order " + order.clientOrderId() + " " + order.status() + " " + order.filledLots());
    atOrder.accept(order, desk);
  }

  @Override
  public void onChangeRefused(Order order, Refusal refusal, Desk desk) {
    calls.add(
        "change of "
            + order.clientOrderId()
            + " with "
            + order.lots()
            + " lots refused "
            + refusal.reason());
    atChangeRefusal.run();
  }

  @Override
  public void onRefused(OrderRequest request, Refusal refusal, Desk desk) {
    calls.add("refused " + request.clientOrderId() + " " + refusal.reason());
    atRefusal.accept(request, desk);
  }
}
