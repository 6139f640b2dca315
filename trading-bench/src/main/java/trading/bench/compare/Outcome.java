package trading.bench.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import trading.bench.Machine;

/// What a comparison found: figures only when the engines did the same.
///
/// @param session what was sent
/// @param plan how long it was measured
/// @param machine where
/// @param proof what every way led to
/// @param figures what every way took; empty when the engines differ
record Outcome(
    Session session, Plan plan, Machine machine, Proof proof, Map<Way, Figures> figures) {
  /// How many times as long HTTP takes at the median, at least: what the design promises.
  private static final double HTTP_CLIENT_BUDGET = 100;

  private static final double HTTP_SOCKET_BUDGET = 50;

  boolean stateEqual() {
    return proof.differences().isEmpty();
  }

  /// {@return how every way compares with a method call; empty when the engines differ}
  Map<Way, Ratio> ratios() {
    Map<Way, Ratio> ratios = new EnumMap<>(Way.class);
    if (stateEqual()) {
      figures.forEach((way, taken) -> ratios.put(way, Ratio.of(taken, of(Way.IN_PROCESS))));
    }
    return ratios;
  }

  Figures of(Way way) {
    return Objects.requireNonNull(figures.get(way));
  }

  List<Budget> budgets() {
    Map<Way, Ratio> ratios = ratios();
    return ratios.isEmpty()
        ? List.of()
        : List.of(
            budget(Way.HTTP_CLIENT, HTTP_CLIENT_BUDGET, ratios),
            budget(Way.HTTP_SOCKET, HTTP_SOCKET_BUDGET, ratios));
  }

  private static Budget budget(Way way, double bound, Map<Way, Ratio> ratios) {
    double median = Objects.requireNonNull(ratios.get(way)).median();
    return Budget.atLeast(way.label() + " ÷ method call, at the median", bound, median);
  }
}
