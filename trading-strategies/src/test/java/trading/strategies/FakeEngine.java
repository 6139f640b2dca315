package trading.strategies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.api.spi.EventListener;

/// A door with the engine's manners and no book: MARKET waits for a price, LIMIT for the test.
///
/// Events are published after the state has changed and before the call returns, on the caller's
/// thread, several threads at a time.
final class FakeEngine implements OrderEntry, AccountReader {
  final List<OrderRequest> placed = new CopyOnWriteArrayList<>();
  final List<String> amended = new CopyOnWriteArrayList<>();
  final List<String> canceled = new CopyOnWriteArrayList<>();

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final List<String> accounts = new ArrayList<>();
  private final Map<Long, Order> orders = new LinkedHashMap<>();
  private final Map<String, Long> netLots = new LinkedHashMap<>();
  private final Map<String, Long> cashMicros = new LinkedHashMap<>();
  private final ThreadLocal<RecordBuffer> events = ThreadLocal.withInitial(RecordBuffer::new);
  private final ThreadLocal<Boolean> publishing = ThreadLocal.withInitial(() -> false);
  private volatile EventListener listener = _ -> {};
  private Optional<Refusal> nextRefusal = Optional.empty();
  private final AtomicReference<RuntimeException> nextFailure = new AtomicReference<>();
  private boolean tradesAtOnce;
  private long lastPriceTicks;
  private long nowNanos = 1_000;
  private long seq;
  private long trades;

  FakeEngine(Instrument... listed) {
    for (Instrument instrument : listed) {
      instruments.put(instrument.symbol(), instrument);
    }
  }

  void listen(EventListener newListener) {
    listener = newListener;
  }

  void openAccount(String account, long micros) {
    accounts.add(account);
    cashMicros.put(account, micros);
    int accountId = accounts.size();
    emit((number, atNanos) -> new Event.AccountOpened(number, atNanos, accountId, account));
    publish();
  }

  /// From now on MARKET orders trade at once at this price.
  void tradeAtOnce(long priceTicks) {
    tradesAtOnce = true;
    lastPriceTicks = priceTicks;
  }

  void refuseNext(Reason reason, String sentence) {
    nextRefusal = Optional.of(Refusal.of(reason, 0, 0, sentence));
  }

  /// The next order or cancel fails.
  void failNext(RuntimeException failure) {
    nextFailure.set(failure);
  }

  /// A bar opens: waiting orders in the instrument trade at its open.
  void open(Instrument instrument, long priceTicks) {
    nowNanos++;
    for (Order order : List.copyOf(orders.values())) {
      if (order.status() == OrderStatus.PENDING_NEW && order.instrument().equals(instrument)) {
        trade(order.id(), sized(order, priceTicks), priceTicks);
      }
    }
    publish();
  }

  /// A waiting order is refused when it meets the market.
  void rejectWaiting(long orderId, Reason reason) {
    Order order = orders.get(orderId);
    orders.put(orderId, FakeOrders.ended(order, OrderStatus.REJECTED, reason, nowNanos));
    emit(FakeEvents.rejected(order, accountId(order), reason));
    publish();
  }

  void fill(long orderId, long lots, long priceTicks) {
    synchronized (this) {
      nowNanos++;
      trade(orderId, lots, priceTicks);
    }
    publish();
  }

  synchronized long tradeCount() {
    return trades;
  }

  synchronized long lastOrderId() {
    return orders.size();
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    requireOutside();
    OrderResult result = place(request);
    publish();
    return result;
  }

  private synchronized OrderResult place(OrderRequest request) {
    nowNanos++;
    placed.add(request);
    return nextRefusal.isPresent()
        ? new OrderResult.Rejected(refuse(request))
        : new OrderResult.Accepted(accept(request, 0, 0));
  }

  private Order accept(OrderRequest request, long entryId, long siblingId) {
    long id = orders.size() + 1L;
    boolean waits = request.type() == OrderType.MARKET && !tradesAtOnce;
    OrderStatus status =
        entryId > 0 ? OrderStatus.SUSPENDED : waits ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    orders.put(
        id,
        FakeOrders.accepted(
            id, instruments.get(request.symbol()), request, status, entryId, siblingId, nowNanos));
    emit(FakeEvents.accepted(orders.get(id), accountId(orders.get(id))));
    if (status == OrderStatus.NEW && request.type() == OrderType.MARKET) {
      trade(id, sized(orders.get(id), lastPriceTicks), lastPriceTicks);
    }
    return orders.get(id);
  }

