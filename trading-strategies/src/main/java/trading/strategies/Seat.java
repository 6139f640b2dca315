package trading.strategies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Refusal;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;

/// One strategy in the host: its desk, its living orders, and whether it still runs.
final class Seat {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);
  private static final int MAX_ORDERS_PER_DRAIN = 10_000;

  private final String id;
  private final String account;
  private final Strategy strategy;
  private final QueueDesk desk;
  private final Map<Long, Long> liveOrders = new LinkedHashMap<>();
  private long placingClientId;
  private long ordersSubmitted;
  private long ordersThisDrain;
  private long refusals;
  private String stopReason = "";
  private @Nullable Throwable cause;
  private boolean stopped;
  private boolean toReport;

  Seat(String id, String account, Strategy strategy, AccountReader reader) {
    this.id = id;
    this.account = account;
    this.strategy = strategy;
    this.desk = new QueueDesk(id, account, reader);
  }

  String id() {
    return id;
  }

  String account() {
    return account;
  }

  StrategyStatus status() {
    StrategyStatus.State state =
        stopped ? StrategyStatus.State.STOPPED : StrategyStatus.State.RUNNING;
    return new StrategyStatus(
        id, account, state, ordersSubmitted, refusals, stopReason, Optional.ofNullable(cause));
  }

  void showQuote(QuoteView quote) {
    if (stopped) {
      return;
    }
    Thread before = desk.open(quote.atNanos());
    try {
      strategy.onQuote(quote, desk);
    } catch (Throwable thrown) {
      failed("onQuote", thrown);
    } finally {
      desk.close(before);
    }
  }

  void showBar(BarView bar) {
    if (stopped) {
      return;
    }
    Thread before = desk.open(bar.endNanos());
    try {
      strategy.onBar(bar, desk);
    } catch (Throwable thrown) {
      failed("onBar", thrown);
    } finally {
      desk.close(before);
    }
  }

  /// Takes an order of the seat's account as it stands; others' orders are none of its business.
  void orderChanged(Order order, long atNanos) {
    if (!isOurs(order)) {
      return;
    }
    if (order.status().isTerminal()) {
      liveOrders.remove(order.clientOrderId());
    } else {
      liveOrders.put(order.clientOrderId(), order.id());
    }
    if (order.status() == OrderStatus.REJECTED) {
      refusals++;
    }
    if (!stopped) {
      showOrder(order, atNanos);
    }
  }

  /// An order that was seen in its final state is not ours any more: that state is shown once.
  private boolean isOurs(Order order) {
    if (order.clientOrderId() == placingClientId) {
      placingClientId = 0;
      return order.clientOrderId() != 0;
    }
    Long known = liveOrders.get(order.clientOrderId());
    return known != null && known == order.id();
  }

  private void showOrder(Order order, long atNanos) {
    Thread before = desk.open(atNanos);
    try {
      strategy.onOrder(order, desk);
    } catch (Throwable thrown) {
      failed("onOrder", thrown);
    } finally {
      desk.close(before);
    }
  }

  void refused(OrderRequest request, Refusal refusal, long atNanos) {
    refusals++;
    if (stopped) {
      return;
    }
    Thread before = desk.open(atNanos);
    try {
      strategy.onRefused(request, refusal, desk);
    } catch (Throwable thrown) {
      failed("onRefused", thrown);
    } finally {
      desk.close(before);
    }
  }

  void beginDrain() {
    ordersThisDrain = 0;
  }

  int queued() {
    return desk.queued();
  }

  @Nullable Task poll() {
    return desk.poll();
  }

  /// {@return whether the order may go to the door; else the strategy was stopped}
  boolean beginPlacing(OrderRequest request) {
    if (ordersThisDrain == MAX_ORDERS_PER_DRAIN) {
      stop("it placed more than " + MAX_ORDERS_PER_DRAIN + " orders within one drain");
      return false;
    }
    ordersThisDrain++;
    ordersSubmitted++;
    placingClientId = request.clientOrderId();
    return true;
  }

  /// {@return whether the order's own events came in since [#beginPlacing]}
  boolean endPlacing() {
    boolean seen = placingClientId == 0;
    placingClientId = 0;
    return seen;
  }

  /// {@return the engine's number of an order that is still alive}
  OptionalLong liveOrder(long clientOrderId) {
    Long orderId = liveOrders.get(clientOrderId);
    return orderId == null ? OptionalLong.empty() : OptionalLong.of(orderId);
  }

  /// Logs why the strategy stopped, once, outside of the engine's callbacks.
  void report() {
    if (toReport) {
      toReport = false;
      LOG.error("strategy {} of account {} was stopped: {}", id, account, stopReason, cause);
    }
  }

  private void failed(String callback, Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
    if (!stopped) {
      cause = thrown;
      stop(callback + " threw " + thrown);
    }
  }

  private void stop(String reason) {
    stopped = true;
    toReport = true;
    stopReason = reason;
    desk.closeForGood();
    liveOrders.keySet().forEach(clientOrderId -> desk.enqueue(new Task.Cancel(clientOrderId)));
  }
}
