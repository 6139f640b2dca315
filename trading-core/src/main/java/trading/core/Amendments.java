package trading.core;

import static trading.core.OrderTable.FILLED_LOTS;
import static trading.core.OrderTable.LIMIT_TICKS;
import static trading.core.OrderTable.LOTS;

import java.util.Optional;
import trading.api.Amendment;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.core.OrderLifecycle.Trigger;

/// Changes quantity and prices of an open order.
// Hot: engine only; allocates nothing once warm while nothing is refused.
final class Amendments {
  private final OrderTable orders;
  private final EventWriter events;
  private final OrderChanges changes;
  private final OrderIntake intake;

  // What the order would be; valid within one call.
  private long lots;
  private long limitTicks;
  private long stopTicks;

  Amendments(OrderTable orders, EventWriter events, OrderChanges changes, OrderIntake intake) {
    this.orders = orders;
    this.events = events;
    this.changes = changes;
    this.intake = intake;
  }

  /// {@return why an order cannot be changed, or empty: then it is}
  Optional<Refusal> amend(Market market, long orderId, Amendment amendment) {
    lots = amendment.lots() == 0 ? orders.get(orderId, LOTS) : amendment.lots();
    limitTicks =
        amendment.limitTicks() == 0 ? orders.get(orderId, LIMIT_TICKS) : amendment.limitTicks();
    long stop = orders.term(orderId, TermsTable.STOP);
    stopTicks = amendment.stopTicks() == 0 ? stop : amendment.stopTicks();
    Optional<Refusal> refusal = check(market, orderId, amendment);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (isFilled(orderId)) {
      changes.cancel(market, orderId, Reason.AMENDED_AWAY);
      return Optional.empty();
    }
    boolean less =
        lots < orders.get(orderId, LOTS)
            && limitTicks == orders.get(orderId, LIMIT_TICKS)
            && stopTicks == stop;
    refusal = less ? Optional.empty() : ask(market, orderId);
    if (refusal.isEmpty()) {
      apply(market, orderId, less);
    }
    return refusal;
  }

  private Optional<Refusal> check(Market market, long orderId, Amendment amendment) {
    Optional<Refusal> refusal = checkMeaning(orderId, amendment);
    String symbol = market.instrument().symbol();
    if (refusal.isEmpty() && amendment.lots() != 0) {
      refusal = DoorCheck.checkLots(symbol, lots);
    }
    if (refusal.isEmpty() && amendment.limitTicks() != 0) {
      refusal = DoorCheck.checkLimit(symbol, limitTicks);
    }
    if (refusal.isEmpty() && amendment.stopTicks() != 0) {
      refusal = TermsCheck.checkStop(symbol, stopTicks);
    }
    if (refusal.isEmpty()) {
      refusal = DoorCheck.checkNotional(symbol, limitTicks, lots, market);
    }
    return refusal.isPresent() || amendment.lots() == 0 || isFilled(orderId)
        ? refusal
        : TermsCheck.checkDisplay(orders.term(orderId, TermsTable.DISPLAY), lots);
  }

  private Optional<Refusal> checkMeaning(long orderId, Amendment amendment) {
    if (lots == orders.get(orderId, LOTS)
        && limitTicks == orders.get(orderId, LIMIT_TICKS)
        && stopTicks == orders.term(orderId, TermsTable.STOP)) {
      return Inputs.badAmendment(0, "the amendment of order " + orderId + " changes nothing");
    }
    OrderType type = orders.type(orderId);
    boolean hasLimit = type.hasLimit() || orders.get(orderId, LIMIT_TICKS) != 0;
    if (amendment.limitTicks() != 0 && !hasLimit) {
      return Inputs.badAmendment(
          amendment.limitTicks(), "order " + orderId + " of type " + type + " has no limit");
    }
    boolean waits = type.hasStop() && orders.term(orderId, TermsTable.TRIGGERED) == 0;
    if (amendment.stopTicks() != 0 && !waits) {
      return Inputs.badAmendment(
          amendment.stopTicks(), "order " + orderId + " of type " + type + " waits for no stop");
    }
    if (amendment.lots() != 0 && (isLinked(orderId) || orders.get(orderId, LOTS) == 0)) {
      return Inputs.badAmendment(
          amendment.lots(),
          "the quantity of order " + orderId + " cannot be changed: it is linked or all in");
    }
    return Optional.empty();
  }

  /// {@return whether all of the new quantity has traded}
  private boolean isFilled(long orderId) {
    return lots <= orders.get(orderId, FILLED_LOTS) && orders.get(orderId, LOTS) != 0;
  }

  private Optional<Refusal> ask(Market market, long orderId) {
    OrderStatus status = orders.status(orderId);
    if (status == OrderStatus.SUSPENDED) {
      return Optional.empty();
    }
    long left = lots - orders.get(orderId, FILLED_LOTS);
    Optional<Refusal> refusal = Optional.empty();
    if (orders.slot(orderId) != SlotBook.NONE && orders.isPostOnly(orderId)) {
      refusal = intake.checkPostOnly(market, orders.side(orderId), limitTicks);
    }
    if (refusal.isEmpty() && orders.isReduceOnly(orderId)) {
      refusal = intake.checkReduceOnly(market, orders.account(orderId), orders.side(orderId), left);
    }
    return refusal.isPresent() || lots == 0
        ? refusal
        : intake.ask(market, orderId, left, limitTicks, stopTicks);
  }

  private void apply(Market market, long orderId, boolean less) {
    boolean requeue =
        lots > orders.get(orderId, LOTS) || limitTicks != orders.get(orderId, LIMIT_TICKS);
    boolean armed = orders.term(orderId, TermsTable.ARMED) != 0;
    boolean rearm = armed && stopTicks != orders.term(orderId, TermsTable.STOP);
    boolean rests = orders.slot(orderId) != SlotBook.NONE;
    if (requeue && rests) {
      changes.leaveBook(market, orderId);
    }
    if (rearm) {
      market.stopsOrFail().disarm(orderId);
    }
    orders.set(orderId, LOTS, lots);
    orders.set(orderId, LIMIT_TICKS, limitTicks);
    if (!orders.isPlain(orderId)) {
      orders.setTerm(orderId, TermsTable.STOP, stopTicks);
    }
    changes.change(orderId, Trigger.AMEND);
    events.amended(orderId);
    if (less) {
      changes.shrinkTo(market, orderId, orders.remaining(orderId));
    } else if (rearm) {
      changes.arm(market, orderId);
    } else if (requeue && rests) {
      reenter(market, orderId);
    }
  }

  private void reenter(Market market, long orderId) {
    if (intake.waits(market)) {
      changes.rest(market, orderId);
    } else {
      intake.entrance().meet(market, orderId);
    }
  }

  private boolean isLinked(long orderId) {
    return orders.term(orderId, TermsTable.ENTRY) != 0
        || orders.term(orderId, TermsTable.SIBLING) != 0
        || orders.term(orderId, TermsTable.DEPENDENTS) != 0;
  }
}
