package trading.core;

import java.util.Arrays;

/// The price levels of one side of a book, sorted so that the best stands last.
///
/// A level's key is its price for bids and the negative price for asks: higher is always better.
// Hot: engine only; allocates nothing once warm.
final class BookSide {
  private static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] heads = new int[64];
  private int[] tails = new int[64];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  long bestKey() {
    return keys[count - 1];
  }

  int bestHead() {
    return heads[count - 1];
  }

  int levels() {
    return count;
  }

  /// {@return the first order of a level; levels count from the worst}
  int head(int level) {
    return heads[level];
  }

  /// Puts an order at the end of its level's queue.
  ///
  /// @return the order before it in the queue, or -1
  int append(long key, int slot) {
    int level = find(key);
    if (level < 0) {
      level = -level - 1;
      insert(level, key, slot);
      return NONE;
    }
    int before = tails[level];
    tails[level] = slot;
    return before;
  }

  /// Takes an order out of its level, which goes away with its last order.
  void remove(long key, int previous, int next) {
    int level = find(key);
    if (previous == NONE && next == NONE) {
      delete(level);
    } else if (previous == NONE) {
      heads[level] = next;
    } else if (next == NONE) {
      tails[level] = previous;
    }
  }

  private int find(long key) {
    if (count > 0 && keys[count - 1] == key) {
      return count - 1;
    }
    return Arrays.binarySearch(keys, 0, count, key);
  }

  private void insert(int level, long key, int slot) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      heads = Arrays.copyOf(heads, count * 2);
      tails = Arrays.copyOf(tails, count * 2);
    }
    int moved = count - level;
    System.arraycopy(keys, level, keys, level + 1, moved);
    System.arraycopy(heads, level, heads, level + 1, moved);
    System.arraycopy(tails, level, tails, level + 1, moved);
    keys[level] = key;
    heads[level] = slot;
    tails[level] = slot;
    count++;
  }

  private void delete(int level) {
    int moved = count - level - 1;
    System.arraycopy(keys, level + 1, keys, level, moved);
    System.arraycopy(heads, level + 1, heads, level, moved);
    System.arraycopy(tails, level + 1, tails, level, moved);
    count--;
  }
}
