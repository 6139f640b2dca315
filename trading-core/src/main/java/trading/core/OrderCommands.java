package trading.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.SelfTradePrevention;

/// The commands about orders: place, link, amend, cancel.
// Hot: engine only; allocates nothing once warm while nothing is refused or linked.
final class OrderCommands {
  private final Registry names;
  private final OrderTable orders;
  private final EventWriter events;
  private final CommandWriter commands;
  private final OrderChanges changes;
  private final OrderIntake intake;
  private final LinkedIntake linkedIntake;
  private final Amendments amendments;
  private final FollowUps followUps;
  private final CommandStart start;

  OrderCommands(
      Registry names,
      OrderTable orders,
      EventWriter events,
      CommandWriter commands,
      OrderChanges changes,
      OrderIntake intake,
      FollowUps followUps,
      CommandStart start) {
    this.names = names;
    this.orders = orders;
    this.events = events;
    this.commands = commands;
    this.changes = changes;
    this.intake = intake;
    this.followUps = followUps;
    this.start = start;
    linkedIntake = new LinkedIntake(orders, intake);
    amendments = new Amendments(orders, events, changes, intake);
  }

  void placeOrder(long clockNanos, OrderRequest request, OrderAnswer answer) {
    int accountId = names.accountId(request.account());
    Market market = names.market(request.symbol());
    int instrumentId = market == null ? Registry.UNKNOWN : market.id();
    start.stamp(clockNanos);
    commands.placeOrder(request, accountId, instrumentId);
    start.begin();
    if (accountId == Registry.UNKNOWN) {
      answer.refused(Inputs.unknownAccount(request.account()));
    } else if (market == null) {
      answer.refused(Inputs.unknownSymbol(request.symbol()));
    } else {
      long orderId = intake.accept(request, accountId, market, answer);
      if (orderId != 0) {
        followUps.look(market);
        answer.accepted(orderId, orders, request.account(), market);
        return;
      }
    }
    events.refused(accountId, instrumentId, request, answer.refusal());
  }

  void placeLinked(long clockNanos, LinkedOrders linked, LinkedAnswer answer) {
    OrderRequest first = linked.orders().getFirst();
    int accountId = names.accountId(first.account());
    Market market = names.market(first.symbol());
    start.stamp(clockNanos);
    commands.placeLinked(linked, names);
    start.begin();
    Optional<LinkedRefusal> refusal = checkLinked(linked, accountId, market);
    if (refusal.isPresent()) {
      refuse(linked.orders().get(refusal.get().index()), refusal.get().refusal());
      answer.refused(refusal.get());
    } else {
      enter(Objects.requireNonNull(market), linked, accountId, answer);
    }
  }

  void amendOrder(
      long clockNanos, String account, long orderId, Amendment amendment, OrderAnswer answer) {
    int accountId = accountId(account, orderId);
    start.stamp(clockNanos);
    commands.amendOrder(account, accountId, orderId, amendment);
    start.begin();
    Optional<Refusal> refusal = checkOwner(account, accountId, orderId);
    if (refusal.isEmpty() && orders.status(orderId).isTerminal()) {
      refusal = Inputs.tooLateToAmend(orderId, orders.status(orderId));
    }
    if (refusal.isEmpty()) {
      Market market = names.marketOf(orders, orderId);
      refusal = amendments.amend(market, orderId, amendment);
      if (refusal.isEmpty()) {
        followUps.look(market);
        answer.accepted(orderId, orders, account, market);
        return;
      }
    }
    events.cancelRejected(orderId, accountId, refusal.get());
    answer.refused(refusal);
  }

  void cancelOrder(long clockNanos, String account, long orderId, OrderAnswer answer) {
    int accountId = accountId(account, orderId);
    start.stamp(clockNanos);
    commands.cancelOrder(account, accountId, orderId);
    start.begin();
    Optional<Refusal> refusal = checkOwner(account, accountId, orderId);
    if (refusal.isEmpty() && orders.status(orderId).isTerminal()) {
      refusal = Inputs.tooLate(orderId, orders.status(orderId));
    }
    if (refusal.isPresent()) {
      events.cancelRejected(orderId, accountId, refusal.get());
      answer.refused(refusal);
      return;
    }
    Market market = names.marketOf(orders, orderId);
    changes.cancel(market, orderId, Reason.CANCELED_BY_USER);
    followUps.look(market);
    answer.accepted(orderId, orders, account, market);
  }

