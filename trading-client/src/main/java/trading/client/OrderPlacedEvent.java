package trading.client;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;

/// An order and its answer, for Java Flight Recorder.
@Name("trading.OrderPlaced")
@Label("Order placed")
@Category("Trading")
@Description("An order from the call to the answer")
@StackTrace(false)
final class OrderPlacedEvent extends Event {
  @Label("Account")
  String account = "";

  @Label("Symbol")
  String symbol = "";

  @Label("Side")
  String side = "";

  @Label("Type")
  String type = "";

  @Label("Lots")
  long lots;

  @Label("Order id, 0 when refused")
  long orderId;

  @Label("Status, or the code of the refusal")
  String outcome = "";

  void fill(OrderRequest request, OrderResult result) {
    account = request.account();
    symbol = request.symbol();
    side = request.side().name();
    type = request.type().name();
    lots = request.lots();
    switch (result) {
      case OrderResult.Accepted(Order order) -> {
        orderId = order.id();
        outcome = order.status().name();
      }
      case OrderResult.Rejected(Refusal refusal) -> outcome = refusal.reason().name();
    }
  }
}
