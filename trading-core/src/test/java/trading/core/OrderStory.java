package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import trading.api.Order;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.event.Event;

/// What happened to one order, in a few words, from its events.
final class OrderStory {
  private final long orderId;
  private final OrderType type;
  private final boolean held;
  private final List<String> steps = new ArrayList<>();
  private long filledLots;

  OrderStory(Event.OrderAccepted accepted) {
    orderId = accepted.orderId();
    type = accepted.type();
    held = accepted.status() == OrderStatus.SUSPENDED;
    if (held) {
      step("held back");
    } else if (accepted.status() == OrderStatus.NEW && type.isTriggered()) {
      step("waits");
    }
  }

  /// Adds what an event says, if it is about this order.
  void add(Event event) {
    switch (event) {
      case Event.OrderActivated e -> activated(e);
      case Event.OrderRejected e -> step(e.orderId(), "rejected " + code(e.reason()));
      case Event.OrderFilled e -> filled(e);
      case Event.OrderCanceled e -> canceled(e);
      case Event.OrderReduced e -> step(e.orderId(), "cut by " + e.lots() + " " + code(e.reason()));
      case Event.OrderAmended e -> step(e.orderId(), "now of " + e.lots());
      case Event.OrderAccepted _,
          Event.OrderTermed _,
          Event.OrderTriggered _,
          Event.StopMoved _,
          Event.CancelRejected _,
          Event.CurrencyListed _,
          Event.InstrumentListed _,
          Event.SessionCloseSet _,
          Event.AccountOpened _,
          Event.SelfTradeSet _,
          Event.CashMoved _,
          Event.DayStarted _,
          Event.Quoted _,
          Event.BarOpened _,
          Event.BarClosed _ -> {
        // No quantity and no state of an order that is known already.
      }
    }
  }

  private void activated(Event.OrderActivated activated) {
    if (held) {
      step(activated.orderId(), "comes on with " + activated.lots());
    }
    if (type.isTriggered()) {
      step(activated.orderId(), "waits");
    }
  }

  private void filled(Event.OrderFilled fill) {
    filledLots += fill.orderId() == orderId ? fill.lots() : 0;
    step(fill.orderId(), fill.remainingLots() == 0 ? "fills" : "fills part");
  }

  private void canceled(Event.OrderCanceled canceled) {
    boolean over = canceled.reason() == Reason.TIME_EXPIRED;
    step(canceled.orderId(), over ? "expires" : "canceled " + code(canceled.reason()));
  }

  /// Says that the order rests, if it does, and compares the order with what was told.
  void settle(Order order) {
    assertEquals(filledLots, order.filledLots(), order::toString);
    boolean onMarket =
        order.status() == OrderStatus.NEW || order.status() == OrderStatus.PARTIALLY_FILLED;
    if (onMarket && (order.triggered() || !type.isTriggered())) {
      step("rests");
    }
  }

  private void step(long id, String step) {
    if (id == orderId) {
      step(step);
    }
  }

  private void step(String step) {
    if (steps.isEmpty() || !steps.getLast().equals(step)) {
      steps.add(step);
    }
  }

  static String code(Reason reason) {
    return "`" + reason + "`";
  }

  @Override
  public String toString() {
    return String.join(", ", steps);
  }
}
