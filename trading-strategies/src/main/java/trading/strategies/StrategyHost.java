package trading.strategies;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.Signal;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.BarView;
import trading.api.spi.EventListener;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;

/// Runs strategies one after another on the caller's thread, on the time of what they are shown.
///
/// Register it as the engine's listener before accounts open. After a quote or bar has gone into
/// the engine, call [#drain], then hand the view to [#onQuote] or [#onBar]. What strategies order
/// meanwhile is queued, in the order of asking, and goes through the engine's door in rounds,
/// strategies in the order of attaching.
///
/// What becomes of orders waits in a mailbox until the host is called next, or has an answer of the
/// door: then a strategy is called back with its order as it stands, and sees a final state once. A
/// strategy that throws, or that orders more than 10,000 times within one drain, is stopped: it is
/// shown nothing more, its orders are canceled, the others go on.
///
/// One thread at a time; [#onEvent] and [#statuses] may be called from any thread at any time.
public final class StrategyHost implements FeedSink, EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);

  private final OrderEntry door;
  private final AccountReader reader;
  private final Consumer<Signal> signalListener;
  private final List<Seat> seats = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> accountIds = new ConcurrentHashMap<>();
  private final Map<Integer, Seat> seatOfAccount = new ConcurrentHashMap<>();
  private final Queue<Letter> mailbox = new ConcurrentLinkedQueue<>();
  private long nowNanos;
  private boolean busy;

  /// An order of a seat's account changed.
  private record Letter(Seat seat, long orderId, long atNanos) {}

  private StrategyHost(OrderEntry door, AccountReader reader, Consumer<Signal> signalListener) {
    this.door = door;
    this.reader = reader;
    this.signalListener = signalListener;
  }

  /// {@return a host without strategies, that runs them on the thread that calls it}
  ///
  /// @param door where their orders go
  /// @param reader where their accounts and orders are read
  public static StrategyHost inline(OrderEntry door, AccountReader reader) {
    return inline(door, reader, _ -> {});
  }

  /// {@return a host as [#inline(OrderEntry, AccountReader)], whose signals are heard}
  ///
  /// @param signalListener takes each signal inside the callback that gives it
  static StrategyHost inline(
      OrderEntry door, AccountReader reader, Consumer<Signal> signalListener) {
    return new StrategyHost(door, reader, signalListener);
  }

  /// Adds a strategy; it is shown what comes from now on.
  ///
  /// @param id its name in reports, unique in this host
  /// @param strategy the strategy
  /// @param account the account that it trades, its alone in this host
  /// @throws IllegalArgumentException when the id or the account is taken
  /// @throws IllegalStateException from inside a callback of a strategy
  public void attach(String id, Strategy strategy, String account) {
    requireIdle("attach");
    for (Seat seat : seats) {
      if (seat.id().equals(id)) {
        throw new IllegalArgumentException("strategy " + id + " is attached already");
      }
      if (seat.account().equals(account)) {
        throw new IllegalArgumentException(
            "account " + account + " is traded by strategy " + seat.id() + " already");
      }
    }
    Seat seat = new Seat(id, account, strategy, reader, signalListener);
    seats.add(seat);
    Integer accountId = accountIds.get(account);
    if (accountId != null) {
      seatOfAccount.put(accountId, seat);
    }
  }

  /// {@return how every strategy stands, in the order of attaching, for any thread}
  public List<StrategyStatus> statuses() {
    return seats.stream().map(Seat::status).toList();
  }

  /// Shows a quote to every running strategy, then drains.
  ///
  /// @param quote lent until the call returns
  /// @throws IllegalStateException as for [#drain]
  @Override
  public void onQuote(QuoteView quote) {
    begin("onQuote");
    try {
      readMail();
      nowNanos = quote.atNanos();
      for (int i = 0; i < seats.size(); i++) {
        seats.get(i).showQuote(quote);
      }
      drainQueues();
    } finally {
      busy = false;
    }
  }

  /// Shows a bar to every running strategy, then drains.
  ///
  /// @param bar lent until the call returns
  /// @throws IllegalStateException as for [#drain]
  @Override
  public void onBar(BarView bar) {
    begin("onBar");
    try {
      readMail();
      nowNanos = bar.endNanos();
      for (int i = 0; i < seats.size(); i++) {
        seats.get(i).showBar(bar);
      }
      drainQueues();
    } finally {
      busy = false;
    }
  }

  /// Tells strategies what became of their orders, then places what they queue, and what they queue
  /// on the answers, until nothing is left.
  ///
  /// @throws IllegalStateException from inside a callback of a strategy or of the engine; when the
  ///   engine has stopped; or when an order was accepted whose events did not reach this host
  public void drain() {
    begin("drain");
    try {
      readMail();
      drainQueues();
    } finally {
      busy = false;
    }
  }

  /// Takes note of what became of a strategy's order; the strategy is told when the host is called.
  ///
  /// Any thread, also inside callbacks of the engine; takes no lock.
  ///
  /// @param event lent until the call returns
  @Override
  public void onEvent(EventView event) {
    switch (event.type()) {
      case ACCOUNT_OPENED -> accountOpened(event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
      case ORDER_ACCEPTED, ORDER_ACTIVATED, ORDER_REJECTED, ORDER_FILLED, ORDER_CANCELED ->
          orderChanged(event.id(Field.ACCOUNT), event.value(Field.ORDER), event.atNanos());
      default -> {
        // Markets, money and refused cancels concern no strategy.
      }
    }
  }

  private void accountOpened(int accountId, String account) {
    accountIds.put(account, accountId);
    for (Seat seat : seats) {
      if (seat.account().equals(account)) {
        seatOfAccount.put(accountId, seat);
      }
    }
  }

  private void orderChanged(int accountId, long orderId, long atNanos) {
    Seat seat = seatOfAccount.get(accountId);
    if (seat != null && orderId != 0) {
      mailbox.add(new Letter(seat, orderId, atNanos));
    }
  }

  /// Reads what has arrived; what arrives meanwhile waits, so that no flood can hold the host here.
  private void readMail() {
    for (int unread = mailbox.size(); unread > 0; unread--) {
      Letter letter = mailbox.remove();
      long orderId = letter.orderId();
      Order order =
          reader
              .order(orderId)
              .orElseThrow(() -> new IllegalStateException("no order has the id " + orderId));
      nowNanos = letter.atNanos();
      letter.seat().orderChanged(order, nowNanos);
    }
  }

  private void drainQueues() {
    for (int i = 0; i < seats.size(); i++) {
      seats.get(i).beginDrain();
    }
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < seats.size(); i++) {
        more |= drainOnce(seats.get(i));
      }
    }
  }

  /// {@return whether something was queued}
  private boolean drainOnce(Seat seat) {
    int waiting = seat.queued();
    for (int i = 0; i < waiting; i++) {
      switch (seat.poll()) {
        case Task.Place(OrderRequest request) -> place(seat, request);
        case Task.Cancel(long clientOrderId) -> cancel(seat, clientOrderId);
        case null -> {
          return true;
        }
      }
    }
    return waiting > 0;
  }

  private void place(Seat seat, OrderRequest request) {
    if (!seat.beginPlacing()) {
      return;
    }
    switch (door.placeOrder(request)) {
      case OrderResult.Accepted(Order order) -> {
        seat.accepted(order);
        readMail();
        if (seat.isAwaitingEvents()) {
          throw new IllegalStateException(
              "no event of order "
                  + order.id()
                  + " reached the strategy host: register it before account "
                  + seat.account()
                  + " opens");
        }
      }
      case OrderResult.Rejected(Refusal refusal) -> {
        readMail();
        seat.refused(request, refusal, nowNanos);
      }
    }
  }

  private void cancel(Seat seat, long clientOrderId) {
    OptionalLong orderId = seat.liveOrder(clientOrderId);
    if (orderId.isEmpty()) {
      return;
    }
    OrderResult result = door.cancelOrder(seat.account(), orderId.getAsLong());
    readMail();
    if (result instanceof OrderResult.Rejected(Refusal refusal)
        && seat.liveOrder(clientOrderId).isPresent()) {
      LOG.warn(
          "order {} of strategy {} stays: {}", orderId.getAsLong(), seat.id(), refusal.sentence());
    }
  }

  private void begin(String method) {
    requireIdle(method);
    busy = true;
  }

  private void requireIdle(String method) {
    if (busy) {
      throw new IllegalStateException(
          "a strategy host cannot be called from inside its callbacks: " + method);
    }
  }
}
