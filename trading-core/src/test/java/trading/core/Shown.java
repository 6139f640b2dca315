package trading.core;

import java.util.List;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.spi.OrderView;

/// What the gate was shown of an order, and what it was to count differently for it.
record Shown(
    long lots,
    boolean worksAlready,
    long addedBuys,
    long addedSells,
    long addedReducingBuys,
    long addedReducingSells,
    long addedOrders) {

  /// {@return a new order that stands alone}
  static Shown alone(long lots) {
    return new Shown(lots, false, 0, 0, 0, 0, 0);
  }

  static Shown of(OrderView order) {
    return new Shown(
        order.lots(),
        order.worksAlready(),
        order.addedLots(Side.BUY),
        order.addedLots(Side.SELL),
        order.addedReduceOnlyLots(Side.BUY),
        order.addedReduceOnlyLots(Side.SELL),
        order.addedOrders());
  }

  /// {@return a check that notes what it is shown before it asks another one}
  static FakeGate.Check noting(List<Shown> notes, FakeGate.Check then) {
    return (order, ledger) -> {
      notes.add(of(order));
      return then.check(order, ledger);
    };
  }

  /// {@return the same of an order that works already}
  Shown working() {
    return new Shown(
        lots, true, addedBuys, addedSells, addedReducingBuys, addedReducingSells, addedOrders);
  }

  /// {@return the same without what an order has working}
  Shown without(NaiveOrder order) {
    return adding(order.side, -order.left(), order.asked.reduceOnly(), 0);
  }

  /// {@return the same behind an order that is accepted together with it}
  Shown behind(OrderRequest first) {
    return adding(first.side(), first.lots(), first.terms().reduceOnly(), 1);
  }

  private Shown adding(Side side, long added, boolean reduces, long orders) {
    long buys = side == Side.BUY ? added : 0;
    long sells = side == Side.SELL ? added : 0;
    return new Shown(
        lots,
        worksAlready,
        addedBuys + buys,
        addedSells + sells,
        addedReducingBuys + (reduces ? buys : 0),
        addedReducingSells + (reduces ? sells : 0),
        addedOrders + orders);
  }
}
