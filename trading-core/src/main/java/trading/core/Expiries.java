package trading.core;

import java.util.Arrays;

/// When orders expire, the earliest first: a binary heap of times and ids.
///
/// An order that ends before stays in it until its time.
// Hot: engine only; allocates nothing once warm.
final class Expiries {
  private static final int PAIR = 2;

  private long[] heap = new long[16];
  private int size;

  void add(long expireNanos, long orderId) {
    if ((size + 1) * PAIR > heap.length) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
    int at = size++;
    put(at, expireNanos, orderId);
    while (at > 0 && isBefore(at, (at - 1) / 2)) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  /// {@return whether one is due}
  boolean isDue(long nowNanos) {
    return size > 0 && heap[0] <= nowNanos;
  }

  /// {@return the order that is due first, taken out}
  long takeFirst() {
    long orderId = heap[1];
    size--;
    put(0, heap[size * PAIR], heap[size * PAIR + 1]);
    int at = 0;
    for (int least = leastOf(at); least != at; least = leastOf(at)) {
      swap(at, least);
      at = least;
    }
    return orderId;
  }

  private int leastOf(int at) {
    int least = at;
    for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
      least = isBefore(child, least) ? child : least;
    }
    return least;
  }

  private boolean isBefore(int one, int other) {
    long difference = Long.compare(heap[one * PAIR], heap[other * PAIR]);
    return difference < 0 || (difference == 0 && heap[one * PAIR + 1] < heap[other * PAIR + 1]);
  }

  private void swap(int one, int other) {
    long time = heap[one * PAIR];
    long id = heap[one * PAIR + 1];
    put(one, heap[other * PAIR], heap[other * PAIR + 1]);
    put(other, time, id);
  }

  private void put(int at, long expireNanos, long orderId) {
    heap[at * PAIR] = expireNanos;
    heap[at * PAIR + 1] = orderId;
  }
}
