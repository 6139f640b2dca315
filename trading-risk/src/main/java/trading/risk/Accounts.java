package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The accounts that were opened, by id.
// Hot: engine only; allocates only when an account is opened.
final class Accounts {
  private final Names names = new Names();

  /// As long as there are names; a stand-in where there is none.
  private Account[] accounts = {};

  void open(int id, String name) {
    names.put(id, name);
    addNamed();
  }

  boolean has(int id) {
    return names.has(id);
  }

  /// {@return an account; a stand-in when there is none}
  Account get(int id) {
    return id >= 0 && id < accounts.length ? accounts[id] : Account.NONE;
  }

  String name(int id) {
    return names.name(id);
  }

  /// {@return the id with a name; -1 when there is none}
  int id(String name) {
    return names.id(name);
  }

  /// {@return one more than the highest id}
  int end() {
    return names.end();
  }

  void write(StateWriter out) {
    names.write(out);
  }

  /// Fills empty accounts.
  void read(StateReader in) {
    names.read(in);
    addNamed();
  }

  private void addNamed() {
    int old = accounts.length;
    accounts = Arrays.copyOf(accounts, names.end());
    for (int id = old; id < accounts.length; id++) {
      accounts[id] = names.has(id) ? new Account(id) : Account.NONE;
    }
  }
}
