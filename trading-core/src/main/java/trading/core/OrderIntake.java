package trading.core;

import static trading.core.OrderTable.LIMIT_TICKS;
import static trading.core.OrderTable.LOTS;

import java.util.Optional;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.spi.Ledger;
import trading.api.spi.RiskGate;
import trading.core.OrderLifecycle.Trigger;

/// The way of a request onto the market: checked, sized, shown to the gate, numbered, let in.
// Hot: engine only; allocates nothing once warm while nothing is refused.
final class OrderIntake {
  private final OrderTable orders;
  private final EventWriter events;
  private final OrderChanges changes;
  private final Matcher matcher;
  private final Entrance entrance;
  private final Ledger ledger;
  private final RiskGate gate;
  private final boolean onBars;
  private final AllIn allIn;
  private final AskingOrder asking;
  private final ClientOrders clientOrders;
  private final Expiry expiry;

  OrderIntake(
      EngineConfig config,
      Registry names,
      OrderTable orders,
      EventWriter events,
      OrderChanges changes,
      Matcher matcher,
      Expiry expiry) {
    this.orders = orders;
    this.events = events;
    this.changes = changes;
    this.matcher = matcher;
    this.expiry = expiry;
    ledger = config.ledger();
    gate = config.gate();
    onBars = config.matching() == Matching.BARS;
    entrance = new Entrance(orders, changes, matcher, onBars);
    allIn = new AllIn(ledger, changes);
    asking = new AskingOrder(names);
    clientOrders = new ClientOrders(orders);
  }

  Entrance entrance() {
    return entrance;
  }

  /// {@return the order's id, when the request is taken and on the market; else 0, and why it is
  /// refused is in the answer}
  long accept(OrderRequest request, int accountId, Market market, OrderAnswer answer) {
    Optional<Refusal> refusal = check(request, accountId, market, false);
    long lots = request.lots();
    if (refusal.isEmpty() && request.sizing() == Sizing.ALL_IN && !waits(market)) {
      lots = allIn.lots(market, accountId, request.side(), sizingPrice(request, market));
      refusal = AllIn.check(request.symbol(), lots);
    }
    refusal = refusal.isPresent() ? refusal : checkClientOrder(request, accountId);
    if (refusal.isEmpty() && lots > 0) {
      refusal = ask(request, accountId, market, lots);
    }
    if (refusal.isPresent()) {
      answer.refused(refusal.get());
      return 0;
    }
    long orderId = append(request, accountId, market, lots);
    accept(market, orderId, waits(market) ? OrderStatus.PENDING_NEW : OrderStatus.NEW);
    enter(market, orderId);
    return orderId;
  }

  /// {@return why a request cannot be taken, as far as can be said before it is sized}
  ///
  /// @param held whether it waits for its entry
  Optional<Refusal> check(OrderRequest request, int accountId, Market market, boolean held) {
    Optional<Refusal> malformed = DoorCheck.check(request, market, events.nowNanos());
    if (malformed.isPresent() || held) {
      return malformed;
    }
    if (!onBars && lacksLiquidity(request, market)) {
      return Inputs.noLiquidity(request);
    }
    OrderTerms terms = request.terms();
    if (terms.equals(OrderTerms.NONE)) {
      return Optional.empty();
    }
    boolean onMarket = request.type() == OrderType.LIMIT && !waits(market);
    Optional<Refusal> refusal =
        terms.postOnly() && onMarket
            ? checkPostOnly(market, request.side(), request.limitTicks())
            : Optional.empty();
    return refusal.isEmpty() && terms.reduceOnly()
        ? checkReduceOnly(market, accountId, request.side(), request.lots())
        : refusal;
  }

  Optional<Refusal> checkPostOnly(Market market, Side side, long limitTicks) {
    return matcher.wouldTrade(market, side, limitTicks)
        ? Inputs.postOnlyWouldTrade(
            market.instrument().symbol(), matcher.priceFor(market, side), limitTicks)
        : Optional.empty();
  }

  Optional<Refusal> checkReduceOnly(Market market, int accountId, Side side, long lots) {
    long closable = changes.closable(market, accountId, side);
    return lots > closable
        ? Inputs.reduceOnlyWouldOpen(market.instrument().symbol(), closable, lots)
        : Optional.empty();
  }

  /// {@return why the request's client order id cannot be used, or empty}
  Optional<Refusal> checkClientOrder(OrderRequest request, int accountId) {
    long clientOrderId = request.clientOrderId();
    long first = clientOrderId == 0 ? 0 : clientOrders.find(accountId, clientOrderId);
    return first == 0 ? Optional.empty() : Inputs.duplicateClientOrder(request, first);
  }

