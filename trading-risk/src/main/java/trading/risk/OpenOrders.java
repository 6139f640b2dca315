package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The lots that each working order has still to trade, by order id.
///
/// Ids are given out in a row, so orders that came one after the other lie side by side: in pages,
/// of which one is kept as long as any of its orders works.
// Hot: engine only; allocates nothing once warm.
final class OpenOrders {
  private static final int PAGE_BITS = 10;
  private static final int PAGE_ORDERS = 1 << PAGE_BITS;
  private static final int PAGE_MASK = PAGE_ORDERS - 1;

  /// Where no order works; read only.
  private static final long[] NO_PAGE = new long[PAGE_ORDERS];

  private long[][] pages = {};

  /// By page, how many of its orders work.
  private short[] counts = {};

  /// Pages without orders, to be used again.
  private long[][] spare = {};

  private int spares;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /// {@return the lots of an order; 0 when it is not there}
  long lots(long orderId) {
    long page = orderId >>> PAGE_BITS;
    return page < pages.length ? pages[(int) page][(int) orderId & PAGE_MASK] : 0;
  }

  /// Sets the lots of an order.
  void set(long orderId, long newLots) {
    int page = Math.toIntExact(orderId >>> PAGE_BITS);
    long[] orders = page < pages.length ? pages[page] : NO_PAGE;
    int index = (int) orderId & PAGE_MASK;
    long lots = orders[index];
    if (lots != 0 && newLots != 0) {
      orders[index] = newLots;
    } else if (newLots != 0) {
      add(page, index, newLots);
    } else if (lots != 0) {
      orders[index] = 0;
      remove(page);
    }
  }

  void write(StateWriter out) {
    out.putLong(size);
    for (int page = 0; page < pages.length; page++) {
      if (counts[page] != 0) {
        write(out, (long) page << PAGE_BITS, pages[page]);
      }
    }
  }

  private static void write(StateWriter out, long firstOrderId, long[] orders) {
    for (int index = 0; index < PAGE_ORDERS; index++) {
      if (orders[index] != 0) {
        out.putLong(firstOrderId + index);
        out.putLong(orders[index]);
      }
    }
  }

  /// Fills an empty table.
  void read(StateReader in) {
    for (long left = in.takeLong(); left > 0; left--) {
      set(in.takeLong(), in.takeLong());
    }
  }

  private void add(int page, int index, long lots) {
    if (page >= pages.length) {
      int old = pages.length;
      pages = Arrays.copyOf(pages, Math.max(page + 1, old * 2));
      Arrays.fill(pages, old, pages.length, NO_PAGE);
      counts = Arrays.copyOf(counts, pages.length);
    }
    if (counts[page] == 0) {
      pages[page] = spares == 0 ? new long[PAGE_ORDERS] : spare[--spares];
    }
    pages[page][index] = lots;
    counts[page]++;
    size++;
  }

  private void remove(int page) {
    size--;
    counts[page]--;
    if (counts[page] == 0) {
      if (spares == spare.length) {
        spare = Arrays.copyOf(spare, Math.max(1, spares * 2));
      }
      spare[spares++] = pages[page];
      pages[page] = NO_PAGE;
    }
  }
}
