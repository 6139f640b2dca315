package trading.core;

import static trading.api.OrderStatus.CANCELED;
import static trading.api.OrderStatus.FILLED;
import static trading.api.OrderStatus.NEW;
import static trading.api.OrderStatus.PARTIALLY_FILLED;
import static trading.api.OrderStatus.PENDING_NEW;
import static trading.api.OrderStatus.REJECTED;

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
    REJECT
  }

  private static final @Nullable OrderStatus[][] TABLE =
      new OrderStatus[OrderStatus.values().length][Trigger.values().length];

  static {
    allow(PENDING_NEW, Trigger.ACTIVATE, NEW);
    allow(PENDING_NEW, Trigger.CANCEL, CANCELED);
    allow(PENDING_NEW, Trigger.REJECT, REJECTED);
    allow(NEW, Trigger.FILL_PART, PARTIALLY_FILLED);
    allow(NEW, Trigger.FILL_ALL, FILLED);
    allow(NEW, Trigger.CANCEL, CANCELED);
    allow(PARTIALLY_FILLED, Trigger.FILL_PART, PARTIALLY_FILLED);
    allow(PARTIALLY_FILLED, Trigger.FILL_ALL, FILLED);
    allow(PARTIALLY_FILLED, Trigger.CANCEL, CANCELED);
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
