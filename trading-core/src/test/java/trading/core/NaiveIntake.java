package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// How requests become orders of the naive twin.
final class NaiveIntake {
  private static final int NO_MISFIT = -1;

  private final NaiveTape tape;
  private final NaiveNews news;
  private final List<NaiveOrder> orders;
  private final NaiveDoor door;
  private final NaiveChanges changes;
  private final NaiveWatch watch;

  NaiveIntake(
      NaiveTape tape,
      NaiveNews news,
      List<NaiveOrder> orders,
      NaiveDoor door,
      NaiveChanges changes,
      NaiveWatch watch) {
    this.tape = tape;
    this.news = news;
    this.orders = orders;
    this.door = door;
    this.changes = changes;
    this.watch = watch;
  }

  OrderResult place(OrderRequest request, int accountId, Optional<NaiveMarket> market) {
    Optional<Refusal> refusal = check(request, accountId, market, false, Optional.empty());
    if (refusal.isPresent()) {
      refused(request, accountId, market, refusal.get());
      return new OrderResult.Rejected(refusal.get());
    }
    NaiveOrder order = create(request, accountId, market.orElseThrow(), false);
    accept(order);
    comeOn(order);
    watch.look(order.market);
    return new OrderResult.Accepted(order.word());
  }

  LinkedResult placeLinked(
      LinkedOrders linked,
      ToIntFunction<String> accountIds,
      Function<String, Optional<NaiveMarket>> markets) {
    List<OrderRequest> requests = linked.orders();
    boolean hasEntry = !(linked instanceof LinkedOrders.OneCancelsOther);
    OrderRequest first = requests.getFirst();
    Optional<Refusal> unknown =
        unknown(first, accountIds.applyAsInt(first.account()), markets.apply(first.symbol()));
    int misfit = unknown.isPresent() ? NO_MISFIT : NaiveTerms.misfit(linked);
    for (int i = 0; i < requests.size(); i++) {
      OrderRequest request = requests.get(misfit < 0 ? i : misfit);
      int accountId = accountIds.applyAsInt(request.account());
      Optional<NaiveMarket> market = markets.apply(request.symbol());
      Optional<Refusal> refusal =
          misfit >= 0
              ? NaiveTerms.refuse(Reason.BAD_LINK, 0, 0)
              : check(request, accountId, market, hasEntry && i > 0, before(linked, i));
      if (refusal.isPresent()) {
        refused(request, accountId, market, refusal.get());
        return new LinkedResult.Rejected(misfit < 0 ? i : misfit, refusal.get());
      }
    }
    int accountId = accountIds.applyAsInt(requests.getFirst().account());
    NaiveMarket market = markets.apply(requests.getFirst().symbol()).orElseThrow();
    return new LinkedResult.Accepted(
        acceptLinked(linked, accountId, market).stream().map(NaiveOrder::word).toList());
  }

  /// {@return the first of a pair, for its second}
  private static Optional<OrderRequest> before(LinkedOrders linked, int index) {
    return linked instanceof LinkedOrders.OneCancelsOther && index == 1
        ? Optional.of(linked.orders().getFirst())
        : Optional.empty();
  }

  private List<NaiveOrder> acceptLinked(LinkedOrders linked, int accountId, NaiveMarket market) {
    boolean hasEntry = !(linked instanceof LinkedOrders.OneCancelsOther);
    List<NaiveOrder> created = new ArrayList<>();
    for (OrderRequest request : linked.orders()) {
      created.add(create(request, accountId, market, hasEntry && !created.isEmpty()));
    }
    if (hasEntry) {
      NaiveOrder entry = created.getFirst();
      entry.followers.addAll(created.subList(1, created.size()));
      entry.followers.forEach(order -> order.entry = Optional.of(entry));
    }
    if (!(linked instanceof LinkedOrders.OneTriggersOthers)) {
      NaiveOrder one = created.get(created.size() - 2);
      NaiveOrder other = created.getLast();
      one.sibling = Optional.of(other);
      other.sibling = Optional.of(one);
    }
    created.forEach(this::accept);
    created.stream().filter(NaiveOrder::isOpen).forEach(this::comeOn);
    watch.look(market);
    return created;
  }

