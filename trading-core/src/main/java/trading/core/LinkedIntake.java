package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Refusal;
import trading.api.Sizing;

/// Takes linked orders: all of them, or none.
final class LinkedIntake {
  private static final int MOST_AFTER_ENTRY = 16;

  private final OrderTable orders;
  private final OrderIntake intake;

  LinkedIntake(OrderTable orders, OrderIntake intake) {
    this.orders = orders;
    this.intake = intake;
  }

  /// {@return which order cannot be taken, and why; empty when all can}
  Optional<LinkedRefusal> check(LinkedOrders linked, int accountId, Market market) {
    List<OrderRequest> requests = linked.orders();
    Optional<LinkedRefusal> refusal = Optional.empty();
    for (int i = 0; refusal.isEmpty() && i < requests.size(); i++) {
      refusal = LinkedRefusal.of(i, check(linked, i, accountId, market));
    }
    return refusal;
  }

  /// {@return the ids of the orders, accepted and told, none of them on the market yet}
  List<Long> accept(LinkedOrders linked, int accountId, Market market) {
    List<OrderRequest> requests = linked.orders();
    long first = orders.count() + 1;
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      OrderRequest request = requests.get(i);
      long id = intake.append(request, accountId, market, request.lots());
      link(linked, i, first);
      ids.add(id);
    }
    OrderStatus open = intake.waits(market) ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    for (int i = 0; i < ids.size(); i++) {
      intake.accept(market, ids.get(i), isHeld(linked, i) ? OrderStatus.SUSPENDED : open);
    }
    return ids;
  }

  private void link(LinkedOrders linked, int index, long first) {
    long id = first + index;
    if (orders.isPlain(id)) {
      orders.addTerms(id);
      orders.setTerm(id, TermsTable.WANTED, orders.get(id, OrderTable.LOTS));
    }
    if (isHeld(linked, index)) {
      orders.setTerm(id, TermsTable.ENTRY, first);
    } else if (!(linked instanceof LinkedOrders.OneCancelsOther)) {
      orders.setTerm(id, TermsTable.DEPENDENTS, linked.orders().size() - 1L);
    }
    switch (linked) {
      case LinkedOrders.OneCancelsOther _ ->
          orders.setTerm(id, TermsTable.SIBLING, index == 0 ? id + 1 : id - 1);
      case LinkedOrders.Bracket _ -> {
        if (index > 0) {
          orders.setTerm(id, TermsTable.SIBLING, index == 1 ? id + 1 : id - 1);
        }
      }
      case LinkedOrders.OneTriggersOthers _ -> {
        // They depend on the entry alone.
      }
    }
  }

  private Optional<Refusal> check(LinkedOrders linked, int index, int accountId, Market market) {
    OrderRequest request = linked.orders().get(index);
    boolean held = isHeld(linked, index);
    Optional<Refusal> refusal = intake.check(request, accountId, market, held);
    refusal = refusal.isPresent() ? refusal : intake.checkClientOrder(request, accountId);
    if (refusal.isPresent() || held) {
      return refusal;
    }
    return index == 0
        ? intake.ask(request, accountId, market, request.lots())
        : intake.askBehind(linked.orders().getFirst(), accountId, market, request);
  }

  /// {@return which order does not fit to the others, and why; empty when all do}
  static Optional<LinkedRefusal> fit(LinkedOrders linked) {
    List<OrderRequest> requests = linked.orders();
    int after = requests.size() - 1;
    if (linked instanceof LinkedOrders.OneTriggersOthers
        && (after < 1 || after > MOST_AFTER_ENTRY)) {
      return LinkedRefusal.of(
          0, Inputs.badLink("an entry must have 1..16 orders after it, had " + after));
    }
    Set<Long> clientOrderIds = new TreeSet<>();
    for (int i = 0; i < requests.size(); i++) {
      String unfit = unfit(linked, i, clientOrderIds);
      if (!unfit.isEmpty()) {
        return LinkedRefusal.of(i, Inputs.badLink("the linked order " + unfit));
      }
    }
    return Optional.empty();
  }

  /// {@return what is wrong with one of the orders, or nothing}
  private static String unfit(LinkedOrders linked, int index, Set<Long> clientOrderIds) {
    OrderRequest first = linked.orders().getFirst();
    OrderRequest request = linked.orders().get(index);
    boolean held = isHeld(linked, index);
    String account = Inputs.wellFormed(request.account());
    if (!account.equals(Inputs.wellFormed(first.account()))) {
      return "must be of account " + Inputs.wellFormed(first.account()) + ", was of " + account;
    }
    String symbol = Inputs.wellFormed(request.symbol());
    if (!symbol.equals(Inputs.wellFormed(first.symbol()))) {
      return "must be in " + Inputs.wellFormed(first.symbol()) + ", was in " + symbol;
    }
    if (request.sizing() == Sizing.ALL_IN) {
      return "must not be all in";
    }
    if (held && request.type() == OrderType.MARKET_TO_LIMIT) {
      return "must not be MARKET_TO_LIMIT, it waits for its entry";
    }
    if (!(linked instanceof LinkedOrders.OneTriggersOthers) && request.lots() != first.lots()) {
      return "must be of " + first.lots() + " lots, was of " + request.lots();
    }
    if (held && linked instanceof LinkedOrders.Bracket && request.side() == first.side()) {
      return "must be on the other side than the entry, was a " + request.side();
    }
    return request.clientOrderId() != 0 && !clientOrderIds.add(request.clientOrderId())
        ? "has the client order id of another, " + request.clientOrderId()
        : "";
  }

  /// {@return whether one of the orders waits for the first one}
  private static boolean isHeld(LinkedOrders linked, int index) {
    return index > 0 && !(linked instanceof LinkedOrders.OneCancelsOther);
  }
}
