package trading.core;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// When orders expire, the earliest first: a binary heap of times and ids.
///
/// An order that ends before stays in it until its time or until there is no room. So there are at
/// most four places for each of the most orders that were open at once, or 8.
// Hot: engine only; allocates nothing once warm.
final class Expiries {
  private static final int PAIR = 2;

  private final LongPredicate isOpen;
  private long[] heap = new long[16];
  private int size;

  /// @param isOpen whether an order of an id may still expire
  Expiries(LongPredicate isOpen) {
    this.isOpen = isOpen;
  }

  /// {@return how many it keeps, ended ones among them}
  int size() {
    return size;
  }

  void add(long expireNanos, long orderId) {
    if (size * PAIR == heap.length) {
      makeRoom();
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

  /// {@return the order that is due first}
  long first() {
    return heap[1];
  }

  /// {@return the order that is due first, taken out}
  long takeFirst() {
    long orderId = first();
    size--;
    put(0, heap[size * PAIR], heap[size * PAIR + 1]);
    sink(0);
    return orderId;
  }

  /// Leaves half of the places free, so that it is rarely called.
  private void makeRoom() {
    dropEnded();
    if (size * PAIR > heap.length / 2) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
  }

  private void dropEnded() {
    int all = size;
    size = 0;
    for (int i = 0; i < all; i++) {
      if (isOpen.test(heap[i * PAIR + 1])) {
        put(size++, heap[i * PAIR], heap[i * PAIR + 1]);
      }
    }
    for (int at = size / 2 - 1; at >= 0; at--) {
      sink(at);
    }
  }

  private void sink(int from) {
    int at = from;
    for (int least = leastOf(at); least != at; least = leastOf(at)) {
      swap(at, least);
      at = least;
    }
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
