package trading.core;

import trading.api.Side;
import trading.api.spi.StateWriter;

/// What rests in one instrument, in price-time priority, for those who remember slots.
///
/// An order's slot is its number from when it is added until it leaves the book.
// Hot: engine only; allocates nothing once warm.
final class SlotBook {
  static final int NONE = BookMemory.NONE;

  private final BookMemory memory = new BookMemory();
  private final BookSide[] sides = {new BookSide(memory, 0), new BookSide(memory, 1)};

  BookMemory memory() {
    return memory;
  }

  BookSide levels(Side side) {
    return sides[side.ordinal()];
  }

  /// Puts an order behind those of its price.
  ///
  /// @return its slot
  int add(Side side, long orderId, int owner, long priceTicks, long lots) {
    BookSide levels = levels(side);
    return levels.add(levels.mirrored(priceTicks), orderId, owner, lots);
  }

  void remove(int slot) {
    sides[memory.side(slot)].remove(slot);
  }

  /// Takes lots off an order, which keeps its place; one without lots leaves the book.
  void reduce(int slot, long by) {
    if (memory.lots(slot) == by) {
      remove(slot);
    } else {
      memory.reduce(slot, by);
    }
  }

  /// {@return the slot of the first order at the best price, or -1}
  int bestSlot(Side side) {
    int level = levels(side).bestLevel();
    return level == NONE ? NONE : memory.next(level);
  }

  /// {@return the best price in ticks, or 0}
  long bestTicks(Side side) {
    BookSide levels = levels(side);
    return levels.bestLevel() == NONE ? 0 : levels.mirrored(levels.bestKey());
  }

  long orderId(int slot) {
    return memory.orderId(slot);
  }

  int owner(int slot) {
    return memory.owner(slot);
  }

  long lots(int slot) {
    return memory.lots(slot);
  }

  long priceTicks(int slot) {
    return sides[memory.side(slot)].mirrored(memory.key(memory.level(slot)));
  }

  /// Writes both sides, bids first: the number of levels, then each order's id, price (asks
  /// negative) and lots from the best price on.
  void write(StateWriter out) {
    for (BookSide side : sides) {
      out.putLong(count(side));
      long sign = side == sides[0] ? 1 : -1;
      for (int level = side.bestLevel(); level != NONE; level = side.behind(level)) {
        long key = sign * side.mirrored(memory.key(level));
        for (int slot = memory.next(level); slot != level; slot = memory.next(slot)) {
          out.putLong(memory.orderId(slot));
          out.putLong(key);
          out.putLong(memory.lots(slot));
        }
      }
    }
  }

  private static int count(BookSide side) {
    int count = 0;
    for (int level = side.bestLevel(); level != NONE; level = side.behind(level)) {
      count++;
    }
    return count;
  }
}
