package trading.bench.compare;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A comparison for people.
final class CompareReport {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final String HEAD = "%-26s%11s%11s%11s%11s%11s%11s%9s%9s%n";

  private final Outcome outcome;
  private final PrintWriter out;

  CompareReport(Outcome outcome, PrintWriter out) {
    this.outcome = outcome;
    this.out = out;
  }

  void print() {
    session();
    if (outcome.stateEqual()) {
      equal();
      table();
      budgets();
      notes();
    } else {
      out.println();
      out.println("The engines differ, so there is nothing to compare:");
      outcome.proof().differences().forEach(difference -> out.println("  " + difference));
    }
  }

  private void session() {
    Session session = outcome.session();
    String mix =
        Arrays.stream(Session.Kind.values())
            .map(kind -> session.kinds().getOrDefault(kind, 0) + " " + kind.label())
            .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "Session of %d commands, seed %d: %s.%n",
        session.commands(),
        session.seed(),
        mix);
    out.println(outcome.machine().line());
  }

  private void equal() {
    out.println();
    out.println("All engines gave the same answers and ended equal, timed ones too:");
    out.println("  state hash " + outcome.proof().ending().stateHash());
    out.println("  digest     " + outcome.proof().ending().digest());
  }

  private void table() {
    out.println();
    out.printf(
        Locale.ROOT,
        HEAD,
        "one command, µs",
        "mean",
        "median",
        "min",
        "max",
        "p99",
        "p99.9",
        "saved",
        "ratio");
    Map<Way, Ratio> ratios = outcome.ratios();
    for (Way way : Way.values()) {
      Figures figures = outcome.of(way);
      Ratio ratio = Objects.requireNonNull(ratios.get(way));
      boolean call = way == Way.IN_PROCESS;
      out.printf(
          Locale.ROOT,
          HEAD,
          way.label(),
          micros(figures.mean()),
          micros(figures.median()),
          micros(figures.min()),
          micros(figures.max()),
          micros(figures.p99()),
          micros(figures.p999()),
          call ? "-" : String.format(Locale.ROOT, "%.2f %%", ratio.savedPercent()),
          call ? "1" : String.format(Locale.ROOT, "%.1f", ratio.median()));
    }
  }

  private void budgets() {
    out.println();
    List<Way> ways = List.of(Way.HTTP_CLIENT, Way.HTTP_SOCKET);
    for (int i = 0; i < ways.size(); i++) {
      Budget budget = outcome.budgets().get(i);
      Ratio ratio = Objects.requireNonNull(outcome.ratios().get(ways.get(i)));
      out.printf(
          Locale.ROOT,
          "%s: %.1f (iterations %.1f to %.1f); budget at least %.0f: %s%s%n",
          budget.what(),
          ratio.median(),
          ratio.low(),
          ratio.high(),
          budget.bound(),
          budget.verdict(),
          outcome.machine().caveat());
    }
  }

  private void notes() {
    Plan plan = outcome.plan();
    out.println();
    out.printf(
        Locale.ROOT,
        "JMH sample time, %d fork%s of %d x %d ms warm-up and %d x %d ms measurement, one"
            + " thread.%n",
        plan.rounds(),
        plan.rounds() == 1 ? "" : "s",
        plan.warmup().iterations(),
        plan.warmup().each().toMillis(),
        plan.measurement().iterations(),
        plan.measurement().each().toMillis());
    out.println(
        """
        Timed is each command, from the sender's object to the answer's object. The market moves between
        commands, untimed, by the same steps on every side. Ratio and saving are those of the median.
        HTTP is HTTP/1.1 with JSON over loopback, kept alive, without delay, server and sender in one JVM;
        the echo parses and writes the same JSON without an engine: what HTTP costs at the least.\
        """);
  }

  private static String micros(double nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_MICRO);
  }
}
