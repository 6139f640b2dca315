package trading.risk;

import java.util.stream.IntStream;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The lots that each working order has still to trade, by order id: an open-addressing map.
///
/// An order without such lots is not in it, so it holds no more than what works at a time.
// Hot: engine only; allocates nothing once warm.
final class OpenOrders {
  private static final int FIRST_CAPACITY = 1024;

  /// So many ids in a row lie side by side, in one line of memory.
  private static final int RUN_BITS = 2;

  private static final int RUN_MASK = (1 << RUN_BITS) - 1;

  /// Id and lots of each place by turns.
  private long[] places = new long[2 * FIRST_CAPACITY];

  private int mask = FIRST_CAPACITY - 1;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /// {@return the lots of an order; 0 when it is not there}
  long lots(long orderId) {
    return lotsAt(find(orderId));
  }

  /// {@return the place of an order, or where it would come; valid until the next change}
  int find(long orderId) {
    int place = home(orderId);
    while (idAt(place) != 0 && idAt(place) != orderId) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /// {@return the lots at a place that was found; 0 when the order is not there}
  long lotsAt(int place) {
    return places[2 * place + 1];
  }

  /// Sets the lots of an order at the place where it was found.
  void putAt(int place, long orderId, long newLots) {
    if (newLots == 0) {
      remove(place);
    } else if (idAt(place) != 0) {
      places[2 * place + 1] = newLots;
    } else {
      size++;
      set(roomFor(orderId, place), orderId, newLots);
    }
  }

  void write(StateWriter out) {
    long[] sorted =
        IntStream.rangeClosed(0, mask)
            .mapToLong(this::idAt)
            .filter(id -> id != 0)
            .sorted()
            .toArray();
    out.putLong(sorted.length);
    for (long id : sorted) {
      out.putLong(id);
      out.putLong(lots(id));
    }
  }

  /// Fills an empty map.
  void read(StateReader in) {
    for (long left = in.takeLong(); left > 0; left--) {
      long id = in.takeLong();
      putAt(find(id), id, in.takeLong());
    }
  }

  private int roomFor(long orderId, int place) {
    if (size * 2 <= mask) {
      return place;
    }
    long[] old = places;
    places = new long[old.length * 2];
    mask = mask * 2 + 1;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        set(find(old[i]), old[i], old[i + 1]);
      }
    }
    return find(orderId);
  }

  /// Empties a place and moves back what had been displaced past it, so that every probe stays
  /// unbroken.
  private void remove(int place) {
    if (idAt(place) == 0) {
      return;
    }
    size--;
    int hole = place;
    for (int i = (hole + 1) & mask; idAt(i) != 0; i = (i + 1) & mask) {
      int fromHome = (i - home(idAt(i))) & mask;
      if (fromHome >= ((i - hole) & mask)) {
        set(hole, idAt(i), lotsAt(i));
        hole = i;
      }
    }
    set(hole, 0, 0);
  }

  private long idAt(int place) {
    return places[2 * place];
  }

  private void set(int place, long orderId, long newLots) {
    places[2 * place] = orderId;
    places[2 * place + 1] = newLots;
  }

  /// Spreads runs of ids by multiplication with 2⁶⁴ ÷ golden ratio (Knuth, TAOCP vol. 3, 6.4).
  private int home(long orderId) {
    int run = (int) (((orderId >>> RUN_BITS) * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    return ((run << RUN_BITS) | ((int) orderId & RUN_MASK)) & mask;
  }
}
