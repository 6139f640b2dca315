package trading.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private void report(Refusal refusal) {
    refusal
        .cause()
        .filter(_ -> reported.add(refusal.rule()))
        .ifPresent(
            cause -> LOG.error("risk rule {} refuses because it failed", refusal.rule(), cause));
  }
}