  /// Links by ids alone: an order that depends on another waits until [#activate], and ends with
  /// it.
  @Override
  public LinkedResult placeLinked(LinkedOrders linked) {
    requireOutside();
    LinkedResult result = placeAll(linked);
    publish();
    return result;
  }

  private synchronized LinkedResult placeAll(LinkedOrders linked) {
    nowNanos++;
    List<OrderRequest> requests = linked.orders();
    placed.addAll(requests);
    if (nextRefusal.isPresent()) {
      return new LinkedResult.Rejected(0, refuse(requests.getFirst()));
    }
    long first = orders.size() + 1L;
    List<Long> ids = LongStream.range(first, first + requests.size()).boxed().toList();
    switch (linked) {
      case LinkedOrders.OneCancelsOther(OrderRequest one, OrderRequest other) -> {
        accept(one, 0, first + 1);
        accept(other, 0, first);
      }
      case LinkedOrders.OneTriggersOthers(OrderRequest entry, List<OrderRequest> then) -> {
        accept(entry, 0, 0);
        then.forEach(each -> accept(each, first, 0));
      }
      case LinkedOrders.Bracket(OrderRequest entry, OrderRequest stop, OrderRequest target) -> {
        accept(entry, 0, 0);
        accept(stop, first, first + 2);
        accept(target, first, first + 1);
      }
    }
    return new LinkedResult.Accepted(ids.stream().map(orders::get).toList());
  }

  /// An order that was held back comes on the market.
  void activate(long orderId) {
    synchronized (this) {
      nowNanos++;
      Order order = orders.get(orderId);
      orders.put(orderId, FakeOrders.changed(order, OrderStatus.NEW, 0, 0, nowNanos));
      emit(FakeEvents.activated(order, accountId(order)));
    }
    publish();
  }

  /// The price of a waiting order is met; it then rests.
  void trigger(long orderId, long priceTicks) {
    synchronized (this) {
      nowNanos++;
      Order order = orders.get(orderId);
      emit(FakeEvents.triggered(order, accountId(order), priceTicks));
    }
    publish();
  }

  /// A trailing stop follows the price.
  void moveStop(long orderId, long stopTicks) {
    synchronized (this) {
      nowNanos++;
      Order order = orders.get(orderId);
      orders.put(orderId, FakeOrders.amended(order, new Amendment(0, 0, stopTicks), nowNanos));
      emit(FakeEvents.stopMoved(order, accountId(order), stopTicks));
    }
    publish();
  }

  /// An order loses lots without a trade.
  void reduce(long orderId, long lots) {
    synchronized (this) {
      nowNanos++;
      Order order = orders.get(orderId);
      orders.put(orderId, FakeOrders.amended(order, Amendment.lots(order.lots() - lots), nowNanos));
      emit(FakeEvents.reduced(order, accountId(order), lots));
    }
    publish();
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    requireOutside();
    OrderResult result = amend(account, orderId, amendment);
    publish();
    return result;
  }

  private synchronized OrderResult amend(String account, long orderId, Amendment amendment) {
    nowNanos++;
    amended.add(account + " " + orderId);
    Order order = orders.get(orderId);
    Optional<Refusal> refusal = takeRefusal();
    if (refusal.isPresent() || order.status().isTerminal()) {
      return new OrderResult.Rejected(
          refusal.orElseGet(() ->
              Refusal.of(Reason.TOO_LATE_TO_AMEND, 0, orderId, "order " + orderId + " has ended")));
    }
    Order changed = FakeOrders.amended(order, amendment, nowNanos);
    orders.put(orderId, changed);
    emit(FakeEvents.amended(changed, accountId(order)));
    return new OrderResult.Accepted(changed);
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    requireOutside();
    int count = cancelAll(scope);
    publish();
    return count;
  }

  private synchronized int cancelAll(CancelScope scope) {
    nowNanos++;
    int count = 0;
    for (Order order : List.copyOf(orders.values())) {
      boolean open = !orders.get(order.id()).status().isTerminal();
      if (open && FakeOrders.isIn(scope, order)) {
        count += end(order, Reason.CANCELED_BY_USER);
      }
    }
    return count;
  }

