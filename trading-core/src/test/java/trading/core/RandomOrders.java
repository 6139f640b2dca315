package trading.core;

import java.util.List;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// Seeded random orders: plain ones, ones with every type and term, and malformed ones.
final class RandomOrders {
  private static final List<OrderType> TYPES = List.of(OrderType.values());
  private static final List<TimeInForce> TIMES = List.of(TimeInForce.values());
  private static final long MILLI = 1_000_000;

  private final RandomWorld world;

  RandomOrders(RandomWorld world) {
    this.world = world;
  }

  /// {@return a MARKET or LIMIT order without terms, sometimes all in}
  OrderRequest plain() {
    int instrument = world.random.nextInt(3);
    boolean limit = world.random.nextInt(10) < 6;
    boolean allIn = world.oneIn(12);
    return new OrderRequest(
        world.any(RandomFlow.ACCOUNTS),
        RandomFlow.INSTRUMENTS.get(instrument).symbol(),
        world.any(List.of(Side.values())),
        limit ? OrderType.LIMIT : OrderType.MARKET,
        world.oneIn(4) ? TimeInForce.IOC : TimeInForce.GTC,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        allIn ? 0 : world.lots(instrument),
        limit ? world.near(instrument) : 0,
        world.clientOrder());
  }

  /// {@return an order of any type, with any time in force and terms, mostly ones that fit}
  OrderRequest rich() {
    return rich(
        world.any(RandomFlow.ACCOUNTS), world.random.nextInt(3), world.any(List.of(Side.values())));
  }

  OrderRequest rich(String account, int instrument, Side side) {
    OrderType type = world.any(TYPES);
    TimeInForce time = world.any(TIMES);
    while (type == OrderType.MARKET_TO_LIMIT && isImmediate(time) && !world.oneIn(12)) {
      time = world.any(TIMES);
    }
    boolean allIn = !type.isTriggered() && world.oneIn(20);
    long lots = world.lots(instrument);
    return new OrderRequest(
        account,
        RandomFlow.INSTRUMENTS.get(instrument).symbol(),
        side,
        type,
        time,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        allIn ? 0 : lots,
        type.hasLimit() ? world.near(instrument) : 0,
        world.clientOrder(),
        terms(type, time, instrument, allIn ? 0 : lots));
  }

  private OrderTerms terms(OrderType type, TimeInForce time, int instrument, long lots) {
    boolean rests = !isImmediate(time);
    boolean odd = world.oneIn(40);
    boolean iceberg = rests && (type.hasLimit() || type == OrderType.MARKET_TO_LIMIT) || odd;
    boolean passive = rests && type.hasLimit() || odd;
    boolean ticks = type == OrderType.TRAILING_STOP && world.random.nextBoolean();
    boolean points = type == OrderType.TRAILING_STOP && !ticks;
    return new OrderTerms(
        type.hasStop() ? world.near(instrument) : 0,
        ticks ? 1 + world.random.nextInt(8) : 0,
        points ? 1 + world.random.nextInt(500) : 0,
        type.isTriggered() ? world.any(List.of(TriggerPrice.values())) : TriggerPrice.LAST,
        iceberg && lots > 1 && world.oneIn(3) ? 1 + world.random.nextInt((int) lots - 1) : 0,
        passive && world.oneIn(5),
        world.oneIn(5),
        time == TimeInForce.GTD ? world.clockNanos + world.random.nextInt(9) * MILLI + 1 : 0);
  }

  /// {@return an order with one thing wrong}
  OrderRequest malformed() {
    OrderRequest good = world.random.nextBoolean() ? plain() : rich();
    int kind = world.random.nextInt(11);
    OrderTerms terms = good.terms();
    return new OrderRequest(
        kind == 0 ? world.any(RandomFlow.STRANGERS) : good.account(),
        kind == 1 ? world.any(RandomFlow.STRANGERS) : good.symbol(),
        good.side(),
        good.type(),
        good.timeInForce(),
        good.sizing(),
        kind == 2 ? world.badNumber() : good.lots(),
        kind == 3 ? world.badNumber() : good.limitTicks(),
        kind == 4 ? Long.MIN_VALUE : good.clientOrderId(),
        switch (kind) {
          case 5 -> terms.withStop(world.badNumber());
          case 6 -> terms.withTrail(world.badNumber(), terms.trailBasisPoints());
          case 7 -> terms.withTrail(terms.trailTicks(), world.any(List.of(0, -1, 1, 10_000)));
          case 8 -> terms.showing(world.any(List.of(-1L, 0L, good.lots(), Long.MAX_VALUE)));
          case 9 -> terms.expiringAt(world.any(List.of(-1L, 0L, 1L, Long.MAX_VALUE)));
          case 10 -> terms.withFlags(true, true);
          default -> terms;
        });
  }

  private static boolean isImmediate(TimeInForce time) {
    return time == TimeInForce.IOC || time == TimeInForce.FOK;
  }
}
