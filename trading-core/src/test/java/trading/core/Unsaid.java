package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.LinkedResult;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.event.Event;

/// Takes the sentence out of what the engine says where its twin leaves it open.
final class Unsaid {
  private Unsaid() {}

  static Object alike(Object actual, Object expected) {
    if (actual instanceof Reply.One(OrderResult.Rejected(var refusal))
        && expected instanceof Reply.One(OrderResult.Rejected(var other))
        && other.sentence().isEmpty()) {
      return new Reply.One(new OrderResult.Rejected(without(refusal)));
    }
    if (actual instanceof Reply.Linked(LinkedResult.Rejected(int index, var refusal))
        && expected instanceof Reply.Linked(LinkedResult.Rejected(_, var other))
        && other.sentence().isEmpty()) {
      return new Reply.Linked(new LinkedResult.Rejected(index, without(refusal)));
    }
    return actual;
  }

  static List<Event> alike(List<Event> actual, List<Event> expected) {
    List<Event> alike = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      boolean open = i < expected.size() && sentence(expected.get(i)).equals("");
      alike.add(open ? without(actual.get(i)) : actual.get(i));
    }
    return alike;
  }

  private static String sentence(Event event) {
    return switch (event) {
      case Event.OrderRejected e -> e.sentence();
      case Event.CancelRejected e -> e.sentence();
      default -> "none";
    };
  }

  private static Event without(Event event) {
    return switch (event) {
      case Event.OrderRejected e ->
          new Event.OrderRejected(
              e.seq(),
              e.atNanos(),
              e.orderId(),
              e.accountId(),
              e.instrumentId(),
              e.side(),
              e.lots(),
              e.clientOrderId(),
              e.reason(),
              e.bound(),
              e.actual(),
              e.rule(),
              "");
      case Event.CancelRejected e ->
          new Event.CancelRejected(
              e.seq(), e.atNanos(), e.orderId(), e.accountId(), e.reason(), "");
      default -> event;
    };
  }

  private static Refusal without(Refusal refusal) {
    return new Refusal(
        refusal.reason(), refusal.rule(), refusal.limit(), refusal.actual(), "", Optional.empty());
  }
}
