package trading.portfolio.ledger;

import java.util.Arrays;

/// Arrays by id, from 1: the thing at 0 stands in for every id that has none.
// Hot: engine only; allocates only when a thing is added.
final class ById {
  private ById() {}

  static <T> T get(T[] things, int id) {
    return id > 0 && id < things.length ? things[id] : things[0];
  }

  /// {@return the array with one more thing in it, longer when it had no place}
  static <T> T[] with(T[] things, int id, T thing) {
    int old = things.length;
    T[] longer = id < old ? things : Arrays.copyOf(things, Math.max(id + 1, old * 2));
    Arrays.fill(longer, old, longer.length, things[0]);
    longer[id] = thing;
    return longer;
  }
}
