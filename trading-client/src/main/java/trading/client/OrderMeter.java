package trading.client;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.FlightRecorder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;

/// The door of everybody's orders, which counts what they ask and how long the answer takes.
///
/// Any thread. The time runs from the call until the answer, listeners of the events included.
final class OrderMeter implements OrderEntry {
  /// Longer than any answer that is of interest; what takes longer counts as this.
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private static final int DIGITS = 3;
  private static final double MEDIAN = 50;
  private static final double P99 = 99;
  private static final double P999 = 99.9;

  private final OrderEntry door;
  private final Histogram times = new AtomicHistogram(LONGEST_NANOS, DIGITS);
  private final Histogram total = new Histogram(LONGEST_NANOS, DIGITS);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder[] refused = new LongAdder[Reason.values().length];

  OrderMeter(OrderEntry door) {
    this.door = door;
    Arrays.setAll(refused, _ -> new LongAdder());
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    // The first event would wake the flight recorder, which takes long while a program starts.
    if (!FlightRecorder.isInitialized()) {
      return place(request);
    }
    OrderPlacedEvent flight = new OrderPlacedEvent();
    flight.begin();
    OrderResult result = place(request);
    if (flight.shouldCommit()) {
      flight.fill(request, result);
      flight.commit();
    }
    return result;
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return door.cancelOrder(account, orderId);
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    return door.amendOrder(account, orderId, amendment);
  }

  /// Takes their one answer as long as another's, and counts each of them.
  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    long start = System.nanoTime();
    LinkedResult result = door.placeLinked(orders);
    times.recordValue(Math.clamp(System.nanoTime() - start, 0, LONGEST_NANOS));
    int asked = orders.orders().size();
    switch (result) {
      case LinkedResult.Accepted _ -> accepted.add(asked);
      case LinkedResult.Rejected(int _, Refusal refusal) ->
          refused[refusal.reason().ordinal()].add(asked);
    }
    return result;
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    return door.cancelOrders(scope);
  }

  /// {@return orders that were accepted so far}
  long accepted() {
    return accepted.sum();
  }

  /// {@return how many orders were refused at the door so far, by code; codes that did not occur
  /// are absent}
  Map<String, Long> refused() {
    Map<String, Long> counts = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      long count = refused[reason.ordinal()].sum();
      if (count > 0) {
        counts.put(reason.name(), count);
      }
    }
    return counts;
  }

  /// {@return how long answers took so far}
  synchronized Metrics.Latency latency() {
    // A copy is consistent in itself while others record.
    times.copyInto(total);
    if (total.getTotalCount() == 0) {
      return Metrics.Latency.NONE;
    }
    return new Metrics.Latency(
        total.getTotalCount(),
        total.getMinValue(),
        total.getValueAtPercentile(MEDIAN),
        total.getValueAtPercentile(P99),
        total.getValueAtPercentile(P999),
        total.getMaxValue());
  }

  private OrderResult place(OrderRequest request) {
    long start = System.nanoTime();
    OrderResult result = door.placeOrder(request);
    times.recordValue(Math.clamp(System.nanoTime() - start, 0, LONGEST_NANOS));
    count(result);
    return result;
  }

  private void count(OrderResult result) {
    switch (result) {
      case OrderResult.Accepted _ -> accepted.increment();
      case OrderResult.Rejected(Refusal refusal) -> refused[refusal.reason().ordinal()].increment();
    }
  }
}
