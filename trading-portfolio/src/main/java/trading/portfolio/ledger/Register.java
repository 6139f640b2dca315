package trading.portfolio.ledger;

import java.util.Arrays;

/// Things by id, from 1 without gaps; an id never given out finds a stand-in.
///
/// @param <T> the things
// Hot: engine only; allocates only when a thing is added.
final class Register<T> {
  private static final int FIRST_CAPACITY = 8;

  private final T standIn;

  /// By id; the stand-in where there is none.
  private T[] things;

  private int size;

  Register(T standIn) {
    this.standIn = standIn;
    things = fresh(FIRST_CAPACITY);
  }

  T get(int id) {
    return id >= 0 && id < things.length ? things[id] : standIn;
  }

  boolean has(int id) {
    return id >= 1 && id <= size;
  }

  int size() {
    return size;
  }

  void add(int id, T thing) {
    if (id != size + 1) {
      throw new IllegalStateException("id must be " + (size + 1) + ", was " + id);
    }
    if (id == things.length) {
      T[] longer = fresh(id * 2);
      System.arraycopy(things, 0, longer, 0, id);
      things = longer;
    }
    things[id] = thing;
    size = id;
  }

  @SuppressWarnings("unchecked") // Nobody outside sees the array.
  private T[] fresh(int capacity) {
    T[] array = (T[]) new Object[capacity];
    Arrays.fill(array, standIn);
    return array;
  }
}
