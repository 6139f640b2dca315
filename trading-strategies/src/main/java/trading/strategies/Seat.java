package trading.strategies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Refusal;
import trading.api.Signal;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;

/// One strategy in the host: its desk, its living orders, and whether it still runs.
///
/// The host's thread alone calls it, except for [#status].
final class Seat {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);
  private static final int MAX_ORDERS_PER_DRAIN = 10_000;

  private final String id;
  private final String account;
  private final Strategy strategy;
  private final QueueDesk desk;
  private final Consumer<Signal> signalListener;
  private final Map<Long, Long> liveOrders = new LinkedHashMap<>();
  private long ordersThisDrain;
  private long awaitedOrderId;

  // Written by the host's thread alone, read by whoever reports.
  private volatile long ordersSubmitted;
  private volatile long refusals;
  private volatile Signaled signaled = new Signaled(0, Optional.empty());
  private volatile @Nullable Stop stop;

  /// Why it runs no more.
  private record Stop(String reason, Optional<Throwable> cause) {}

  /// What it has signaled so far: one value, so that a report shows both parts of one moment.
  private record Signaled(long count, Optional<Signal> last) {}

  Seat(
      String id,
      String account,
      Strategy strategy,
      AccountReader reader,
      Consumer<Signal> signalListener) {
    this.id = id;
    this.account = account;
    this.strategy = strategy;
    this.signalListener = signalListener;
    this.desk = new QueueDesk(id, account, reader, this::signaled);
  }

  String id() {
    return id;
  }

  String account() {
    return account;
  }

  /// {@return how it stands, for any thread}
  StrategyStatus status() {
    // Read in this order, a report never shows more refusals than orders.
    long refusalsSoFar = refusals;
    long submittedSoFar = ordersSubmitted;
    Signaled signaledSoFar = signaled;
    Stop end = stop;
    return new StrategyStatus(
        id,
        account,
        end == null ? StrategyStatus.State.RUNNING : StrategyStatus.State.STOPPED,
        submittedSoFar,
        refusalsSoFar,
        signaledSoFar.count(),
        signaledSoFar.last(),
        end == null ? "" : end.reason(),
        end == null ? Optional.empty() : end.cause());
  }

  void showQuote(QuoteView quote) {
    if (isStopped()) {
      return;
    }
    desk.open(quote.atNanos());
    try {
      strategy.onQuote(quote, desk);
    } catch (Throwable thrown) {
      failed("onQuote", thrown);
    } finally {
      desk.close();
    }
  }

  void showBar(BarView bar) {
    if (isStopped()) {
      return;
    }
    desk.open(bar.endNanos());
    try {
      strategy.onBar(bar, desk);
    } catch (Throwable thrown) {
      failed("onBar", thrown);
    } finally {
      desk.close();
    }
  }

  /// Takes an order of the seat's account as it stands; others' orders are none of its business.
  ///
  /// An order that was seen in its final state is not ours any more: that state is shown once.
  void orderChanged(Order order, long atNanos) {
    Long known = liveOrders.get(order.clientOrderId());
    if (known == null || known != order.id()) {
      return;
    }
    if (order.id() == awaitedOrderId) {
      awaitedOrderId = 0;
    }
    if (order.status().isTerminal()) {
      liveOrders.remove(order.clientOrderId());
    }
    if (order.status() == OrderStatus.REJECTED) {
      refusals++;
    }
    if (!isStopped()) {
      showOrder(order, atNanos);
    }
  }

  private void showOrder(Order order, long atNanos) {
    desk.open(atNanos);
    try {
      strategy.onOrder(order, desk);
    } catch (Throwable thrown) {
      failed("onOrder", thrown);
    } finally {
      desk.close();
    }
  }

  void refused(OrderRequest request, Refusal refusal, long atNanos) {
    refusals++;
    if (isStopped()) {
      return;
    }
    desk.open(atNanos);
    try {
      strategy.onRefused(request, refusal, desk);
    } catch (Throwable thrown) {
      failed("onRefused", thrown);
    } finally {
      desk.close();
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

  /// {@return whether one more order may go to the door; else the strategy was stopped}
  boolean beginPlacing() {
    if (ordersThisDrain == MAX_ORDERS_PER_DRAIN) {
      stop("it placed more than " + MAX_ORDERS_PER_DRAIN + " orders within one drain", null);
      return false;
    }
    ordersThisDrain++;
    ordersSubmitted++;
    return true;
  }

  /// Takes note that an order of ours was accepted; its events are yet to be read.
  void accepted(Order order) {
    liveOrders.put(order.clientOrderId(), order.id());
    awaitedOrderId = order.id();
  }

  /// {@return whether no event was read of the order that was accepted last}
  boolean isAwaitingEvents() {
    return awaitedOrderId != 0;
  }

  /// {@return the engine's number of an order that is still alive}
  OptionalLong liveOrder(long clientOrderId) {
    Long orderId = liveOrders.get(clientOrderId);
    return orderId == null ? OptionalLong.empty() : OptionalLong.of(orderId);
  }

  private void signaled(Signal signal) {
    signaled = new Signaled(signaled.count() + 1, Optional.of(signal));
    signalListener.accept(signal);
  }

  private boolean isStopped() {
    return stop != null;
  }

  private void failed(String callback, Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
    stop(callback + " threw " + thrown, thrown);
  }

  private void stop(String reason, @Nullable Throwable cause) {
    stop = new Stop(reason, Optional.ofNullable(cause));
    desk.closeForGood();
    liveOrders.keySet().forEach(clientOrderId -> desk.enqueue(new Task.Cancel(clientOrderId)));
    LOG.error("strategy {} of account {} was stopped: {}", id, account, reason, cause);
  }
}
