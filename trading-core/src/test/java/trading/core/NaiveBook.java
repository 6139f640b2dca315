package trading.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import trading.api.Side;

/// A book of sorted maps and lists: best price first, oldest first.
final class NaiveBook {

  /// One order.
  static final class Entry {
    final Side side;
    final long orderId;
    final long priceTicks;
    long lots;

    Entry(Side side, long orderId, long priceTicks, long lots) {
      this.side = side;
      this.orderId = orderId;
      this.priceTicks = priceTicks;
      this.lots = lots;
    }
  }

  private final TreeMap<Long, List<Entry>> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, List<Entry>> asks = new TreeMap<>();

  Entry add(Side side, long orderId, long priceTicks, long lots) {
    Entry entry = new Entry(side, orderId, priceTicks, lots);
    levels(side).computeIfAbsent(priceTicks, _ -> new ArrayList<>()).add(entry);
    return entry;
  }

  void remove(Entry entry) {
    List<Entry> level = levels(entry.side).get(entry.priceTicks);
    level.remove(entry);
    if (level.isEmpty()) {
      levels(entry.side).remove(entry.priceTicks);
    }
  }

  void reduce(Entry entry, long by) {
    entry.lots -= by;
    if (entry.lots == 0) {
      remove(entry);
    }
  }

  long bestTicks(Side side) {
    return levels(side).isEmpty() ? 0 : levels(side).firstKey();
  }

  long bestOrder(Side side) {
    return levels(side).isEmpty() ? -1 : levels(side).firstEntry().getValue().getFirst().orderId;
  }

  /// {@return per side: the number of levels, then order, price (asks negative) and lots of each}
  List<Object> depth() {
    List<Object> depth = new ArrayList<>();
    for (Side side : Side.values()) {
      depth.add((long) levels(side).size());
      for (Map.Entry<Long, List<Entry>> level : levels(side).entrySet()) {
        for (Entry entry : level.getValue()) {
          depth.add(entry.orderId);
          depth.add(side.sign() * entry.priceTicks);
          depth.add(entry.lots);
        }
      }
    }
    return depth;
  }

  private TreeMap<Long, List<Entry>> levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
