package trading.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Compares our order book with those of exchange-core and prints the ratios as a table.
///
/// First every book proves that it makes the same trades in the same order and ends with the same
/// orders in the same places. Then the books take turns, a new process each, round by round: what
/// else the machine does meets all of them. Figures are medians over all rounds; a ratio above 1
/// says that ours takes less. Single commands are timed with the clock's own time (about 20 ns)
/// included. The heap is touched before, so that no book pays for fresh memory.
///
/// ```
/// mvn -B -q -DskipTests -pl trading-bench -am package dependency:build-classpath \
///     -Dmdep.outputFile=target/classpath
/// java --sun-misc-unsafe-memory-access=allow \
///     -cp trading-bench/target/classes:$(cat trading-bench/target/classpath) \
///     trading.bench.BookComparison [rounds]
/// ```
public final class BookComparison {
  private static final int ROUNDS = 3;
  private static final List<String> COLLECTORS = List.of("G1", "Parallel");
  private static final List<BenchBook.Kind> BOOKS =
      List.of(BenchBook.Kind.OURS, BenchBook.Kind.DIRECT, BenchBook.Kind.NAIVE);

  private final int rounds;
  private final PrintStream out;

  private BookComparison(int rounds, PrintStream out) {
    this.rounds = rounds;
    this.out = out;
  }

  /// Proves, measures and prints.
  ///
  /// @param args the number of rounds, 3 when absent
  /// @throws RunnerException when the harness cannot run
  public static void main(String[] args) throws RunnerException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    new BookComparison(rounds, System.out).run();
  }

  private void run() throws RunnerException {
    for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
      out.println(flow + ": all books make the same " + prove(flow));
    }
    out.printf(
        Locale.ROOT,
        "%nJava %s, %d rounds; ns/op, bytes/op and percentiles in ns%n",
        Runtime.version(),
        rounds);
    for (String collector : COLLECTORS) {
      for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
        print(collector, flow, measure(collector, flow));
      }
    }
  }

  /// {@return what all books made of a flow}
  ///
  /// @throws IllegalStateException when one of them made something else
  static BenchBook.Tape prove(OrderFlow.Kind kind) {
    OrderFlow flow = kind.read();
    BenchBook first = play(BenchBook.Kind.OURS_NAIVE, flow);
    for (BenchBook.Kind book : BOOKS) {
      BenchBook other = play(book, flow);
      if (!first.tape().toString().equals(other.tape().toString())
          || !first.orders().equals(other.orders())) {
        throw new IllegalStateException(
            book + " on " + kind + ": " + other.tape() + ", expected " + first.tape());
      }
    }
    return first.tape();
  }

  private static BenchBook play(BenchBook.Kind kind, OrderFlow flow) {
    BenchBook book = kind.open();
    for (int i = 0; i < flow.count(); i++) {
      book.apply(flow, i);
    }
    return book;
  }

  private Map<BenchBook.Kind, Figures> measure(String collector, OrderFlow.Kind flow)
      throws RunnerException {
    Map<BenchBook.Kind, Figures> figures = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (BenchBook.Kind book : BOOKS) {
        Collection<RunResult> results = new Runner(options(collector, flow, book)).run();
        figures.computeIfAbsent(book, _ -> new Figures()).add(results);
      }
    }
    return figures;
  }

  private static Options options(String collector, OrderFlow.Kind flow, BenchBook.Kind book) {
    return new OptionsBuilder()
        .include(OrderBookBenchmark.class.getName().replace(".", "\\."))
        .param("kind", flow.name())
        .param("book", book.name())
        .jvmArgs(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            "-XX:+Use" + collector + "GC",
            "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(BookMeter.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private void print(String collector, OrderFlow.Kind flow, Map<BenchBook.Kind, Figures> figures) {
    out.printf(
        Locale.ROOT,
        "%n%-22s %8s %7s %8s %8s %8s %8s %8s%n",
        flow + " " + collector,
        "ns/op",
        "ratio",
        "B/op",
        "p50",
        "p99",
        "p99.9",
        "p99.99");
    double ours = Objects.requireNonNull(figures.get(BenchBook.Kind.OURS)).median(Figures.TIME);
    figures.forEach((book, all) -> {
      double[] percentiles =
          BookMeter.SHARES.stream()
              .mapToDouble(share -> all.median(BookMeter.label(share)))
              .toArray();
      out.printf(
          Locale.ROOT,
          "%-22s %8.1f %7.2f %8.2f %s%n",
          book,
          all.median(Figures.TIME),
          all.median(Figures.TIME) / ours,
          all.median(BookMeter.BYTES),
          Arrays.stream(percentiles)
              .mapToObj(value -> String.format(Locale.ROOT, "%8.0f", value))
              .reduce((a, b) -> a + " " + b)
              .orElse(""));
    });
  }
}