  /// {@return why the gate refuses a request, or empty}
  Optional<Refusal> ask(OrderRequest request, int accountId, Market market, long lots) {
    show(request, accountId, market, lots);
    return gate.check(asking, ledger);
  }

  /// {@return why the gate refuses the second request of a pair, or empty}
  ///
  /// @param first the first one, which the gate does not refuse
  Optional<Refusal> askBehind(
      OrderRequest first, int accountId, Market market, OrderRequest request) {
    show(request, accountId, market, request.lots());
    asking.countBefore(first.side(), first.lots(), first.terms().reduceOnly());
    return gate.check(asking, ledger);
  }

  private void show(OrderRequest request, int accountId, Market market, long lots) {
    asking.set(accountId, market, lots, limit(request, market));
    asking.set(request.side(), request.type(), request.timeInForce());
    asking.set(request.terms().stopTicks(), request.terms().reduceOnly(), false);
  }

  /// {@return why the gate refuses an order that is there already, or empty; it is shown without
  /// what it has working itself}
  ///
  /// @param lots what it would have to trade
  /// @param limitTicks its limit then
  /// @param stopTicks its stop then
  Optional<Refusal> ask(Market market, long orderId, long lots, long limitTicks, long stopTicks) {
    boolean works = works(orderId);
    asking.set(orders.account(orderId), market, lots, limitTicks);
    asking.set(orders.side(orderId), orders.type(orderId), orders.timeInForce(orderId));
    asking.set(stopTicks, orders.isReduceOnly(orderId), works);
    if (works) {
      leaveOut(orderId);
    }
    if (orders.term(orderId, TermsTable.ENTRY) != 0) {
      leaveOutOtherExit(orderId);
    }
    return gate.check(asking, ledger);
  }

  /// What one exit of a bracket trades is taken off the other.
  private void leaveOutOtherExit(long orderId) {
    long other = orders.term(orderId, TermsTable.SIBLING);
    if (other != 0 && works(other)) {
      leaveOut(other);
    }
  }

  private void leaveOut(long orderId) {
    asking.leaveOut(orders.side(orderId), orders.remaining(orderId), orders.isReduceOnly(orderId));
  }

  /// {@return whether an order counts among those that work; not one that is held back, or that
  /// waits for its size}
  private boolean works(long orderId) {
    OrderStatus status = orders.status(orderId);
    return !status.isTerminal() && status != OrderStatus.SUSPENDED && orders.remaining(orderId) > 0;
  }

  /// {@return the id of a new row for a request; nothing is told yet}
  long append(OrderRequest request, int accountId, Market market, long lots) {
    long orderId =
        orders.append(
            request, accountId, market.id(), lots, limit(request, market), events.nowNanos());
    if (!isPlain(request)) {
      addTerms(request, orderId);
    }
    if (request.clientOrderId() != 0) {
      clientOrders.add(orderId);
    }
    return orderId;
  }

  /// Gives an order its first state and tells it.
  void accept(Market market, long orderId, OrderStatus status) {
    orders.setStatus(orderId, status, events.nowNanos());
    events.accepted(orderId, status);
    if (!orders.isPlain(orderId)) {
      if (orders.timeInForce(orderId) == TimeInForce.DAY
          && (!onBars || status == OrderStatus.NEW)) {
        expiry.atSessionEnd(market, orderId);
      }
      if (orders.type(orderId) == OrderType.TRAILING_STOP && status == OrderStatus.NEW) {
        long first = market.stops(orders, onBars).firstTicks(orderId);
        orders.setTerm(orderId, TermsTable.STOP, first);
      }
      if (saysMore(orderId)) {
        events.terms(orderId);
      }
    }
  }

  /// Lets an accepted order come on the market, or wait for the open.
  void enter(Market market, long orderId) {
    if (orders.status(orderId) == OrderStatus.PENDING_NEW) {
      market.waiting().add(orderId);
    } else {
      entrance.enter(market, orderId);
    }
  }

  /// Lets an order that waited meet the open: all-in orders are sized and shown to the gate now.
  void activate(Market market, long orderId) {
    if (orders.sizing(orderId) == Sizing.ALL_IN) {
      Optional<Refusal> refusal = sizeAtOpen(market, orderId);
      if (refusal.isPresent()) {
        reject(orderId, refusal.get());
        return;
      }
    }
    comeOn(market, orderId);
  }

  /// Lets an order come on the market, or grow, because its entry has traded.
  void serve(Market market, long orderId) {
    if (orders.status(orderId) != OrderStatus.SUSPENDED) {
      grow(market, orderId, changes.links().due(orderId));
      return;
    }
    long lots = changes.links().grant(orderId);
    if (lots < 1) {
      changes.cancel(market, orderId, Reason.LINKED_ORDER);
      return;
    }
    Optional<Refusal> refusal = askAgain(market, orderId, lots);
    if (refusal.isPresent()) {
      reject(orderId, refusal.get());
    } else {
      orders.set(orderId, LOTS, lots);
      comeOn(market, orderId);
    }
  }

