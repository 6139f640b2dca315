package trading.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// Seeded random linked orders near the wandering price, mostly ones that fit together.
final class RandomLinks {
  private final RandomWorld world;
  private final RandomOrders placing;

  RandomLinks(RandomWorld world, RandomOrders placing) {
    this.world = world;
    this.placing = placing;
  }

  LinkedOrders any() {
    return switch (world.random.nextInt(3)) {
      case 0 -> pair();
      case 1 -> oneTriggersOthers();
      default -> bracket();
    };
  }

  private LinkedOrders pair() {
    OrderRequest like = lead();
    List<OrderRequest> orders =
        world.oneIn(3)
            ? List.of(any(like, like.side()), any(like, world.any(List.of(Side.values()))))
            : List.of(target(like, like.side()), stop(like, like.side()));
    orders = spoiled(orders);
    return new LinkedOrders.OneCancelsOther(orders.get(0), orders.get(1));
  }

  private LinkedOrders bracket() {
    OrderRequest entry = lead();
    Side out = entry.side().opposite();
    List<OrderRequest> orders =
        spoiled(
            List.of(
                entry,
                world.oneIn(5) ? any(entry, out) : stop(entry, out),
                world.oneIn(5) ? any(entry, out) : target(entry, out)));
    return new LinkedOrders.Bracket(orders.get(0), orders.get(1), orders.get(2));
  }

  private LinkedOrders oneTriggersOthers() {
    OrderRequest entry = lead();
    List<OrderRequest> orders = new ArrayList<>(List.of(entry));
    int others = world.oneIn(30) ? world.any(List.of(0, 16, 17)) : 1 + world.random.nextInt(3);
    for (int i = 0; i < others; i++) {
      orders.add(lots(any(entry, world.any(List.of(Side.values()))), 1 + world.random.nextInt(20)));
    }
    List<OrderRequest> all = spoiled(orders);
    return new LinkedOrders.OneTriggersOthers(all.getFirst(), all.subList(1, all.size()));
  }

  /// {@return an order that the others are made after}
  private OrderRequest lead() {
    OrderRequest lead = world.oneIn(3) ? placing.rich() : placing.plain();
    return lead.sizing() == Sizing.LOTS ? lead : lots(lead, world.lots(instrument(lead)));
  }

  /// {@return any order of the same account, symbol and quantity}
  private OrderRequest any(OrderRequest like, Side side) {
    OrderRequest order = placing.rich(like.account(), instrument(like), side);
    while (order.type() == OrderType.MARKET_TO_LIMIT
        || order.sizing() == Sizing.ALL_IN
        || order.terms().displayLots() >= like.lots()) {
      order = placing.rich(like.account(), instrument(like), side);
    }
    return lots(order, like.lots());
  }

  private OrderRequest target(OrderRequest like, Side side) {
    long away = side.sign() * -world.random.nextInt(6);
    boolean touched = world.oneIn(4);
    return exit(
        like,
        side,
        touched ? OrderType.LIMIT_IF_TOUCHED : OrderType.LIMIT,
        world.near(instrument(like), away),
        touched ? OrderTerms.NONE.withStop(world.near(instrument(like), away)) : OrderTerms.NONE);
  }

  private OrderRequest stop(OrderRequest like, Side side) {
    long price = world.near(instrument(like), side.sign() * world.random.nextInt(6));
    OrderTerms terms = OrderTerms.NONE.triggeredBy(world.any(List.of(TriggerPrice.values())));
    return switch (world.random.nextInt(3)) {
      case 0 -> exit(like, side, OrderType.STOP, 0, terms.withStop(price));
      case 1 ->
          exit(
              like,
              side,
              OrderType.STOP_LIMIT,
              Math.max(1, price + side.sign() * world.random.nextInt(3)),
              terms.withStop(price));
      default ->
          exit(
              like,
              side,
              OrderType.TRAILING_STOP,
              0,
              terms.withTrail(1 + world.random.nextInt(6), 0));
    };
  }

  private OrderRequest exit(
      OrderRequest like, Side side, OrderType type, long limitTicks, OrderTerms terms) {
    return new OrderRequest(
        like.account(),
        like.symbol(),
        side,
        type,
        world.oneIn(4) ? TimeInForce.DAY : TimeInForce.GTC,
        Sizing.LOTS,
        like.lots(),
        limitTicks,
        world.clientOrder(),
        terms.withFlags(false, world.oneIn(8)));
  }

  /// {@return the same, sometimes with one order that does not fit}
  private List<OrderRequest> spoiled(List<OrderRequest> good) {
    if (!world.oneIn(15)) {
      return good;
    }
    List<OrderRequest> orders = new ArrayList<>(good);
    Collections.swap(orders, 0, world.random.nextInt(orders.size()));
    int at = world.random.nextInt(orders.size());
    OrderRequest order = orders.get(at);
    orders.set(
        at,
        switch (world.random.nextInt(6)) {
          case 0 -> placing.malformed();
          case 1 -> placing.plain();
          case 2 -> lots(order, order.lots() + 1);
          case 3 -> order.with(OrderType.MARKET_TO_LIMIT, order.timeInForce());
          case 4 -> order.withClientOrderId(orders.getFirst().clientOrderId());
          default ->
              order.terms().postOnly() ? order : order.with(order.terms().withFlags(true, true));
        });
    return orders;
  }

  private static int instrument(OrderRequest request) {
    for (int i = 0; i < RandomFlow.INSTRUMENTS.size(); i++) {
      if (RandomFlow.INSTRUMENTS.get(i).symbol().equals(request.symbol())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no instrument: " + request);
  }

  private static OrderRequest lots(OrderRequest order, long lots) {
    return new OrderRequest(
        order.account(),
        order.symbol(),
        order.side(),
        order.type(),
        order.timeInForce(),
        Sizing.LOTS,
        lots,
        order.limitTicks(),
        order.clientOrderId(),
        order.terms());
  }
}
