package trading.strategies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import trading.api.AccountReader;
import trading.api.Instrument;
import trading.api.Liquidity;
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
  final List<OrderRequest> placed = Collections.synchronizedList(new ArrayList<>());
  final List<String> canceled = Collections.synchronizedList(new ArrayList<>());

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
    emit(number -> new Event.AccountOpened(number, nowNanos, accountId, account));
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
    orders.put(orderId, changed(order, OrderStatus.REJECTED, 0, 0, Optional.of(reason)));
    emit(number ->
        new Event.OrderRejected(
            number,
            nowNanos,
            orderId,
            accountId(order.account()),
            1,
            order.side(),
            order.lots(),
            order.clientOrderId(),
            reason,
            0,
            0,
            "",
            "refused at the open"));
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
    if (nextRefusal.isPresent()) {
      return refuse(request);
    }
    long id = orders.size() + 1L;
    boolean waits = request.type() == OrderType.MARKET && !tradesAtOnce;
    OrderStatus status = waits ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    orders.put(id, accepted(id, request, status));
    emit(number ->
        new Event.OrderAccepted(
            number,
            nowNanos,
            id,
            accountId(request.account()),
            1,
            request.side(),
            request.type(),
            request.timeInForce(),
            request.sizing(),
            status,
            request.lots(),
            request.limitTicks(),
            request.clientOrderId()));
    if (request.type() == OrderType.MARKET && tradesAtOnce) {
      trade(id, sized(orders.get(id), lastPriceTicks), lastPriceTicks);
    }
    return new OrderResult.Accepted(orders.get(id));
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
    if (nextRefusal.isPresent()) {
      Refusal refusal = nextRefusal.get();
      nextRefusal = Optional.empty();
      return new OrderResult.Rejected(refusal);
    }
    Order order = orders.get(orderId);
    if (order.status().isTerminal()) {
      return new OrderResult.Rejected(
          Refusal.of(Reason.TOO_LATE_TO_CANCEL, 0, orderId, "order " + orderId + " has ended"));
    }
    Reason reason = Reason.CANCELED_BY_USER;
    orders.put(orderId, changed(order, OrderStatus.CANCELED, 0, 0, Optional.of(reason)));
    emit(number ->
        new Event.OrderCanceled(
            number,
            nowNanos,
            orderId,
            accountId(account),
            1,
            order.side(),
            order.remainingLots(),
            reason));
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

  private OrderResult refuse(OrderRequest request) {
    Refusal refusal = nextRefusal.orElseThrow();
    nextRefusal = Optional.empty();
    emit(number ->
        new Event.OrderRejected(
            number,
            nowNanos,
            0,
            accountId(request.account()),
            1,
            request.side(),
            request.lots(),
            request.clientOrderId(),
            refusal.reason(),
            0,
            0,
            "",
            refusal.sentence()));
    return new OrderResult.Rejected(refusal);
  }

  private void trade(long orderId, long lots, long priceTicks) {
    Order order = orders.get(orderId);
    Instrument instrument = order.instrument();
    long notional = instrument.notionalMicros(priceTicks, lots);
    long remaining = order.sizing() == Sizing.ALL_IN ? 0 : order.remainingLots() - lots;
    OrderStatus status = remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    orders.put(orderId, changed(order, status, lots, notional, Optional.empty()));
    int sign = order.side().sign();
    netLots.merge(order.account() + "/" + instrument.symbol(), sign * lots, Long::sum);
    cashMicros.merge(order.account(), -sign * notional, Long::sum);
    trades++;
    emit(number ->
        new Event.OrderFilled(
            number,
            nowNanos,
            orderId,
            trades,
            accountId(order.account()),
            1,
            order.side(),
            priceTicks,
            lots,
            remaining,
            0,
            Liquidity.TAKER));
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

  private Order accepted(long id, OrderRequest request, OrderStatus status) {
    return new Order(
        id,
        request.account(),
        instruments.get(request.symbol()),
        request.side(),
        request.type(),
        request.timeInForce(),
        request.sizing(),
        status,
        request.lots(),
        0,
        0,
        0,
        request.limitTicks(),
        request.clientOrderId(),
        nowNanos,
        nowNanos,
        Optional.empty());
  }

  private Order changed(
      Order order, OrderStatus status, long lots, long micros, Optional<Reason> reason) {
    return new Order(
        order.id(),
        order.account(),
        order.instrument(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.sizing(),
        status,
        order.sizing() == Sizing.ALL_IN ? lots : order.lots(),
        order.filledLots() + lots,
        order.filledMicros() + micros,
        0,
        order.limitTicks(),
        order.clientOrderId(),
        order.createdNanos(),
        nowNanos,
        reason);
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

  private void emit(LongFunction<Event> event) {
    EventCodec.encode(event.apply(++seq), events.get());
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
