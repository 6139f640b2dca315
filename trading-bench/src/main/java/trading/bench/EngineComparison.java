package trading.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Compares our engine with exchange-core's risk engine around its fast book, both on one thread,
/// and prints the ratios as a table.
///
/// Ours is called through its public door: lock, checks, risk gate, order table, book, ledger,
/// bytes of commands and events, an answer built for each command, no journal. The line `OURS` has
/// the one rule that does what the peer does – positions and working orders must be covered by the
/// account's money – and `OURS_ALL_RULES` has every built-in rule. The peer holds an order's
/// margin, matches, releases and books, on a future with a margin of one per lot.
///
/// First both prove that they make the same trades in the same order, and end with the same orders
/// and positions. Then they take turns, a new process each, round by round. Figures are the best of
/// all rounds, because nothing that else runs on the machine makes one faster: `ns/op` is the
/// thread's own time, percentiles are of single commands with the clock's own time (about 20 ns)
/// included. A ratio above 1 says that ours takes less. See [EngineFlow] for whose orders they are.
///
/// ```
/// mvn -B -q -DskipTests -pl trading-bench -am package dependency:build-classpath \
///     -Dmdep.outputFile=target/classpath
/// java --sun-misc-unsafe-memory-access=allow \
///     -cp trading-bench/target/classes:$(cat trading-bench/target/classpath) \
///     trading.bench.EngineComparison [rounds]
/// ```
public final class EngineComparison {
  private static final int ROUNDS = 3;
  private static final BenchEngine.Kind[] ENGINES = BenchEngine.Kind.values();

  private final int rounds;
  private final PrintStream out;

  private EngineComparison(int rounds, PrintStream out) {
    this.rounds = rounds;
    this.out = out;
  }

  /// Proves, measures and prints.
  ///
  /// @param args the number of rounds, 3 when absent
  /// @throws RunnerException when the harness cannot run
  public static void main(String[] args) throws RunnerException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    new EngineComparison(rounds, System.out).run();
  }

  private void run() throws RunnerException {
    for (OrderFlow.Kind kind : OrderFlow.Kind.values()) {
      OrderFlow flow = EngineFlow.of(kind.read());
      out.println(kind + ": all engines make the same " + prove(flow));
    }
    out.printf(
        Locale.ROOT,
        "%nJava %s, best of %d rounds; ns/op, bytes/op and percentiles in ns%n",
        Runtime.version(),
        rounds);
    for (OrderFlow.Kind kind : OrderFlow.Kind.values()) {
      print(kind, measure(kind));
    }
  }

  /// {@return what all engines made of a flow}
  ///
  /// @throws IllegalStateException when one of them made something else
  static BenchBook.Tape prove(OrderFlow flow) {
    BenchEngine first = play(BenchEngine.Kind.RISK_AND_DIRECT.open(flow), flow);
    for (BenchEngine.Kind kind : ENGINES) {
      requireSame(first, play(kind.open(flow), flow), kind.name());
    }
    return first.tape();
  }

  /// Compares the ends of two engines.
  ///
  /// @throws IllegalStateException when trades, orders or positions differ
  static void requireSame(BenchEngine expected, BenchEngine actual, String name) {
    if (!expected.tape().toString().equals(actual.tape().toString())) {
      throw new IllegalStateException(
          name + ": " + actual.tape() + ", expected " + expected.tape());
    }
    if (!expected.orders().equals(actual.orders())) {
      throw new IllegalStateException(name + " has other orders in the end");
    }
    if (!Arrays.equals(expected.positions(), actual.positions())) {
      throw new IllegalStateException(name + " has other positions in the end");
    }
  }

  static BenchEngine play(BenchEngine engine, OrderFlow flow) {
    for (int i = 0; i < flow.count(); i++) {
      engine.apply(flow, i);
    }
    return engine;
  }

  private Map<BenchEngine.Kind, Figures> measure(OrderFlow.Kind flow) throws RunnerException {
    Map<BenchEngine.Kind, Figures> figures = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (BenchEngine.Kind engine : ENGINES) {
        figures
            .computeIfAbsent(engine, _ -> new Figures())
            .add(new Runner(options(flow, engine)).run());
      }
    }
    return figures;
  }

  private static Options options(OrderFlow.Kind flow, BenchEngine.Kind engine) {
    return new OptionsBuilder()
        .include(EngineBenchmark.class.getName().replace(".", "\\."))
        .param("kind", flow.name())
        .param("engine", engine.name())
        .jvmArgs(
            "-Xms2g",
            "-Xmx2g",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseG1GC",
            "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(BookMeter.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private void print(OrderFlow.Kind flow, Map<BenchEngine.Kind, Figures> figures) {
    out.printf(
        Locale.ROOT,
        "%n%-22s %8s %7s %8s %8s %8s %8s %8s%n",
        flow,
        "ns/op",
        "ratio",
        "B/op",
        "p50",
        "p99",
        "p99.9",
        "p99.99");
    double peer =
        Objects.requireNonNull(figures.get(BenchEngine.Kind.RISK_AND_DIRECT)).best(BookMeter.CPU);
    figures.forEach((engine, all) -> print(engine, all, peer));
  }

  private void print(BenchEngine.Kind engine, Figures all, double peer) {
    out.printf(
        Locale.ROOT,
        "%-22s %8.1f %7.2f %8.2f %s%n",
        engine,
        all.best(BookMeter.CPU),
        peer / all.best(BookMeter.CPU),
        all.best(BookMeter.BYTES),
        BookMeter.SHARES.stream()
            .map(share -> String.format(Locale.ROOT, "%8.0f", all.best(BookMeter.label(share))))
            .collect(Collectors.joining(" ")));
  }
}