  private Optional<Refusal> check(
      OrderRequest request,
      int accountId,
      Optional<NaiveMarket> market,
      boolean follows,
      Optional<OrderRequest> before) {
    Optional<Refusal> unknown = unknown(request, accountId, market);
    return unknown.isPresent()
        ? unknown
        : door.check(request, market.orElseThrow(), follows, before, tape.now());
  }

  private static Optional<Refusal> unknown(
      OrderRequest request, int accountId, Optional<NaiveMarket> market) {
    if (accountId < 0) {
      return NaiveRules.unknownAccount(request.account());
    }
    return market.isEmpty() ? NaiveRules.unknownSymbol(request.symbol()) : Optional.empty();
  }

  private NaiveOrder create(
      OrderRequest request, int accountId, NaiveMarket market, boolean follows) {
    NaiveOrder order =
        new NaiveOrder(
            orders.size() + 1, accountId, market, request, door.size(request, market), tape.now());
    orders.add(order);
    market.open.add(order);
    if (follows) {
      order.status = OrderStatus.SUSPENDED;
    } else if (market.isClosed()) {
      order.status = OrderStatus.PENDING_NEW;
    }
    if (request.timeInForce() == TimeInForce.DAY
        && (market.matching == Matching.QUOTES || order.status == OrderStatus.NEW)) {
      order.expireNanos = tape.dayEnds(market);
    }
    if (request.type() == OrderType.MARKET_TO_LIMIT && market.matching == Matching.QUOTES) {
      order.limitTicks = market.bestTicks(request.side().opposite());
    }
    return order;
  }

  private void accept(NaiveOrder order) {
    if (order.waitsForPrice()) {
      watch.begin(order);
    }
    news.accepted(order);
    door.accepted(order);
  }

  private void comeOn(NaiveOrder order) {
    if (order.status == OrderStatus.PENDING_NEW) {
      order.market.waiting.add(order);
    } else if (order.status == OrderStatus.NEW) {
      watch.enter(order);
    }
  }

  /// An order that waited for the open meets it; all-in orders are sized and asked for now.
  void wake(NaiveOrder order) {
    if (order.request.sizing() == Sizing.ALL_IN) {
      Optional<Refusal> refusal = size(order);
      if (refusal.isPresent()) {
        changes.reject(order, refusal.get());
        return;
      }
    }
    order.status = OrderStatus.NEW;
    news.activated(order);
    watch.enter(order);
  }

  private Optional<Refusal> size(NaiveOrder order) {
    OrderRequest asked = order.request;
    OrderRequest request =
        new OrderRequest(
            asked.account(),
            asked.symbol(),
            asked.side(),
            asked.type(),
            asked.timeInForce(),
            asked.sizing(),
            0,
            order.limitTicks,
            0);
    var lots = door.allIn(request, order.market);
    Optional<Refusal> refusal = NaiveRules.allIn(asked.symbol(), lots);
    if (refusal.isEmpty()) {
      refusal = door.gate(order, lots.orElseThrow().longValueExact());
    }
    if (refusal.isEmpty()) {
      order.lots = lots.orElseThrow().longValueExact();
    }
    return refusal;
  }

  private void refused(
      OrderRequest request, int accountId, Optional<NaiveMarket> market, Refusal why) {
    tape.add(
        new Event.OrderRejected(
            tape.next(),
            tape.now(),
            0,
            accountId,
            market.map(m -> m.id).orElse(-1),
            request.side(),
            request.lots(),
            request.clientOrderId(),
            why.reason(),
            why.limit(),
            why.actual(),
            why.rule(),
            why.sentence()));
  }
}
