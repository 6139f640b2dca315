package trading.core;

import java.util.Arrays;
import java.util.function.Consumer;

/// Names with their ids, which count from 1: an open-addressing map without an object for each.
// Hot: engine only; looking up allocates nothing.
final class NameIndex {
  private static final int FIRST_CAPACITY = 16;

  /// By id.
  private String[] names = new String[FIRST_CAPACITY];

  /// Ids by hash, 0 where there is none; at most half of the places are taken.
  private int[] places = new int[2 * FIRST_CAPACITY];

  private int size;

  /// {@return the id of a name, or [Registry#UNKNOWN]}
  int id(String name) {
    int id = places[place(name)];
    return id == 0 ? Registry.UNKNOWN : id;
  }

  /// {@return the name of an id that was given out}
  String name(int id) {
    return names[id];
  }

  int size() {
    return size;
  }

  /// {@return the id of a new name}
  int add(String name) {
    size++;
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      places = new int[4 * size];
      for (int id = 1; id < size; id++) {
        places[place(names[id])] = id;
      }
    }
    names[size] = name;
    places[place(name)] = size;
    return size;
  }

  void forEach(Consumer<String> reader) {
    for (int id = 1; id <= size; id++) {
      reader.accept(names[id]);
    }
  }

  /// {@return where the id of a name is, or would come}
  private int place(String name) {
    int hash = name.hashCode();
    int mask = places.length - 1;
    int at = (hash ^ hash >>> Short.SIZE) & mask;
    while (places[at] != 0 && !names[places[at]].equals(name)) {
      at = at + 1 & mask;
    }
    return at;
  }
}