  /// {@return how many orders ended, those included that depend on this one}
  private int end(Order order, Reason reason) {
    orders.put(order.id(), FakeOrders.ended(order, OrderStatus.CANCELED, reason, nowNanos));
    emit(FakeEvents.canceled(order, accountId(order), reason));
    int count = 1;
    for (Order other : List.copyOf(orders.values())) {
      if (other.entryId() == order.id() && other.status() == OrderStatus.SUSPENDED) {
        count += end(other, Reason.LINKED_ORDER);
      }
    }
    return count;
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    requireOutside();
    OrderResult result = cancel(account, orderId);
    publish();
    return result;
  }

  private synchronized OrderResult cancel(String account, long orderId) {
    nowNanos++;
    canceled.add(account + " " + orderId);
    Optional<Refusal> refusal = takeRefusal();
    if (refusal.isPresent()) {
      return new OrderResult.Rejected(refusal.get());
    }
    Order order = orders.get(orderId);
    if (order.status().isTerminal()) {
      return new OrderResult.Rejected(
          Refusal.of(Reason.TOO_LATE_TO_CANCEL, 0, orderId, "order " + orderId + " has ended"));
    }
    end(order, Reason.CANCELED_BY_USER);
    return new OrderResult.Accepted(orders.get(orderId));
  }

  @Override
  public synchronized long netLots(String account, String symbol) {
    return netLots.getOrDefault(account + "/" + symbol, 0L);
  }

  @Override
  public synchronized long cashMicros(String account, String currency) {
    return cashMicros.getOrDefault(account, 0L);
  }

  @Override
  public synchronized Optional<Order> order(long orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  private Optional<Refusal> takeRefusal() {
    Optional<Refusal> refusal = nextRefusal;
    nextRefusal = Optional.empty();
    return refusal;
  }

  private Refusal refuse(OrderRequest request) {
    Refusal refusal = takeRefusal().orElseThrow();
    emit(FakeEvents.refused(request, accountId(request.account()), refusal));
    return refusal;
  }

  private void trade(long orderId, long lots, long priceTicks) {
    Order order = orders.get(orderId);
    Instrument instrument = order.instrument();
    long notional = instrument.notionalMicros(priceTicks, lots);
    long remaining = order.sizing() == Sizing.ALL_IN ? 0 : order.remainingLots() - lots;
    OrderStatus status = remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    orders.put(orderId, FakeOrders.changed(order, status, lots, notional, nowNanos));
    int sign = order.side().sign();
    netLots.merge(order.account() + "/" + instrument.symbol(), sign * lots, Long::sum);
    cashMicros.merge(order.account(), -sign * notional, Long::sum);
    trades++;
    emit(FakeEvents.filled(order, accountId(order), trades, priceTicks, lots, remaining));
  }

  private long sized(Order order, long priceTicks) {
    if (order.sizing() == Sizing.LOTS) {
      return order.lots();
    }
    String symbol = order.instrument().symbol();
    long held = netLots(order.account(), symbol);
    long cash =
        cashMicros(order.account(), "") + order.instrument().notionalMicros(priceTicks, held);
    long target = cash / order.instrument().notionalMicros(priceTicks, 1) * order.side().sign();
    return Math.abs(target - held);
  }

  private int accountId(Order order) {
    return accountId(order.account());
  }

  private int accountId(String account) {
    return accounts.indexOf(account) + 1;
  }

  private void requireOutside() {
    RuntimeException failure = nextFailure.getAndSet(null);
    if (failure != null) {
      throw failure;
    }
    if (publishing.get()) {
      throw new IllegalStateException("CALLED_FROM_CALLBACK");
    }
  }

  private void emit(FakeEvents.Unnumbered event) {
    EventCodec.encode(event.at(++seq, nowNanos), events.get());
  }

  private void publish() {
    RecordBuffer told = events.get();
    publishing.set(true);
    try {
      EventCursor cursor = new EventCursor().wrap(told.array(), 0, told.size());
      while (cursor.next()) {
        listener.onEvent(cursor);
      }
    } finally {
      publishing.set(false);
      told.clear();
    }
  }
}
