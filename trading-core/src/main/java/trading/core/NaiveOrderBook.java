package trading.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import trading.api.Side;
import trading.api.spi.StateWriter;

/// A book of sorted maps and lists, to check the fast one against.
final class NaiveOrderBook implements OrderBook {

  /// One order.
  private static final class Resting {
    final long id;
    final Side side;
    final int owner;
    final long priceTicks;
    long lots;

    Resting(long id, Side side, int owner, long priceTicks, long lots) {
      this.id = id;
      this.side = side;
      this.owner = owner;
      this.priceTicks = priceTicks;
      this.lots = lots;
    }
  }

  private final TradeSink trades;
  private final SortedMap<Long, List<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
  private final SortedMap<Long, List<Resting>> asks = new TreeMap<>();
  private final Map<Long, Resting> byId = new TreeMap<>();

  NaiveOrderBook(TradeSink trades) {
    this.trades = trades;
  }

  @Override
  public long place(Side side, long orderId, int owner, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    requireNew(orderId);
    long left = match(side, priceTicks, lots);
    if (left > 0) {
      add(new Resting(orderId, side, owner, priceTicks, left));
    }
    return left;
  }

  @Override
  public long take(Side side, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    return match(side, priceTicks, lots);
  }

  @Override
  public void rest(Side side, long orderId, int owner, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    requireNew(orderId);
    add(new Resting(orderId, side, owner, priceTicks, lots));
  }

  @Override
  public long cancel(long orderId) {
    Resting order = byId.get(orderId);
    if (order == null) {
      return 0;
    }
    drop(order);
    return order.lots;
  }

  @Override
  public long reduce(long orderId, long lots) {
    BookInputs.requireLots(lots);
    Resting order = byId.get(orderId);
    if (order == null) {
      return 0;
    }
    long taken = Math.min(lots, order.lots);
    take(order, taken);
    return taken;
  }

  @Override
  public long move(long orderId, long priceTicks) {
    BookInputs.requirePrice(priceTicks);
    Resting order = byId.get(orderId);
    if (order == null) {
      return NOT_THERE;
    }
    drop(order);
    return place(order.side, orderId, order.owner, priceTicks, order.lots);
  }

  @Override
  public long lots(long orderId) {
    Resting order = byId.get(orderId);
    return order == null ? 0 : order.lots;
  }

  @Override
  public long priceTicks(long orderId) {
    Resting order = byId.get(orderId);
    return order == null ? 0 : order.priceTicks;
  }

  @Override
  public long bestTicks(Side side) {
    return levels(side).isEmpty() ? 0 : levels(side).firstKey();
  }

  @Override
  public boolean isFirst(long orderId) {
    Resting order = byId.get(orderId);
    return order != null && best(order.side).getFirst() == order;
  }

  @Override
  public int orders() {
    return byId.size();
  }

  @Override
  public void depth(Side side, int levels, LevelSink to) {
    levels(side).entrySet().stream()
        .limit(levels)
        .forEach(level ->
            to.level(
                level.getKey(), level.getValue().stream().mapToLong(order -> order.lots).sum()));
  }

  @Override
  public void queue(Side side, long priceTicks, OrderSink to) {
    BookInputs.requirePrice(priceTicks);
    levels(side)
        .getOrDefault(priceTicks, List.of())
        .forEach(order -> to.order(order.id, order.owner, order.lots));
  }

  @Override
  public void write(StateWriter out) {
    for (Side side : Side.values()) {
      out.putLong(levels(side).size());
      for (List<Resting> level : levels(side).values()) {
        for (Resting order : level) {
          out.putLong(order.id);
          out.putLong(side.sign() * order.priceTicks);
          out.putLong(order.lots);
        }
      }
    }
  }

  private long match(Side side, long limitTicks, long lots) {
    Side other = side.opposite();
    long left = lots;
    while (left > 0 && !levels(other).isEmpty() && crosses(side, limitTicks, bestTicks(other))) {
      Resting maker = best(other).getFirst();
      long traded = Math.min(left, maker.lots);
      take(maker, traded);
      left -= traded;
      trades.traded(maker.id, maker.priceTicks, traded);
    }
    return left;
  }

  private static boolean crosses(Side side, long limitTicks, long priceTicks) {
    return side == Side.BUY ? limitTicks >= priceTicks : limitTicks <= priceTicks;
  }

  private void requireNew(long orderId) {
    if (byId.containsKey(orderId)) {
      throw BookInputs.taken(orderId);
    }
  }

  private void add(Resting order) {
    levels(order.side).computeIfAbsent(order.priceTicks, _ -> new ArrayList<>()).add(order);
    byId.put(order.id, order);
  }

  private void take(Resting order, long lots) {
    if (order.lots == lots) {
      drop(order);
    } else {
      order.lots -= lots;
    }
  }

  private void drop(Resting order) {
    List<Resting> level = level(order.side, order.priceTicks);
    level.remove(order);
    if (level.isEmpty()) {
      levels(order.side).remove(order.priceTicks);
    }
    byId.remove(order.id);
  }

  private List<Resting> best(Side side) {
    return level(side, bestTicks(side));
  }

  /// {@return the orders at a price at which there are some}
  private List<Resting> level(Side side, long priceTicks) {
    return Objects.requireNonNull(levels(side).get(priceTicks));
  }

  private SortedMap<Long, List<Resting>> levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
