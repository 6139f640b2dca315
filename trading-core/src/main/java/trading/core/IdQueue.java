package trading.core;

import java.util.Arrays;
import trading.api.spi.StateWriter;

/// Order ids that wait their turn, in the order of their coming.
// Hot: engine only; allocates nothing once warm.
final class IdQueue {
  private long[] ids = new long[8];
  private int first;
  private int end;

  void add(long id) {
    if (end == ids.length) {
      ids = Arrays.copyOf(ids, end * 2);
    }
    ids[end++] = id;
  }

  int size() {
    return end - first;
  }

  long get(int index) {
    return ids[first + index];
  }

  /// Takes the first one out.
  void removeFirst() {
    first++;
    if (first == end) {
      clear();
    }
  }

  void clear() {
    first = 0;
    end = 0;
  }

  void write(StateWriter out) {
    out.putLong(size());
    for (int i = first; i < end; i++) {
      out.putLong(ids[i]);
    }
  }
}
