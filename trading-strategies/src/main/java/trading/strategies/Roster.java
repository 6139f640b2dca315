package trading.strategies;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import trading.api.BadInputException;
import trading.api.Reason;

/// The attached strategies in the order of attaching; any thread reads, one at a time changes it.
///
/// @param <T> what stands for a strategy
final class Roster<T extends Attached> {
  private final List<T> all = new CopyOnWriteArrayList<>();

  int size() {
    return all.size();
  }

  T get(int index) {
    return all.get(index);
  }

  Stream<T> stream() {
    return all.stream();
  }

  void add(T added) {
    all.add(added);
  }

  void replace(T former, T next) {
    all.set(all.indexOf(former), next);
  }

  T find(String id) {
    for (T each : all) {
      if (each.member().id().equals(id)) {
        return each;
      }
    }
    String known = all.stream().map(each -> each.member().id()).collect(Collectors.joining(", "));
    throw new BadInputException(
        Reason.UNKNOWN_PLUGIN,
        "no strategy with the id "
            + id
            + " is attached; "
            + (known.isEmpty() ? "none is" : "attached are " + known));
  }

  void requireFree(String id, String account) {
    for (T each : all) {
      Member member = each.member();
      if (member.id().equals(id)) {
        throw new IllegalArgumentException("strategy " + id + " is attached already");
      }
      if (member.account().equals(account)) {
        throw new IllegalArgumentException(
            "account " + account + " is traded by strategy " + member.id() + " already");
      }
    }
  }
}
