package trading.portfolio.ledger;

import java.util.ArrayList;
import java.util.List;

/// Things by id, from 1 without gaps; an id never given out finds a stand-in.
///
/// @param <T> the things
// Hot: engine only; allocates only when a thing is added.
final class Register<T> {
  private final List<T> things = new ArrayList<>();
  private final T standIn;

  Register(T standIn) {
    this.standIn = standIn;
  }

  T get(int id) {
    return has(id) ? things.get(id - 1) : standIn;
  }

  boolean has(int id) {
    return id >= 1 && id <= things.size();
  }

  int size() {
    return things.size();
  }

  void add(int id, T thing) {
    if (id != things.size() + 1) {
      throw new IllegalStateException("id must be " + (things.size() + 1) + ", was " + id);
    }
    things.add(thing);
  }
}
