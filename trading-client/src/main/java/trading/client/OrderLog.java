package trading.client;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;

/// The door of everybody's orders, which tells the log what came of them, off the orders' way.
///
/// Any thread. Nothing is kept while the log does not want lines of this level. Lines wait for
/// [#write]; what comes while 10,000 wait is counted instead.
final class OrderLog implements OrderEntry {
  private static final Logger LOG = LoggerFactory.getLogger(OrderLog.class);
  private static final int MOST_WAITING = 10_000;

  private final OrderEntry door;
  private final Queue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LongAdder leftOut = new LongAdder();

  OrderLog(OrderEntry door) {
    this.door = door;
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    OrderResult result = door.placeOrder(request);
    if (LOG.isInfoEnabled() && !waiting.offer(() -> write(request, result))) {
      leftOut.increment();
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
    keep(() -> writeAmended(account, orderId, amendment, result));
    return result;
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    LinkedResult result = door.placeLinked(orders);
    keep(() -> writeLinked(orders.orders(), result));
    return result;
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    int canceled = door.cancelOrders(scope);
    keep(() ->
        LOG.info(
            "orders canceled: {} of {} in {}",
            canceled,
            scope.account().orElse("all accounts"),
            scope.symbol().orElse("all instruments")));
    return canceled;
  }

  private void keep(Runnable line) {
    if (LOG.isInfoEnabled() && !waiting.offer(line)) {
      leftOut.increment();
    }
  }

  /// Writes what waits.
  void write() {
    for (Runnable line = waiting.poll(); line != null; line = waiting.poll()) {
      line.run();
    }
    long missing = leftOut.sumThenReset();
    if (missing > 0) {
      LOG.warn("{} orders are not in this log: they came faster than it was written", missing);
    }
  }

  private static void writeAmended(
      String account, long orderId, Amendment asked, OrderResult result) {
    switch (result) {
      case OrderResult.Accepted(Order order) ->
          LOG.info(
              "order amended: {} order {} has {} lots of {}, limit {}, stop {}, is {}",
              account,
              orderId,
              order.lots(),
              order.instrument().symbol(),
              order.limitTicks(),
              order.terms().stopTicks(),
              order.status());
      case OrderResult.Rejected(Refusal refusal) ->
          LOG.info(
              "amendment rejected: {} order {} to {} lots, limit {}, stop {}, {}: {}",
              account,
              orderId,
              asked.lots(),
              asked.limitTicks(),
              asked.stopTicks(),
              refusal.reason(),
              refusal.sentence());
    }
  }

  private static void writeLinked(List<OrderRequest> requests, LinkedResult result) {
    switch (result) {
      case LinkedResult.Accepted(List<Order> orders) -> {
        for (int i = 0; i < orders.size(); i++) {
          write(requests.get(i), new OrderResult.Accepted(orders.get(i)));
        }
      }
      case LinkedResult.Rejected(int index, Refusal refusal) -> {
        LOG.info("linked orders rejected: all {}, because of this one", requests.size());
        write(requests.get(index), new OrderResult.Rejected(refusal));
      }
    }
  }

  private static void write(OrderRequest request, OrderResult result) {
    switch (result) {
      case OrderResult.Accepted(Order order) ->
          LOG.info(
              "order placed: {} {} {} {} lots of {}, order {} of {} is {}",
              request.account(),
              request.type(),
              request.side(),
              order.lots(),
              request.symbol(),
              order.id(),
              Instant.ofEpochSecond(0, order.createdNanos()),
              order.status());
      case OrderResult.Rejected(Refusal refusal) ->
          LOG.info(
              "order rejected: {} {} {} {} lots of {}, {}: {}",
              request.account(),
              request.type(),
              request.side(),
              request.lots(),
              request.symbol(),
              refusal.reason(),
              refusal.sentence());
    }
  }
}
