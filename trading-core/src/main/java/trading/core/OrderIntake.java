package trading.core;

import static trading.core.OrderTable.ACCOUNT;
import static trading.core.OrderTable.CLIENT_ORDER;
import static trading.core.OrderTable.CREATED;
import static trading.core.OrderTable.INSTRUMENT;
import static trading.core.OrderTable.LIMIT_TICKS;
import static trading.core.OrderTable.LOTS;
import static trading.core.OrderTable.REASON;
import static trading.core.OrderTable.SIDE;
import static trading.core.OrderTable.SIZING;
import static trading.core.OrderTable.SLOT;
import static trading.core.OrderTable.STATUS;
import static trading.core.OrderTable.TIME_IN_FORCE;
import static trading.core.OrderTable.TYPE;
import static trading.core.OrderTable.UPDATED;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Refusal;
import trading.api.Sizing;
import trading.api.spi.Ledger;
import trading.api.spi.RiskGate;

/// The way of a request onto the market: checked, sized, shown to the gate, numbered, let in.
// Hot: engine only; allocates nothing once warm while nothing is refused.
final class OrderIntake {
  private final Registry names;
  private final OrderTable orders;
  private final EventWriter events;
  private final Matcher matcher;
  private final Ledger ledger;
  private final RiskGate gate;
  private final Matching matching;
  private final AllIn allIn;
  private final AskingOrder asking;

  OrderIntake(
      EngineConfig config, Registry names, OrderTable orders, EventWriter events, Matcher matcher) {
    this.names = names;
    this.orders = orders;
    this.events = events;
    this.matcher = matcher;
    ledger = config.ledger();
    gate = config.gate();
    matching = config.matching();
    allIn = new AllIn(ledger, matcher);
    asking = new AskingOrder(names);
  }

  /// {@return why a request is refused, or empty: then it is an order and the answer has it}
  Optional<Refusal> accept(OrderRequest request, int accountId, Market market, Answer answer) {
    Optional<Refusal> malformed = DoorCheck.check(request, market);
    if (malformed.isPresent()) {
      return malformed;
    }
    boolean waits = matching == Matching.BARS && market.openTicks() == 0;
    if (!waits && matching == Matching.QUOTES && lacksLiquidity(request, market)) {
      return Inputs.noLiquidity(request);
    }
    long lots = request.lots();
    if (request.sizing() == Sizing.ALL_IN && !waits) {
      lots = allIn.lots(market, accountId, request.side(), sizingPrice(request, market));
      if (lots < 1 || lots > Instrument.MAX_LOTS) {
        return AllIn.refusal(request.symbol(), lots);
      }
    }
    if (lots > 0) {
      Optional<Refusal> refusal = ask(request, accountId, market, lots);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    long orderId = append(request, accountId, market, lots, waits);
    if (waits) {
      market.await(orderId);
    } else {
      enter(market, orderId);
    }
    answer.accepted(orderId, orders, names);
    return Optional.empty();
  }

  /// Lets an order that waited meet the open: all-in orders are sized and shown to the gate now.
  void activate(Market market, long orderId) {
    if (orders.sizing(orderId) == Sizing.ALL_IN) {
      Optional<Refusal> refusal = sizeAtOpen(market, orderId);
      if (refusal.isPresent()) {
        matcher.change(orderId, OrderLifecycle.Trigger.REJECT);
        orders.set(orderId, REASON, refusal.get().reason().code());
        events.rejected(orderId, refusal.get());
        return;
      }
    }
    matcher.change(orderId, OrderLifecycle.Trigger.ACTIVATE);
    events.activated(orderId);
    matcher.enterAtOpen(market, orderId);
  }

  private Optional<Refusal> sizeAtOpen(Market market, long orderId) {
    int accountId = orders.account(orderId);
    long limit = orders.get(orderId, LIMIT_TICKS);
    long price = limit == 0 ? market.openTicks() : limit;
    long lots = allIn.lots(market, accountId, orders.side(orderId), price);
    if (lots < 1 || lots > Instrument.MAX_LOTS) {
      return AllIn.refusal(market.instrument().symbol(), lots);
    }
    asking.set(accountId, market, lots, limit);
    asking.set(orders.side(orderId), orders.type(orderId), orders.timeInForce(orderId));
    Optional<Refusal> refusal = gate.check(asking, ledger);
    if (refusal.isEmpty()) {
      orders.set(orderId, LOTS, lots);
    }
    return refusal;
  }

  private Optional<Refusal> ask(OrderRequest request, int accountId, Market market, long lots) {
    asking.set(accountId, market, lots, request.limitTicks());
    asking.set(request.side(), request.type(), request.timeInForce());
    return gate.check(asking, ledger);
  }

  private long append(
      OrderRequest request, int accountId, Market market, long lots, boolean waits) {
    OrderStatus status = waits ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    long orderId = orders.append();
    orders.set(orderId, ACCOUNT, accountId);
    orders.set(orderId, INSTRUMENT, market.id());
    orders.set(orderId, SIDE, request.side().ordinal());
    orders.set(orderId, TYPE, request.type().ordinal());
    orders.set(orderId, TIME_IN_FORCE, request.timeInForce().ordinal());
    orders.set(orderId, SIZING, request.sizing().ordinal());
    orders.set(orderId, STATUS, status.ordinal());
    orders.set(orderId, LOTS, lots);
    orders.set(orderId, LIMIT_TICKS, request.limitTicks());
    orders.set(orderId, CLIENT_ORDER, request.clientOrderId());
    orders.set(orderId, CREATED, events.nowNanos());
    orders.set(orderId, UPDATED, events.nowNanos());
    orders.set(orderId, SLOT, SlotBook.NONE);
    events.accepted(orderId, status);
    return orderId;
  }

  private void enter(Market market, long orderId) {
    if (matching == Matching.BARS) {
      matcher.enterAtOpen(market, orderId);
    } else {
      matcher.enter(market, orderId);
    }
  }

  private static boolean lacksLiquidity(OrderRequest request, Market market) {
    boolean needsIt = request.type() == OrderType.MARKET;
    return needsIt && market.book().bestTicks(request.side().opposite()) == 0;
  }

  private long sizingPrice(OrderRequest request, Market market) {
    if (request.type() == OrderType.LIMIT) {
      return request.limitTicks();
    }
    return matching == Matching.BARS
        ? market.openTicks()
        : market.book().bestTicks(request.side().opposite());
  }
}
