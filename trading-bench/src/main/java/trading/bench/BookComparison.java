package trading.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

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
          + " from the working folder upwards. A round takes about 5 minutes."
    })
public final class BookComparison extends PeerCommand {
  private static final List<String> COLLECTORS = List.of("G1", "Parallel");
  private static final List<BenchBook.Kind> BOOKS =
      List.of(BenchBook.Kind.OURS, BenchBook.Kind.DIRECT, BenchBook.Kind.NAIVE);

  /// Creates the command; the command line fills it.
  public BookComparison() {
    super(Figures.COLUMNS, "medians of all; time and percentiles of single commands in ns");
  }

  @Override
  void prove() {
    OrderFlow.Kind.requireAll(this);
    for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
      out().println(flow + ": all books make the same " + prove(flow));
    }
  }

  @Override
  void measure(FigureTable table) throws RunnerException {
    for (String collector : COLLECTORS) {
      for (OrderFlow.Kind flow : OrderFlow.Kind.values()) {
        table.begin(flow + " " + collector);
        print(table, measure(collector, flow));
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
    for (int round = 1; round <= rounds(); round++) {
      for (BenchBook.Kind book : BOOKS) {
        say(round, flow + " " + collector + ", " + book);
        figures
            .computeIfAbsent(book, _ -> new Figures())
            .add(Jmh.run(options(collector, flow, book), err()));
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
