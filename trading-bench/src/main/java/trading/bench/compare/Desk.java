package trading.bench.compare;

import trading.api.OrderEntry;
import trading.bench.compare.Wire.CancelBody;
import trading.bench.compare.Wire.OrderBody;

/// Who answers behind the HTTP server.
interface Desk {
  Reply place(OrderBody order);

  Reply cancel(CancelBody cancel);

  /// {@return the desk that hands everything to an engine}
  static Desk of(OrderEntry engine) {
    return new Desk() {
      @Override
      public Reply place(OrderBody order) {
        return Reply.of(engine.placeOrder(order.request()));
      }

      @Override
      public Reply cancel(CancelBody cancel) {
        return Reply.of(engine.cancelOrder(cancel.account(), cancel.orderId()));
      }
    };
  }

  /// {@return a desk that answers at once, without an engine: what HTTP and JSON cost alone}
  static Desk echo() {
    return new Desk() {
      @Override
      public Reply place(OrderBody order) {
        return new Reply(order.lots(), "FILLED", order.lots(), order.limitTicks(), "", "");
      }

      @Override
      public Reply cancel(CancelBody cancel) {
        return new Reply(cancel.orderId(), "CANCELED", 0, 0, "CANCELED_BY_USER", "");
      }
    };
  }

  /// {@return a broken desk: it acknowledges one order without handing it on}
  ///
  /// It shows that the comparison notices.
  ///
  /// @param desk who answers all others
  /// @param dropped which order, from 1
  static Desk dropping(Desk desk, int dropped) {
    return new Desk() {
      private int orders;

      @Override
      public Reply place(OrderBody order) {
        orders++;
        return orders == dropped ? echo().place(order) : desk.place(order);
      }

      @Override
      public Reply cancel(CancelBody cancel) {
        return desk.cancel(cancel);
      }
    };
  }
}
