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

  /// Opens an account; one that is open already keeps what it has.
  void open(int id, String name) {
    names.put(id, name);
    makeRoom();
    add(id);
  }

  boolean has(int id) {
    return names.has(id);
  }

  /// {@return an account; a stand-in when there is none}
  Account get(int id) {
    return id >= 0 && id < accounts.length ? accounts[id] : Account.NONE;
  }

  /// {@return an account to change}
  ///
  /// @throws IllegalStateException when there is none
  Account opened(int id) {
    Account account = get(id);
    if (account == Account.NONE) {
      throw new IllegalStateException("account " + id + " must have been opened");
    }
    return account;
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
    makeRoom();
    for (int id = 0; id < accounts.length; id++) {
      add(id);
    }
  }

  private void makeRoom() {
    int old = accounts.length;
    accounts = Arrays.copyOf(accounts, names.end());
    Arrays.fill(accounts, old, accounts.length, Account.NONE);
  }

  private void add(int id) {
    if (has(id) && accounts[id] == Account.NONE) {
      accounts[id] = new Account(id);
    }
  }
}
