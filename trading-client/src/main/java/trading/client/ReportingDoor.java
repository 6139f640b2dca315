package trading.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;

/// The door of strategies: says once per risk rule what it threw, since no person reads their
/// answers.
final class ReportingDoor implements OrderEntry {
  private static final Logger LOG = LoggerFactory.getLogger(ReportingDoor.class);

  private final OrderEntry door;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  ReportingDoor(OrderEntry door) {
    this.door = door;
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    OrderResult result = door.placeOrder(request);
    if (result instanceof OrderResult.Rejected(Refusal refusal)) {
      report(refusal);
    }
    return result;
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return door.cancelOrder(account, orderId);
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    OrderResult result = door.amendOrder(account, orderId, amendment);
    if (result instanceof OrderResult.Rejected(Refusal refusal)) {
      report(refusal);
    }
    return result;
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    LinkedResult result = door.placeLinked(orders);
    if (result instanceof LinkedResult.Rejected(int _, Refusal refusal)) {
      report(refusal);
    }
    return result;
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    return door.cancelOrders(scope);
  }

  private void report(Refusal refusal) {
    refusal
        .cause()
        .filter(_ -> reported.add(refusal.rule()))
        .ifPresent(
            cause -> LOG.error("risk rule {} refuses because it failed", refusal.rule(), cause));
  }
}
