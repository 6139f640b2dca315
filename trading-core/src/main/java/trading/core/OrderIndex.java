package trading.core;

/// Finds an order's slot by its id.
///
/// Open addressing in segments of limited size, which split when they fill up: growing never
/// touches more than one segment. An entry is 32 bits of the id's hash and the slot; the id itself
/// stands in the book.
// Hot: engine only; allocates nothing once warm.
final class OrderIndex {
  static final int NONE = BookMemory.NONE;

  private static final int FIRST_SEGMENT = 16;
  private static final int WIDEST_SEGMENT = 4096;
  private static final int DEPTH_SHIFT = 32;
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private final BookMemory memory;

  // A segment: a power of two of entries, 0 where there is none, and behind them the count of
  // entries with the number of hash bits that all of them share.
  private long[][] segments = {new long[FIRST_SEGMENT + 1]};
  private int depth;

  OrderIndex(BookMemory memory) {
    this.memory = memory;
  }

  /// {@return the slot of an order, or -1}
  int find(long orderId) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int mask = segment.length - 2;
    int at = (int) hash & mask;
    long entry = segment[at];
    while (entry != 0) {
      if ((int) (entry >>> 32) == (int) hash && memory.orderId((int) entry) == orderId) {
        return (int) entry;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    return NONE;
  }

  /// Adds an order.
  ///
  /// @return false when the id is there already; nothing has changed then
  boolean add(long orderId, int slot) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int mask = segment.length - 2;
    if (((int) segment[mask + 1] + 1) * 2 > mask) {
      grow(hash);
      return add(orderId, slot);
    }
    int at = (int) hash & mask;
    long entry = segment[at];
    while (entry != 0) {
      if ((int) (entry >>> 32) == (int) hash && memory.orderId((int) entry) == orderId) {
        return false;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    segment[at] = hash << 32 | slot;
    segment[mask + 1]++;
    return true;
  }

  /// Takes an order out.
  ///
  /// @return its slot, or -1 when it is not there
  int take(long orderId) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int mask = segment.length - 2;
    int at = (int) hash & mask;
    long entry = segment[at];
    while (entry != 0) {
      if ((int) (entry >>> 32) == (int) hash && memory.orderId((int) entry) == orderId) {
        close(segment, mask, at);
        segment[mask + 1]--;
        return (int) entry;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    return NONE;
  }

  /// Takes an order out that is there.
  void remove(long orderId, int slot) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int mask = segment.length - 2;
    long wanted = hash << 32 | slot;
    int at = (int) hash & mask;
    while (segment[at] != wanted) {
      at = at + 1 & mask;
    }
    close(segment, mask, at);
    segment[mask + 1]--;
  }

  /// Moves up what stands behind a gap and would not be found across it.
  private static void close(long[] segment, int mask, int from) {
    int gap = from;
    int at = gap + 1 & mask;
    long entry = segment[at];
    while (entry != 0) {
      int home = (int) (entry >>> 32) & mask;
      if ((at - home & mask) >= (at - gap & mask)) {
        segment[gap] = entry;
        gap = at;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    segment[gap] = 0;
  }

  private static void insert(long[] segment, long entry) {
    int mask = segment.length - 2;
    int at = (int) (entry >>> 32) & mask;
    while (segment[at] != 0) {
      at = at + 1 & mask;
    }
    segment[at] = entry;
    segment[mask + 1]++;
  }

  private void grow(long hash) {
    int index = segmentOf(hash);
    long[] old = segments[index];
    int size = old.length - 1;
    if (size < WIDEST_SEGMENT) {
      segments[index] = new long[size * 2 + 1];
      for (int i = 0; i < size; i++) {
        if (old[i] != 0) {
          insert(segments[index], old[i]);
        }
      }
    } else {
      split(index, old);
    }
  }

  private void split(int index, long[] old) {
    int size = old.length - 1;
    int shared = (int) (old[size] >>> DEPTH_SHIFT);
    if (shared == depth) {
      doubleDirectory();
      index *= 2;
    }
    long[] low = new long[size + 1];
    long[] high = new long[size + 1];
    low[size] = (long) (shared + 1) << DEPTH_SHIFT;
    high[size] = low[size];
    int bit = depth - shared - 1;
    for (int i = 0; i < size; i++) {
      if (old[i] != 0) {
        int at = segmentOf(hash(memory.orderId((int) old[i])));
        insert((at >>> bit & 1) == 0 ? low : high, old[i]);
      }
    }
    int first = index >>> (bit + 1) << (bit + 1);
    for (int i = 0; i < 1 << bit; i++) {
      segments[first + i] = low;
      segments[first + (1 << bit) + i] = high;
    }
  }

  private void doubleDirectory() {
    long[][] wider = new long[segments.length * 2][];
    for (int i = 0; i < wider.length; i++) {
      wider[i] = segments[i / 2];
    }
    segments = wider;
    depth++;
  }

  private int segmentOf(long hash) {
    return (int) (hash >>> 1 >>> (Long.SIZE - 1 - depth));
  }

  private static long hash(long orderId) {
    long product = (orderId >>> 3) * MULTIPLIER;
    return ((product ^ (product >>> 32)) & ~7L) | (orderId & 7);
  }
}
