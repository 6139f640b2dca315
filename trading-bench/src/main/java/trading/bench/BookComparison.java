package trading.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Compares our order book with those of exchange-core and prints the ratios as a table.
///
/// First every book proves that it makes the same trades in the same order and ends with the same
/// orders in the same places. Then the books take turns, a new process each, round by round: what
/// else the machine does meets all of them. Figures are medians over all rounds; a ratio above 1
/// says that ours takes less. Single commands are timed with the clock's own time (about 20 ns)
/// included. The heap is touched before, so that no book pays for fresh memory.
@Command(
    name = "books",
    description = {
      "Play recorded flows into our order book and into those of exchange-core 0.5.3, show that all"
          + " make the same trades and end alike, and what one command takes.",
      "",
      "A ratio above 1 says that ours takes less. The flows are looked for in shared/data/flows,"
          + " from the working folder upwards. Three rounds take about 25 minutes."
    })
public final class BookComparison implements Callable<Integer> {
  private static final List<String> COLLECTORS = List.of("G1", "Parallel");
  private static final List<BenchBook.Kind> BOOKS =
      List.of(BenchBook.Kind.OURS, BenchBook.Kind.DIRECT, BenchBook.Kind.NAIVE);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often every book has its turn; 3 when absent.")
  private int rounds;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all figures to this file, too.")
  private @Nullable Path json;

  /// Creates the command; the command line fills it.
  public BookComparison() {}

  /// Proves, measures and prints.
  ///
  /// @throws RunnerException when the harness cannot run
  /// @throws IOException when the file cannot be written
  @Override
  public Integer call() throws RunnerException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    OrderFlow.Kind.requireAll(spec.commandLine());
    for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
      out.println(flow + ": all books make the same " + prove(flow));
    }
    FigureTable table = new FigureTable(out, Figures.COLUMNS);
    for (String collector : COLLECTORS) {
      for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
        table.begin(flow + " " + collector);
        print(table, measure(collector, flow));
      }
    }
    table.write(json);
    return 0;
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
        spec.commandLine()
            .getErr()
            .println(
                "books: round "
                    + (round + 1)
                    + " of "
                    + rounds
                    + ", "
                    + flow
                    + " "
                    + collector
                    + ", "
                    + book);
        figures
            .computeIfAbsent(book, _ -> new Figures())
            .add(new Runner(options(collector, flow, book)).run());
      }
    }
    return figures;
  }

  private static Options options(String collector, OrderFlow.Kind flow, BenchBook.Kind book) {
    return new OptionsBuilder()
        .include(OrderBookBenchmark.class.getName().replace(".", "\\."))
        .param("kind", flow.name())
        .param("book", book.name())
        .jvmArgsAppend(
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

  private static void print(FigureTable table, Map<BenchBook.Kind, Figures> figures) {
    double ours = Objects.requireNonNull(figures.get(BenchBook.Kind.OURS)).median(Figures.TIME);
    figures.forEach((book, all) -> {
      double time = all.median(Figures.TIME);
      table.add(book.name(), all.row(time, time / ours, all::median));
    });
  }
}
