package trading.strategies;

import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.BarView;
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
/// strategy that throws, or that orders or amends more than 10,000 times within one drain, is
/// stopped: it is shown nothing more, its orders are canceled, the others go on.
///
/// One thread at a time, and not from inside a callback of a strategy, which throws
/// [IllegalStateException]; [#onEvent] and [#statuses] may be called from any thread at any time.
public final class StrategyHost implements Strategies {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);

  private final OrderEntry door;
  private final AccountReader reader;
  private final Consumer<TimedSignal> signalListener;
  private final Roster<Seat> seats = new Roster<>();
  private final AccountOwners<Seat> owners = new AccountOwners<>();

  /// A letter is counted with its arrival: who sees its own in the count sees all before it.
  private final Queue<Letter> mailbox = new LinkedBlockingQueue<>();

  private long nowNanos;
  private boolean busy;
  private boolean stopped;

  /// An order of a seat's account changed.
  private record Letter(Seat seat, long orderId, long atNanos) {}

  private StrategyHost(
      OrderEntry door, AccountReader reader, Consumer<TimedSignal> signalListener) {
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
      OrderEntry door, AccountReader reader, Consumer<TimedSignal> signalListener) {
    return new StrategyHost(door, reader, signalListener);
  }

  /// {@return a host of one seat, which is told of changed orders by [#orderChanged] alone}
  static StrategyHost of(Seat seat, OrderEntry door, AccountReader reader) {
    StrategyHost host = inline(door, reader);
    host.seats.add(seat);
    return host;
  }

  @Override
  public void attach(String id, StrategyRecipe recipe, String account) {
    begin("attach");
    try {
      requireNotStopped("attach");
      seats.requireFree(id, account);
      Member member = new Member(id, account, recipe, signalListener);
      Seat seat = newSeat(member, recipe.fresh(null));
      owners.assign(account, seat);
      seats.add(seat);
    } finally {
      busy = false;
    }
  }

  @Override
  public void enable(String id) {
    begin("enable");
    try {
      requireNotStopped("enable");
      Seat former = seats.find(id);
      if (former.hasEnded()) {
        Member member = former.member();
        replace(former, newSeat(member, member.recipe().fresh(former.strategy())));
      }
    } finally {
      busy = false;
    }
  }

  @Override
  public void disable(String id) {
    begin("disable");
    try {
      Seat seat = seats.find(id);
      if (seat.end(End.disabled(OpenOrders.CANCEL))) {
        seat.cancelOpenOrders(door);
      }
    } finally {
      busy = false;
    }
  }

  @Override
  public void reconfigure(String id, StrategyRecipe recipe) {
    begin("reconfigure");
    try {
      requireNotStopped("reconfigure");
      Seat former = seats.find(id);
      Seat next = newSeat(former.member(), recipe.fresh(former.strategy()));
      former.member().reconfigure(recipe);
      if (former.hasEnded()) {
        next.endLike(former);
      }
      replace(former, next);
    } finally {
      busy = false;
    }
  }

  @Override
  public List<StrategyStatus> statuses() {
    return seats.stream().map(Seat::status).toList();
  }

  @Override
  public void stop(OpenOrders openOrders) {
    begin("stop");
    try {
      if (!stopped) {
        stopped = true;
        seats.stream().forEach(seat -> seat.end(End.disabled(openOrders)));
        if (openOrders == OpenOrders.CANCEL) {
          seats.stream().forEach(seat -> seat.cancelOpenOrdersOrWarn(door));
        }
      }
    } finally {
      busy = false;
    }
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
  @Override
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
    Seat seat = owners.ownerOf(event);
    if (seat != null) {
      orderChanged(seat, event.value(Field.ORDER), event.atNanos());
    }
  }

  /// Takes note that an order of a seat's account changed; any thread.
  void orderChanged(Seat seat, long orderId, long atNanos) {
    mailbox.add(new Letter(seat, orderId, atNanos));
  }

  /// {@return how many changes of orders wait to be read, for any thread}
  int unread() {
    return mailbox.size();
  }

  /// Reads what has arrived; what arrives meanwhile waits, so that no flood can hold the host here.
  private void readMail() {
    for (int letters = mailbox.size(); letters > 0; letters--) {
      Letter letter = mailbox.remove();
      Order order = order(letter.orderId());
      nowNanos = letter.atNanos();
      letter.seat().orderChanged(order, nowNanos);
    }
  }

  private Order order(long orderId) {
    return reader
        .order(orderId)
        .orElseThrow(() -> new IllegalStateException("no order has the id " + orderId));
  }

  private Seat newSeat(Member member, Strategy fresh) {
    return new Seat(member, fresh, reader, CallbackWatch.NONE);
  }

  /// The next one has its place before the former one's orders are canceled.
  private void replace(Seat former, Seat next) {
    owners.assign(former.account(), next);
    seats.replace(former, next);
    former.end(End.disabled(OpenOrders.CANCEL));
    former.cancelOpenOrders(door);
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
        case Task.PlaceLinked(LinkedOrders orders) -> place(seat, orders);
        case Task.Amend(long clientOrderId, Amendment amendment) ->
            amend(seat, clientOrderId, amendment);
        case Task.Cancel(long clientOrderId) -> cancel(seat, clientOrderId);
        case null -> {
          return true;
        }
      }
    }
    return waiting > 0;
  }

  private void place(Seat seat, OrderRequest request) {
    if (!seat.beginPlacing(1)) {
      return;
    }
    switch (door.placeOrder(request)) {
      case OrderResult.Accepted(Order order) -> accepted(seat, List.of(order));
      case OrderResult.Rejected(Refusal refusal) -> {
        readMail();
        seat.refused(request, refusal, nowNanos);
      }
    }
  }

  private void place(Seat seat, LinkedOrders orders) {
    List<OrderRequest> requests = orders.orders();
    if (!seat.beginPlacing(requests.size())) {
      return;
    }
    switch (door.placeLinked(orders)) {
      case LinkedResult.Accepted(List<Order> accepted) -> accepted(seat, accepted);
      case LinkedResult.Rejected(int _, Refusal refusal) -> {
        readMail();
        requests.forEach(request -> seat.refused(request, refusal, nowNanos));
      }
    }
  }

  private void accepted(Seat seat, List<Order> orders) {
    orders.forEach(seat::accepted);
    if (seat.hasEnded()) {
      // Another thread ended it and may have canceled its orders before these were known.
      orders.forEach(order -> seat.cancelLate(order, door));
    } else {
      readMail();
      requireEvents(seat, orders.getLast());
    }
  }

  private void amend(Seat seat, long clientOrderId, Amendment amendment) {
    OptionalLong orderId = seat.liveOrder(clientOrderId);
    if (orderId.isEmpty() || !seat.beginAmending()) {
      return;
    }
    OrderResult result = door.amendOrder(seat.account(), orderId.getAsLong(), amendment);
    readMail();
    if (result instanceof OrderResult.Rejected(Refusal refusal)
        && seat.liveOrder(clientOrderId).isPresent()) {
      seat.changeRefused(order(orderId.getAsLong()), refusal, nowNanos);
    }
  }

  private static void requireEvents(Seat seat, Order order) {
    // One that ended meanwhile may be told no more events.
    if (seat.isAwaitingEvents() && !seat.hasEnded()) {
      throw new IllegalStateException(
          "no event of order "
              + order.id()
              + " reached the strategy host: register it before account "
              + seat.account()
              + " opens");
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
    if (busy) {
      throw new IllegalStateException(
          "a strategy host cannot be called from inside its callbacks: " + method);
    }
    busy = true;
  }

  private void requireNotStopped(String method) {
    if (stopped) {
      throw new IllegalStateException("the strategies were stopped for good: " + method);
    }
  }
}
