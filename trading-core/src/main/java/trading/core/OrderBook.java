package trading.core;

import java.util.Arrays;
import trading.api.Side;
import trading.api.spi.StateWriter;

/// What rests in one instrument, in price-time priority.
///
/// Orders live in numbered slots of flat arrays; a slot's number is valid until the order leaves
/// the book.
// Hot: engine only; allocates nothing once warm.
final class OrderBook {
  static final int NONE = -1;

  private final BookSide bids = new BookSide();
  private final BookSide asks = new BookSide();
  private long[] orderIds = new long[256];
  private long[] lots = new long[256];
  private long[] keys = new long[256];
  private int[] previous = new int[256];
  private int[] next = new int[256];
  private int used;
  private int free = NONE;

  /// Puts an order behind those of its price.
  ///
  /// @return its slot
  int add(Side side, long orderId, long priceTicks, long newLots) {
    int slot = takeSlot();
    long key = key(side, priceTicks);
    orderIds[slot] = orderId;
    lots[slot] = newLots;
    keys[slot] = key;
    int before = side(side).append(key, slot);
    previous[slot] = before;
    next[slot] = NONE;
    if (before != NONE) {
      next[before] = slot;
    }
    return slot;
  }

  void remove(int slot) {
    int before = previous[slot];
    int after = next[slot];
    sideOf(slot).remove(keys[slot], before, after);
    if (before != NONE) {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
    next[slot] = free;
    free = slot;
  }

  /// Takes lots off an order; one without lots leaves the book.
  void reduce(int slot, long by) {
    lots[slot] -= by;
    if (lots[slot] == 0) {
      remove(slot);
    }
  }

  /// {@return the slot of the first order at the best price, or -1}
  int bestSlot(Side side) {
    BookSide levels = side(side);
    return levels.isEmpty() ? NONE : levels.bestHead();
  }

  /// {@return the best price in ticks, or 0}
  long bestTicks(Side side) {
    BookSide levels = side(side);
    return levels.isEmpty() ? 0 : Math.abs(levels.bestKey());
  }

  long orderId(int slot) {
    return orderIds[slot];
  }

  long lots(int slot) {
    return lots[slot];
  }

  long priceTicks(int slot) {
    return Math.abs(keys[slot]);
  }

  void write(StateWriter out) {
    write(bids, out);
    write(asks, out);
  }

  private void write(BookSide levels, StateWriter out) {
    out.putLong(levels.levels());
    for (int level = levels.levels() - 1; level >= 0; level--) {
      for (int slot = levels.head(level); slot != NONE; slot = next[slot]) {
        out.putLong(orderIds[slot]);
        out.putLong(keys[slot]);
        out.putLong(lots[slot]);
      }
    }
  }

  private static long key(Side side, long priceTicks) {
    return priceTicks * side.sign();
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private BookSide sideOf(int slot) {
    return keys[slot] > 0 ? bids : asks;
  }

  private int takeSlot() {
    if (free != NONE) {
      int slot = free;
      free = next[slot];
      return slot;
    }
    if (used == orderIds.length) {
      grow(used * 2);
    }
    return used++;
  }

  private void grow(int capacity) {
    orderIds = Arrays.copyOf(orderIds, capacity);
    lots = Arrays.copyOf(lots, capacity);
    keys = Arrays.copyOf(keys, capacity);
    previous = Arrays.copyOf(previous, capacity);
    next = Arrays.copyOf(next, capacity);
  }
}
