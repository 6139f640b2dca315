package trading.core;

import java.util.List;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;

/// The kinds of linked orders, with their stable numbers.
enum LinkKind {
  ONE_CANCELS_OTHER(1),
  ONE_TRIGGERS_OTHERS(2),
  BRACKET(3);

  private final int code;

  LinkKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static LinkKind of(LinkedOrders linked) {
    return switch (linked) {
      case LinkedOrders.OneCancelsOther _ -> ONE_CANCELS_OTHER;
      case LinkedOrders.OneTriggersOthers _ -> ONE_TRIGGERS_OTHERS;
      case LinkedOrders.Bracket _ -> BRACKET;
    };
  }

  /// {@return the linked orders of a kind}
  static LinkedOrders linked(int code, List<OrderRequest> orders) {
    OrderRequest first = orders.getFirst();
    return switch (values()[code - 1]) {
      case ONE_CANCELS_OTHER -> new LinkedOrders.OneCancelsOther(first, orders.get(1));
      case ONE_TRIGGERS_OTHERS ->
          new LinkedOrders.OneTriggersOthers(first, orders.subList(1, orders.size()));
      case BRACKET -> new LinkedOrders.Bracket(first, orders.get(1), orders.get(2));
    };
  }
}
