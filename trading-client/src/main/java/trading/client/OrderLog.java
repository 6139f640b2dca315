package trading.client;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private final Queue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LongAdder leftOut = new LongAdder();

  /// What was asked and answered.
  private record Line(OrderRequest request, OrderResult result) {}

  OrderLog(OrderEntry door) {
    this.door = door;
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    OrderResult result = door.placeOrder(request);
    if (LOG.isInfoEnabled() && !waiting.offer(new Line(request, result))) {
      leftOut.increment();
    }
    return result;
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return door.cancelOrder(account, orderId);
  }

  /// Writes what waits.
  void write() {
    for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
      write(line.request(), line.result());
    }
    long missing = leftOut.sumThenReset();
    if (missing > 0) {
      LOG.warn("{} orders are not in this log: they came faster than it was written", missing);
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