  /// Cancels every open order of a scope.
  ///
  /// @return how many
  int cancelOrders(long clockNanos, CancelScope scope) {
    int accountId = scope.account().isEmpty() ? 0 : names.requireAccount(scope.account().get());
    int instrumentId =
        scope.symbol().isEmpty() ? 0 : names.requireMarket(scope.symbol().get()).id();
    start.stamp(clockNanos);
    commands.cancelOrders(accountId, instrumentId);
    start.begin();
    int canceled = 0;
    for (long id = orders.firstOpen(); id <= orders.count(); id++) {
      boolean within =
          (accountId == 0 || orders.account(id) == accountId)
              && (instrumentId == 0 || orders.instrument(id) == instrumentId);
      if (within && !orders.status(id).isTerminal()) {
        canceled += cancelAndCount(id);
      }
    }
    followUps.lookAtTouched();
    return canceled;
  }

  void setSelfTrade(long clockNanos, String account, SelfTradePrevention mode) {
    int accountId = names.requireAccount(account);
    start.stamp(clockNanos);
    commands.setSelfTrade(accountId, mode);
    start.begin();
    names.setSelfTrade(accountId, mode);
    events.selfTradeSet(accountId, mode);
  }

  /// {@return the account's id; who changes an order mostly owns it, and needs no looking up}
  private int accountId(String account, long orderId) {
    int owner = orders.contains(orderId) ? orders.account(orderId) : Registry.UNKNOWN;
    return owner != Registry.UNKNOWN && names.account(owner).equals(account)
        ? owner
        : names.accountId(account);
  }

  private Optional<Refusal> checkOwner(String account, int accountId, long orderId) {
    if (accountId == Registry.UNKNOWN) {
      return Inputs.unknownAccount(account);
    }
    if (!orders.contains(orderId)) {
      return Inputs.unknownOrder(orderId);
    }
    return orders.account(orderId) == accountId
        ? Optional.empty()
        : Inputs.notOwner(account, orderId);
  }

  private Optional<LinkedRefusal> checkLinked(
      LinkedOrders linked, int accountId, @Nullable Market market) {
    OrderRequest first = linked.orders().getFirst();
    if (accountId == Registry.UNKNOWN) {
      return LinkedRefusal.of(0, Inputs.unknownAccount(first.account()));
    }
    if (market == null) {
      return LinkedRefusal.of(0, Inputs.unknownSymbol(first.symbol()));
    }
    Optional<LinkedRefusal> unfit = LinkedIntake.fit(linked);
    return unfit.isPresent() ? unfit : linkedIntake.check(linked, accountId, market);
  }

  private void enter(Market market, LinkedOrders linked, int accountId, LinkedAnswer answer) {
    List<Long> ids = linkedIntake.accept(linked, accountId, market);
    for (long id : ids) {
      OrderStatus status = orders.status(id);
      if (!status.isTerminal() && status != OrderStatus.SUSPENDED) {
        intake.enter(market, id);
      }
    }
    followUps.look(market);
    answer.accepted(ids, orders, names);
  }

  private void refuse(OrderRequest request, Refusal refusal) {
    Market market = names.market(request.symbol());
    int instrumentId = market == null ? Registry.UNKNOWN : market.id();
    events.refused(names.accountId(request.account()), instrumentId, request, refusal);
  }

  private int cancelAndCount(long orderId) {
    long dependents = orders.isPlain(orderId) ? 0 : orders.term(orderId, TermsTable.DEPENDENTS);
    int open = 0;
    for (long id = orderId; id <= orderId + dependents; id++) {
      open += orders.status(id).isTerminal() ? 0 : 1;
    }
    changes.cancel(names.marketOf(orders, orderId), orderId, Reason.CANCELED_BY_USER);
    names.marketOf(orders, orderId).touch();
    for (long id = orderId; id <= orderId + dependents; id++) {
      open -= orders.status(id).isTerminal() ? 0 : 1;
    }
    return open;
  }
}
