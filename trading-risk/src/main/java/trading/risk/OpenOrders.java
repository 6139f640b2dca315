package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The lots that each working order has still to trade, by order id: an open-addressing map.
///
/// An order without such lots is not in it, so it holds no more than what works at a time.
// Hot: engine only; allocates nothing once warm.
final class OpenOrders {
  private static final int FIRST_CAPACITY = 1024;

  private long[] ids = new long[FIRST_CAPACITY];
  private long[] lots = new long[FIRST_CAPACITY];
  private int size;

  /// {@return the lots of an order; 0 when it is not there}
  long lots(long orderId) {
    return lots[slot(orderId)];
  }

  void put(long orderId, long newLots) {
    int slot = slot(orderId);
    if (newLots == 0) {
      remove(slot);
    } else {
      if (ids[slot] == 0) {
        slot = roomFor(orderId, slot);
        ids[slot] = orderId;
        size++;
      }
      lots[slot] = newLots;
    }
  }

  void write(StateWriter out) {
    long[] sorted = Arrays.stream(ids).filter(id -> id != 0).sorted().toArray();
    out.putLong(sorted.length);
    for (long id : sorted) {
      out.putLong(id);
      out.putLong(lots(id));
    }
  }

  /// Fills an empty map.
  void read(StateReader in) {
    for (long left = in.takeLong(); left > 0; left--) {
      put(in.takeLong(), in.takeLong());
    }
  }

  private int roomFor(long orderId, int slot) {
    if (size * 2 < ids.length) {
      return slot;
    }
    long[] oldIds = ids;
    long[] oldLots = lots;
    ids = new long[oldIds.length * 2];
    lots = new long[ids.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0) {
        int moved = slot(oldIds[i]);
        ids[moved] = oldIds[i];
        lots[moved] = oldLots[i];
      }
    }
    return slot(orderId);
  }

  /// Empties a slot and moves back what had been displaced past it, so that every probe stays
  /// unbroken.
  private void remove(int slot) {
    if (ids[slot] == 0) {
      return;
    }
    size--;
    int mask = ids.length - 1;
    int hole = slot;
    for (int i = (hole + 1) & mask; ids[i] != 0; i = (i + 1) & mask) {
      int fromHome = (i - home(ids[i])) & mask;
      if (fromHome >= ((i - hole) & mask)) {
        ids[hole] = ids[i];
        lots[hole] = lots[i];
        hole = i;
      }
    }
    ids[hole] = 0;
    lots[hole] = 0;
  }

  private int slot(long orderId) {
    int mask = ids.length - 1;
    int slot = home(orderId);
    while (ids[slot] != 0 && ids[slot] != orderId) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Spreads ids by multiplication with 2⁶⁴ ÷ golden ratio (Knuth, TAOCP vol. 3, 6.4).
  private int home(long orderId) {
    return (int) ((orderId * 0x9E37_79B9_7F4A_7C15L) >>> 32) & (ids.length - 1);
  }
}
