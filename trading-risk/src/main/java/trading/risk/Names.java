package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The names of accounts, instruments or currencies by their ids; empty where there is none.
final class Names {
  private String[] names = {};

  void put(int id, String name) {
    if (id >= names.length) {
      int old = names.length;
      names = Arrays.copyOf(names, id + 1);
      Arrays.fill(names, old, names.length, "");
    }
    names[id] = name;
  }

  boolean has(int id) {
    return id >= 0 && id < names.length && !names[id].isEmpty();
  }

  String name(int id) {
    return names[id];
  }

  /// {@return the id with a name; -1 when there is none}
  int id(String name) {
    return name.isEmpty() ? -1 : Arrays.asList(names).indexOf(name);
  }

  /// {@return one more than the highest id}
  int end() {
    return names.length;
  }

  void write(StateWriter out) {
    out.putLong(names.length);
    for (String name : names) {
      out.putText(name);
    }
  }

  void read(StateReader in) {
    names = new String[Math.toIntExact(in.takeLong())];
    Arrays.setAll(names, _ -> in.takeText());
  }
}
