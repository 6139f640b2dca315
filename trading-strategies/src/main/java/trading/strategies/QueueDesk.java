package trading.strategies;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.Signal;
import trading.api.spi.Desk;

/// The desk of one strategy: queues what it asks for, and works only while it is called back.
final class QueueDesk implements Desk {
  static final int MAX_QUEUED = 10_000;

  private final Member member;
  private final AccountReader reader;
  private final ArrayDeque<Task> queue = new ArrayDeque<>();
  private final long firstClientOrderId;
  private @Nullable Thread user;
  private long nowNanos;
  private long lastClientOrderId;
  private volatile boolean closedForGood;

  QueueDesk(Member member, AccountReader reader) {
    this.member = member;
    this.reader = reader;
    lastClientOrderId = member.lastClientOrderId();
    firstClientOrderId = lastClientOrderId + 1;
  }

  /// Lets the current thread use the desk, until [#close].
  ///
  /// @param atNanos the time of what the strategy is shown
  void open(long atNanos) {
    user = Thread.currentThread();
    nowNanos = atNanos;
  }

  void close() {
    user = null;
  }

  /// Takes nothing more from the strategy; any thread may say so.
  void closeForGood() {
    closedForGood = true;
  }

  void clear() {
    queue.clear();
  }

  void enqueue(Task task) {
    queue.add(task);
  }

  @Nullable Task poll() {
    return queue.poll();
  }

  int queued() {
    return queue.size();
  }

  @Override
  public String account() {
    requireOpen("account");
    return member.account();
  }

  @Override
  public long nowNanos() {
    requireOpen("nowNanos");
    return nowNanos;
  }

  @Override
  public long submit(OrderRequest request) {
    requireOpen("submit");
    requireOwn(request);
    requireRoom();
    enqueue(new Task.Place(numbered(request)));
    return lastClientOrderId;
  }

  @Override
  public List<Long> submit(LinkedOrders orders) {
    requireOpen("submit");
    orders.orders().forEach(this::requireOwn);
    requireRoom();
    LinkedOrders numbered = numbered(orders);
    enqueue(new Task.PlaceLinked(numbered));
    return numbered.orders().stream().map(OrderRequest::clientOrderId).toList();
  }

  @Override
  public void amend(long clientOrderId, Amendment amendment) {
    requireOpen("amend");
    Objects.requireNonNull(amendment, "amendment");
    requireNumber(clientOrderId);
    requireRoom();
    enqueue(new Task.Amend(clientOrderId, amendment));
  }

  @Override
  public void cancel(long clientOrderId) {
    requireOpen("cancel");
    requireNumber(clientOrderId);
    requireRoom();
    enqueue(new Task.Cancel(clientOrderId));
  }

  @Override
  public void signal(Signal signal) {
    requireOpen("signal");
    member.signaled(nowNanos, signal);
  }

  @Override
  public long netLots(Instrument instrument) {
    requireOpen("netLots");
    return reader.netLots(member.account(), instrument.symbol());
  }

  @Override
  public long cashMicros(String currency) {
    requireOpen("cashMicros");
    return reader.cashMicros(member.account(), currency);
  }

  private OrderRequest numbered(OrderRequest request) {
    lastClientOrderId = member.nextClientOrderId();
    return request.withClientOrderId(lastClientOrderId);
  }

  private LinkedOrders numbered(LinkedOrders orders) {
    return switch (orders) {
      case LinkedOrders.OneCancelsOther(OrderRequest first, OrderRequest second) ->
          new LinkedOrders.OneCancelsOther(numbered(first), numbered(second));
      case LinkedOrders.OneTriggersOthers(OrderRequest entry, List<OrderRequest> then) ->
          new LinkedOrders.OneTriggersOthers(
              numbered(entry), then.stream().map(this::numbered).toList());
      case LinkedOrders.Bracket(OrderRequest entry, OrderRequest stop, OrderRequest target) ->
          new LinkedOrders.Bracket(numbered(entry), numbered(stop), numbered(target));
    };
  }

  private void requireOwn(OrderRequest request) {
    if (!request.account().equals(member.account())) {
      throw new IllegalStateException(
          "strategy "
              + member.id()
              + " trades account "
              + member.account()
              + ", not "
              + request.account());
    }
  }

  private void requireNumber(long clientOrderId) {
    if (clientOrderId < firstClientOrderId || clientOrderId > lastClientOrderId) {
      throw new IllegalArgumentException(
          "client order id of strategy "
              + member.id()
              + " must be "
              + firstClientOrderId
              + ".."
              + lastClientOrderId
              + ", was "
              + clientOrderId);
    }
  }

  private void requireOpen(String method) {
    if (closedForGood || !Thread.currentThread().equals(user)) {
      throw new IllegalStateException(
          "the desk of strategy " + member.id() + " is valid only inside its callbacks: " + method);
    }
  }

  private void requireRoom() {
    if (queue.size() >= MAX_QUEUED) {
      throw new IllegalStateException(
          "strategy "
              + member.id()
              + " may queue at most "
              + MAX_QUEUED
              + " orders, amendments and cancels");
    }
  }
}
