package trading.core;

import java.util.Arrays;
import trading.api.spi.StateWriter;

/// Order ids that wait their turn, in the order of their coming.
// Hot: engine only; allocates nothing once warm.
final class IdQueue {
  private long[] ids = new long[8];
  private int size;

  void add(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
  }

  /// Adds an id that is not there yet.
  void addOnce(long id) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        return;
      }
    }
    add(id);
  }

  int size() {
    return size;
  }

  long get(int index) {
    return ids[index];
  }

  /// Takes the first one out.
  void removeFirst() {
    size--;
    System.arraycopy(ids, 1, ids, 0, size);
  }

  void clear() {
    size = 0;
  }

  void write(StateWriter out) {
    out.putLong(size);
    for (int i = 0; i < size; i++) {
      out.putLong(ids[i]);
    }
  }
}
