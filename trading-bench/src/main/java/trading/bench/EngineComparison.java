package trading.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/// Compares our engine with exchange-core's risk engine around its fast book, both on one thread,
/// and prints the ratios as a table.
///
/// Ours is called through its public door: lock, checks, risk gate, order table, book, ledger,
/// bytes of commands and events, an answer to each command in one [trading.core.OrderAnswer], no
/// journal. The line `OURS` has the one rule that does what the peer does – positions and working
/// orders must be covered by the account's money – and `OURS_ALL_RULES` has every built-in rule;
/// `FLOOR` is what a caller of ours pays without any accounts, see [FloorEngine]. The peer holds an
/// order's margin, matches, releases and books, on a future with a margin of one per lot.
///
/// First both prove that they make the same trades in the same order, and end with the same orders
/// and positions. Then they take turns, a new process each, round by round. Figures are the best of
/// all rounds, because nothing that else runs on the machine makes one faster: `ns/op` is the
/// thread's own time, percentiles are of single commands with the clock's own time (about 20 ns)
/// included. A ratio above 1 says that ours takes less. See [EngineFlow] for whose orders they are.
@Command(
    name = "engines",
    description = {
      "Play recorded flows into our engine, with accounts and risk rules, and into exchange-core's"
          + " risk engine around its fast book, show that all make the same trades and end alike,"
          + " and what one command takes.",
      "",
      "OURS has the one risk rule that does what the peer does, OURS_ALL_RULES has all; FLOOR is"
          + " our book, a lock, and the bytes of commands and events, without accounts.",
      "",
      "A ratio above 1 says that ours takes less. The flows are looked for in shared/data/flows,"
          + " from the working folder upwards. A round takes about 7 minutes."
    })
public final class EngineComparison extends PeerCommand {
  private static final BenchEngine.Kind[] ENGINES = BenchEngine.Kind.values();

  /// Creates the command; the command line fills it.
  public EngineComparison() {
    super(Figures.COLUMNS, "best of all; CPU time and percentiles of single commands in ns");
  }

  @Override
  void prove() {
    OrderFlow.Kind.requireAll(this);
    for (OrderFlow.Kind kind : OrderFlow.Kind.values()) {
      out().println(kind + ": all engines make the same " + prove(EngineFlow.of(kind.read())));
    }
  }

  @Override
  void measure(FigureTable table) throws RunnerException {
    for (OrderFlow.Kind kind : OrderFlow.Kind.values()) {
      table.begin(kind.name());
      print(table, measure(kind));
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
    for (int round = 1; round <= rounds(); round++) {
      for (BenchEngine.Kind engine : ENGINES) {
        say(round, flow + ", " + engine);
        figures
            .computeIfAbsent(engine, _ -> new Figures())
            .add(Jmh.run(options(flow, engine), err()));
      }
    }
    return figures;
  }

  private static Options options(OrderFlow.Kind flow, BenchEngine.Kind engine) {
    return new OptionsBuilder()
        .include(EngineBenchmark.class.getName().replace(".", "\\."))
        .param("kind", flow.name())
        .param("engine", engine.name())
        .jvmArgsAppend(
            "-Xms2g",
            "-Xmx2g",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseG1GC",
            "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(BookMeter.class)
        .shouldFailOnError(true)
        .build();
  }

  private static void print(FigureTable table, Map<BenchEngine.Kind, Figures> figures) {
    double peer =
        Objects.requireNonNull(figures.get(BenchEngine.Kind.RISK_AND_DIRECT)).best(BookMeter.CPU);
    figures.forEach((engine, all) -> {
      double time = all.best(BookMeter.CPU);
      table.add(engine.name(), all.row(time, peer / time, all::best));
    });
  }
}
