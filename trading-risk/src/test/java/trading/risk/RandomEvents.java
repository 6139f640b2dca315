package trading.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// A seeded stream of events that an engine could make of two accounts and three instruments.
final class RandomEvents {
  private record Live(
      long id, int account, int instrument, Side side, long left, OrderStatus status) {}

  private static final int MOST_LIVE = 1_500;
  private static final List<OrderStatus> STATUSES =
      List.of(OrderStatus.NEW, OrderStatus.PENDING_NEW, OrderStatus.SUSPENDED);

  private final Random random;
  private final List<Live> live = new ArrayList<>();
  private Optional<Live> reducing = Optional.empty();
  private long lastOrder;
  private long seq;
  private int day;

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  Event next() {
    seq++;
    if (reducing.isPresent()) {
      Live order = reducing.orElseThrow();
      reducing = Optional.empty();
      return termed(order, OrderTerms.NONE.withFlags(false, true));
    }
    int kind = random.nextInt(100);
    if (kind < 2) {
      return new Event.DayStarted(seq, seq, ++day);
    }
    if (kind < 8) {
      return new Event.CashMoved(
          seq, seq, account(), 1 + random.nextInt(2), random.nextLong(-900_000, 1_000_000));
    }
    if (kind < 18) {
      return marked(instrument(), 1 + random.nextInt(5_000));
    }
    if (kind < 20) {
      return new Event.OrderRejected(
          seq, seq, 0, account(), instrument(), side(), 5, 0, Reason.RISK_LIMIT, 1, 2, "r", "s");
    }
    if (kind < 22) {
      return new Event.OrderFilled(
          seq, seq, 0, 1, 0, instrument(), side(), 100, 5, 0, 0, Liquidity.MAKER);
    }
    boolean accepts = live.isEmpty() || live.size() < MOST_LIVE && kind < 60;
    return accepts ? accepted() : change(random.nextInt(live.size()));
  }

  private Event marked(int instrument, long ticks) {
    return switch (random.nextInt(3)) {
      case 0 -> new Event.BarOpened(seq, seq, instrument, ticks);
      case 1 -> new Event.BarClosed(seq, seq, instrument, ticks, ticks, ticks);
      default -> new Event.Quoted(seq, seq, instrument, 0, 0, 0, 0, ticks);
    };
  }

  private Event accepted() {
    OrderStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
    boolean allIn = status != OrderStatus.SUSPENDED && random.nextInt(4) == 0;
    long lots = status == OrderStatus.PENDING_NEW && allIn ? 0 : 1 + random.nextInt(1_000);
    // Some ids are left out: those that other parts of the engine gave out.
    lastOrder += 1 + random.nextInt(3);
    Live order = new Live(lastOrder, account(), instrument(), side(), lots, status);
    live.add(order);
    reducing = Optional.of(order).filter(_ -> random.nextInt(3) == 0);
    return new Event.OrderAccepted(
        seq,
        seq,
        order.id(),
        order.account(),
        order.instrument(),
        order.side(),
        OrderType.LIMIT,
        TimeInForce.GTC,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        status,
        lots,
        10,
        0);
  }

  private Event change(int index) {
    Live order = live.get(index);
    int kind = random.nextInt(10);
    if (kind < 2) {
      live.remove(index);
      return new Event.OrderCanceled(
          seq,
          seq,
          order.id(),
          order.account(),
          order.instrument(),
          order.side(),
          order.left(),
          Reason.CANCELED_BY_USER);
    }
    if (kind < 4) {
      return kind == 2 || order.left() < 2 ? amended(index, order) : reduced(index, order);
    }
    if (kind == 4) {
      return told(order);
    }
    if (order.status() == OrderStatus.NEW) {
      return filled(index, order);
    }
    if (kind == 5) {
      live.remove(index);
      return new Event.OrderRejected(
          seq,
          seq,
          order.id(),
          order.account(),
          order.instrument(),
          order.side(),
          order.left(),
          0,
          Reason.RISK_LIMIT,
          1,
          2,
          "r",
          "s");
    }
    // An order that was held back comes with what its entry has traded so far.
    long lots =
        order.status() == OrderStatus.SUSPENDED
            ? 1 + random.nextLong(order.left())
            : order.left() > 0 ? order.left() : 1 + random.nextInt(1_000);
    live.set(index, left(order, lots, OrderStatus.NEW));
    return new Event.OrderActivated(
        seq, seq, order.id(), order.account(), order.instrument(), order.side(), lots);
  }

  private Event filled(int index, Live order) {
    long lots = 1 + random.nextLong(order.left());
    if (lots == order.left()) {
      live.remove(index);
    } else {
      live.set(index, left(order, order.left() - lots, OrderStatus.NEW));
    }
    return new Event.OrderFilled(
        seq,
        seq,
        order.id(),
        seq,
        order.account(),
        order.instrument(),
        order.side(),
        1 + random.nextInt(5_000),
        lots,
        order.left() - lots,
        random.nextInt(50),
        Liquidity.TAKER);
  }

  /// An all-in order without a size keeps it: only its prices can be amended.
  private Event amended(int index, Live order) {
    long lots = order.left() == 0 ? 0 : 1 + random.nextInt(1_000);
    live.set(index, left(order, lots, order.status()));
    return new Event.OrderAmended(
        seq, seq, order.id(), order.account(), order.instrument(), order.side(), lots, lots, 10, 0);
  }

  private Event reduced(int index, Live order) {
    long lots = 1 + random.nextLong(order.left() - 1);
    long remaining = order.left() - lots;
    live.set(index, left(order, remaining, order.status()));
    return new Event.OrderReduced(
        seq,
        seq,
        order.id(),
        order.account(),
        order.instrument(),
        order.side(),
        lots,
        remaining,
        Reason.LINKED_ORDER);
  }

  /// What is no concern of the counters.
  private Event told(Live order) {
    return switch (random.nextInt(4)) {
      case 0 -> new Event.SelfTradeSet(seq, seq, account(), SelfTradePrevention.CANCEL_OLDEST);
      case 1 ->
          new Event.OrderTriggered(
              seq, seq, order.id(), order.account(), order.instrument(), order.side(), 7);
      case 2 ->
          new Event.StopMoved(
              seq, seq, order.id(), order.account(), order.instrument(), order.side(), 7);
      default -> termed(order, OrderTerms.NONE.withStop(7));
    };
  }

  private Event termed(Live order, OrderTerms terms) {
    return new Event.OrderTermed(
        seq, seq, order.id(), order.account(), order.instrument(), order.side(), terms, 0, 0);
  }

  private static Live left(Live order, long lots, OrderStatus status) {
    return new Live(order.id(), order.account(), order.instrument(), order.side(), lots, status);
  }

  private int account() {
    return 1 + random.nextInt(2);
  }

  private int instrument() {
    return 1 + random.nextInt(World.INSTRUMENTS.size());
  }

  private Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }
}
