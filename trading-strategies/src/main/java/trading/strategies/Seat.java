package trading.strategies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;
import trading.strategies.StrategyStatus.State;

/// One instance of a strategy in a host: its desk, its living orders, and whether it still runs.
///
/// The host's thread alone calls it, except for [#status], [#end], [#hasEnded] and
/// [#cancelOpenOrders], which any thread may call. It ends once, for good.
final class Seat implements Attached {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);
  private static final int MAX_ORDERS_PER_DRAIN = 10_000;

  private final Member member;
  private final Strategy strategy;
  private final QueueDesk desk;
  private final CallbackWatch watch;

  /// The engine's number by client order id. Who removes an order's number has it canceled.
  private final Map<Long, Long> liveOrders = new ConcurrentSkipListMap<>();

  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private long ordersThisDrain;
  private long awaitedOrderId;

  Seat(Member member, Strategy strategy, AccountReader reader, CallbackWatch watch) {
    this.member = member;
    this.strategy = strategy;
    this.watch = watch;
    this.desk = new QueueDesk(member, reader);
  }

  @Override
  public Member member() {
    return member;
  }

  Strategy strategy() {
    return strategy;
  }

  String id() {
    return member.id();
  }

  String account() {
    return member.account();
  }

  /// {@return how it stands}
  StrategyStatus status() {
    Optional<End> ended = ended();
    return member.status(ended, member.activity(0), StrategyStatus.Backlog.NONE);
  }

  Optional<End> ended() {
    return Optional.ofNullable(end.get());
  }

  boolean hasEnded() {
    return end.get() != null;
  }

  /// Ends it: no callback begins and no order is placed any more.
  ///
  /// @return false when it had ended before, which then stands
  boolean end(End newEnd) {
    if (!end.compareAndSet(null, newEnd)) {
      return false;
    }
    desk.closeForGood();
    if (newEnd.state() == State.STOPPED) {
      LOG.error(
          "strategy {} of account {} was stopped: {}",
          id(),
          account(),
          newEnd.reason(),
          newEnd.cause().orElse(null));
    }
    return true;
  }

  /// Has ended from the start, as its predecessor has.
  void endLike(Seat former) {
    end.set(former.end.get());
    desk.closeForGood();
  }

  // Quotes and bars are shown without a lambda: a backtest shows millions.

  void showQuote(QuoteView quote) {
    if (hasEnded()) {
      return;
    }
    enter("onQuote", quote.atNanos());
    try {
      strategy.onQuote(quote, desk);
    } catch (Throwable thrown) {
      failed("onQuote", thrown);
    } finally {
      leave();
    }
  }

  void showBar(BarView bar) {
    if (hasEnded()) {
      return;
    }
    enter("onBar", bar.endNanos());
    try {
      strategy.onBar(bar, desk);
    } catch (Throwable thrown) {
      failed("onBar", thrown);
    } finally {
      leave();
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
      member.refused();
    }
    show("onOrder", atNanos, () -> strategy.onOrder(order, desk));
  }

  void refused(OrderRequest request, Refusal refusal, long atNanos) {
    member.refused();
    show("onRefused", atNanos, () -> strategy.onRefused(request, refusal, desk));
  }

  /// Shows that an order of ours stays as it is.
  void changeRefused(Order order, Refusal refusal, long atNanos) {
    show("onChangeRefused", atNanos, () -> strategy.onChangeRefused(order, refusal, desk));
  }

  private void show(String callback, long atNanos, Runnable shown) {
    if (hasEnded()) {
      return;
    }
    enter(callback, atNanos);
    try {
      shown.run();
    } catch (Throwable thrown) {
      failed(callback, thrown);
    } finally {
      leave();
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

  /// {@return whether some more orders may go to the door; else the strategy has ended}
  boolean beginPlacing(int orders) {
    if (!mayAsk(orders, "placed")) {
      return false;
    }
    for (int i = 0; i < orders; i++) {
      member.ordered();
    }
    return true;
  }

  /// {@return whether one more change of an order may go to the door; else the strategy has ended}
  boolean beginAmending() {
    return mayAsk(1, "placed or amended");
  }

  private boolean mayAsk(int orders, String what) {
    if (hasEnded()) {
      return false;
    }
    if (ordersThisDrain + orders > MAX_ORDERS_PER_DRAIN) {
      stop(
          End.stopped(
              "it " + what + " more than " + MAX_ORDERS_PER_DRAIN + " orders within one drain"));
      return false;
    }
    ordersThisDrain += orders;
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

  /// Cancels an order that was accepted after the strategy had ended, unless its orders are kept.
  void cancelLate(Order order, OrderEntry door) {
    boolean cancels = ended().filter(each -> each.openOrders() == OpenOrders.CANCEL).isPresent();
    if (cancels
        && !order.status().isTerminal()
        && liveOrders.remove(order.clientOrderId(), order.id())) {
      cancel(order.clientOrderId(), order.id(), door);
    }
  }

  /// Cancels every order that is still alive; one that cannot be canceled is logged.
  ///
  /// What the door throws goes to the caller, and leaves the rest to the next call.
  void cancelOpenOrders(OrderEntry door) {
    for (Long clientOrderId : List.copyOf(liveOrders.keySet())) {
      Long orderId = liveOrders.remove(clientOrderId);
      if (orderId != null) {
        cancel(clientOrderId, orderId, door);
      }
    }
  }

  /// Cancels every order that is still alive; when the door throws, that is logged.
  void cancelOpenOrdersOrWarn(OrderEntry door) {
    try {
      cancelOpenOrders(door);
    } catch (RuntimeException e) {
      LOG.warn("open orders of strategy {} stay: {}", id(), e.toString());
    }
  }

  private void cancel(Long clientOrderId, Long orderId, OrderEntry door) {
    OrderResult result;
    try {
      result = door.cancelOrder(account(), orderId);
    } catch (RuntimeException e) {
      liveOrders.put(clientOrderId, orderId);
      throw e;
    }
    if (result instanceof OrderResult.Rejected(Refusal refusal)
        && refusal.reason() != Reason.TOO_LATE_TO_CANCEL) {
      LOG.warn("order {} of strategy {} stays: {}", orderId, id(), refusal.sentence());
    }
  }

  private void enter(String callback, long atNanos) {
    desk.open(atNanos);
    watch.enter(callback);
  }

  private void leave() {
    desk.close();
    watch.leave();
  }

  private void failed(String callback, Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
    stop(End.stopped(callback + " threw " + thrown, thrown));
  }

  private void stop(End newEnd) {
    if (end(newEnd)) {
      desk.clear();
      liveOrders.keySet().forEach(clientOrderId -> desk.enqueue(new Task.Cancel(clientOrderId)));
    }
  }
}
