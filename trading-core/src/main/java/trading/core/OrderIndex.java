package trading.core;

import java.util.Arrays;

/// Finds an order's slot by its id.
///
/// Open addressing in segments of limited size, which split when they fill up: growing never
/// touches more than one segment. An entry is 32 bits of the id's hash and the slot; the id itself
/// stands in the book. Ids in a row, as most are, hash to places that keep apart.
// Hot: engine only; allocates nothing once warm.
final class OrderIndex {
  static final int NONE = BookMemory.NONE;

  private static final int FIRST_SEGMENT = 16;
  private static final int WIDEST_SEGMENT = 1 << 14;
  private static final long HASH = 0xFFFF_FFFFL << 32;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final BookMemory memory;

  // A segment: a power of two of entries, 0 where there is none, and behind them the count of
  // entries, with the number of directory bits that all of them share above.
  private long[][] segments = {new long[FIRST_SEGMENT + 1]};
  private int depth;
  private int mask = FIRST_SEGMENT - 1;
  private int shift = Long.numberOfLeadingZeros(mask);
  private int most = FIRST_SEGMENT / 4;

  OrderIndex(BookMemory memory) {
    this.memory = memory;
  }

  /// {@return the slot of an order, or -1}
  int find(long orderId) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int at = find(segment, orderId, hash);
    return at == NONE ? NONE : (int) segment[at];
  }

  /// Adds an order.
  ///
  /// @return false when the id is there already; nothing has changed then
  boolean add(long orderId, int slot) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    if ((int) segment[mask + 1] >= most) {
      grow(segmentOf(hash));
      return add(orderId, slot);
    }
    int at = (int) (hash >>> shift);
    long entry = segment[at];
    while (entry != 0) {
      if (isOf(entry, orderId, hash)) {
        return false;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    segment[at] = (hash & HASH) | slot;
    segment[mask + 1]++;
    return true;
  }

  /// Takes an order out.
  ///
  /// @return its slot, or -1 when it is not there
  int take(long orderId) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    int at = find(segment, orderId, hash);
    if (at == NONE) {
      return NONE;
    }
    int slot = (int) segment[at];
    close(segment, at);
    return slot;
  }

  /// Takes an order out that is there.
  void remove(long orderId, int slot) {
    long hash = hash(orderId);
    long[] segment = segments[segmentOf(hash)];
    long wanted = (hash & HASH) | slot;
    int at = (int) (hash >>> shift);
    while (segment[at] != wanted) {
      at = at + 1 & mask;
    }
    close(segment, at);
  }

  private int find(long[] segment, long orderId, long hash) {
    int at = (int) (hash >>> shift);
    long entry = segment[at];
    while (entry != 0) {
      if (isOf(entry, orderId, hash)) {
        return at;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    return NONE;
  }

  private boolean isOf(long entry, long orderId, long hash) {
    return ((entry ^ hash) & HASH) == 0 && memory.orderId((int) entry) == orderId;
  }

  /// Takes an entry out, and moves up what stands behind it and would not be found across the gap.
  private void close(long[] segment, int from) {
    int gap = from;
    int at = gap + 1 & mask;
    long entry = segment[at];
    while (entry != 0) {
      int home = (int) (entry >>> shift);
      if ((at - home & mask) >= (at - gap & mask)) {
        segment[gap] = entry;
        gap = at;
      }
      at = at + 1 & mask;
      entry = segment[at];
    }
    segment[gap] = 0;
    segment[mask + 1]--;
  }

  private void insert(long[] segment, long entry) {
    int at = (int) (entry >>> shift);
    while (segment[at] != 0) {
      at = at + 1 & mask;
    }
    segment[at] = entry;
    segment[mask + 1]++;
  }

  private void grow(int index) {
    long[] old = segments[index];
    int size = mask + 1;
    if (size == WIDEST_SEGMENT) {
      split(index, old);
      return;
    }
    mask = size * 2 - 1;
    shift--;
    most = size * 2 == WIDEST_SEGMENT ? WIDEST_SEGMENT / 2 : size / 2;
    segments[index] = new long[size * 2 + 1];
    for (int i = 0; i < size; i++) {
      if (old[i] != 0) {
        insert(segments[index], old[i]);
      }
    }
  }

  private void split(int index, long[] old) {
    int size = mask + 1;
    int shared = (int) (old[size] >>> 32);
    if (shared == depth) {
      doubleDirectory();
    }
    long[] low = new long[size + 1];
    long[] high = new long[size + 1];
    low[size] = (long) (shared + 1) << 32;
    high[size] = low[size];
    int bit = 1 << shared;
    for (int i = 0; i < size; i++) {
      if (old[i] != 0) {
        int at = segmentOf(hash(memory.orderId((int) old[i])));
        insert((at & bit) == 0 ? low : high, old[i]);
      }
    }
    for (int i = index & bit - 1; i < segments.length; i += bit) {
      segments[i] = (i & bit) == 0 ? low : high;
    }
  }

  private void doubleDirectory() {
    int had = segments.length;
    segments = Arrays.copyOf(segments, had * 2);
    System.arraycopy(segments, 0, segments, had, had);
    depth++;
  }

  /// {@return the segment of a hash; entries take its upper bits, so this takes lower ones}
  private int segmentOf(long hash) {
    return (int) (hash >>> 32 ^ hash >>> 48) & segments.length - 1;
  }

  private static long hash(long orderId) {
    return orderId * GOLDEN;
  }
}
