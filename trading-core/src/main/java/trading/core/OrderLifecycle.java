package trading.core;

import static trading.api.OrderStatus.CANCELED;
import static trading.api.OrderStatus.EXPIRED;
import static trading.api.OrderStatus.FILLED;
import static trading.api.OrderStatus.NEW;
import static trading.api.OrderStatus.PARTIALLY_FILLED;
import static trading.api.OrderStatus.PENDING_CANCEL;
import static trading.api.OrderStatus.PENDING_NEW;
import static trading.api.OrderStatus.REJECTED;
import static trading.api.OrderStatus.SUSPENDED;

import org.jspecify.annotations.Nullable;
import trading.api.OrderStatus;

/// The one table of what may happen to an order in which state.
// Hot: engine only; allocates nothing.
final class OrderLifecycle {

  /// What can happen to an order.
  enum Trigger {
    ACTIVATE,
    FILL_PART,
    FILL_ALL,
    CANCEL,
    REJECT,
    EXPIRE,
    TRIGGER,
    AMEND,
    REDUCE,
    REQUEST_CANCEL,
    RESUME_NEW,
    RESUME_PARTLY
  }

  private static final @Nullable OrderStatus[][] TABLE =
      new OrderStatus[OrderStatus.values().length][Trigger.values().length];

  static {
    for (OrderStatus open : new OrderStatus[] {PENDING_NEW, SUSPENDED, NEW, PARTIALLY_FILLED}) {
      allow(open, Trigger.CANCEL, CANCELED);
      allow(open, Trigger.EXPIRE, EXPIRED);
      allow(open, Trigger.AMEND, open);
      allow(open, Trigger.REDUCE, open);
    }
    for (OrderStatus held : new OrderStatus[] {PENDING_NEW, SUSPENDED}) {
      allow(held, Trigger.ACTIVATE, NEW);
      allow(held, Trigger.REJECT, REJECTED);
    }
    allow(NEW, Trigger.TRIGGER, NEW);
    for (OrderStatus working : new OrderStatus[] {NEW, PARTIALLY_FILLED}) {
      allow(working, Trigger.FILL_PART, PARTIALLY_FILLED);
      allow(working, Trigger.FILL_ALL, FILLED);
      allow(working, Trigger.REQUEST_CANCEL, PENDING_CANCEL);
    }
    allow(PENDING_CANCEL, Trigger.FILL_PART, PENDING_CANCEL);
    allow(PENDING_CANCEL, Trigger.FILL_ALL, FILLED);
    allow(PENDING_CANCEL, Trigger.CANCEL, CANCELED);
    allow(PENDING_CANCEL, Trigger.EXPIRE, EXPIRED);
    allow(PENDING_CANCEL, Trigger.REDUCE, PENDING_CANCEL);
    allow(PENDING_CANCEL, Trigger.RESUME_NEW, NEW);
    allow(PENDING_CANCEL, Trigger.RESUME_PARTLY, PARTIALLY_FILLED);
  }

  private OrderLifecycle() {}

  /// {@return the state after a trigger}
  ///
  /// @throws IllegalStateException when the trigger is illegal in that state
  static OrderStatus next(OrderStatus from, Trigger trigger) {
    @Nullable OrderStatus to = TABLE[from.ordinal()][trigger.ordinal()];
    if (to == null) {
      throw new IllegalStateException("an order that is " + from + " cannot " + trigger);
    }
    return to;
  }

  private static void allow(OrderStatus from, Trigger trigger, OrderStatus to) {
    TABLE[from.ordinal()][trigger.ordinal()] = to;
  }
}