  /// {@return whether an order of a market would wait for the next open}
  boolean waits(Market market) {
    return onBars && market.openTicks() == 0;
  }

  private void comeOn(Market market, long orderId) {
    changes.change(orderId, Trigger.ACTIVATE);
    events.activated(orderId);
    if (onBars && orders.timeInForce(orderId) == TimeInForce.DAY) {
      expiry.atSessionEnd(market, orderId);
    }
    entrance.enter(market, orderId);
  }

  /// One whose greater quantity the gate refuses stays as it is for good.
  private void grow(Market market, long orderId, long by) {
    Optional<Refusal> refusal = askAgain(market, orderId, orders.remaining(orderId) + by);
    if (refusal.isPresent()) {
      orders.setTerm(orderId, TermsTable.CUT, 1);
      events.cancelRejected(orderId, orders.account(orderId), refusal.get());
      return;
    }
    orders.set(orderId, LOTS, changes.links().grant(orderId));
    changes.change(orderId, Trigger.AMEND);
    events.amended(orderId);
    if (orders.slot(orderId) != SlotBook.NONE) {
      changes.leaveBook(market, orderId);
      changes.rest(market, orderId);
    }
  }

  private Optional<Refusal> askAgain(Market market, long orderId, long lots) {
    long stop = orders.term(orderId, TermsTable.STOP);
    return ask(market, orderId, lots, orders.get(orderId, LIMIT_TICKS), stop);
  }

  private void reject(long orderId, Refusal refusal) {
    changes.change(orderId, Trigger.REJECT);
    orders.setReason(orderId, refusal.reason());
    events.rejected(orderId, refusal);
  }

  private Optional<Refusal> sizeAtOpen(Market market, long orderId) {
    long limit = orders.get(orderId, LIMIT_TICKS);
    long price = limit == 0 ? market.openTicks() : limit;
    long lots = allIn.lots(market, orders.account(orderId), orders.side(orderId), price);
    Optional<Refusal> refusal = AllIn.check(market.instrument().symbol(), lots);
    refusal = refusal.isPresent() ? refusal : ask(market, orderId, lots, limit, 0);
    if (refusal.isEmpty()) {
      orders.set(orderId, LOTS, lots);
    }
    return refusal;
  }

  private void addTerms(OrderRequest request, long orderId) {
    OrderTerms terms = request.terms();
    orders.addTerms(orderId);
    orders.setTerm(orderId, TermsTable.STOP, terms.stopTicks());
    orders.setTerm(orderId, TermsTable.TRAIL_TICKS, terms.trailTicks());
    orders.setTerm(orderId, TermsTable.TRAIL_BASIS_POINTS, terms.trailBasisPoints());
    orders.setTerm(orderId, TermsTable.TRIGGER_PRICE, terms.triggerPrice().ordinal());
    orders.setTerm(orderId, TermsTable.DISPLAY, terms.displayLots());
    orders.setTerm(orderId, TermsTable.POST_ONLY, terms.postOnly() ? 1 : 0);
    orders.setTerm(orderId, TermsTable.REDUCE_ONLY, terms.reduceOnly() ? 1 : 0);
    orders.setTerm(orderId, TermsTable.WANTED, request.lots());
    if (request.timeInForce() == TimeInForce.GTD) {
      expiry.at(terms.expireNanos(), orderId);
    }
  }

  /// An entry has a row of terms, but nothing to say about it.
  private boolean saysMore(long orderId) {
    for (int column = TermsTable.STOP; column <= TermsTable.SIBLING; column++) {
      if (orders.term(orderId, column) != 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(OrderRequest request) {
    return request.timeInForce() != TimeInForce.DAY && request.terms().equals(OrderTerms.NONE);
  }

  private static boolean lacksLiquidity(OrderRequest request, Market market) {
    boolean needsIt =
        request.type() == OrderType.MARKET || request.type() == OrderType.MARKET_TO_LIMIT;
    return needsIt && market.book().bestTicks(request.side().opposite()) == 0;
  }

  private long limit(OrderRequest request, Market market) {
    return request.type() == OrderType.MARKET_TO_LIMIT && !onBars
        ? market.book().bestTicks(request.side().opposite())
        : request.limitTicks();
  }

  private long sizingPrice(OrderRequest request, Market market) {
    if (request.type() == OrderType.LIMIT) {
      return request.limitTicks();
    }
    return onBars ? market.openTicks() : market.book().bestTicks(request.side().opposite());
  }
}
