package trading.bench;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/// Measures [PlaceOrderBenchmark] for 1, 2, 4 and 8 callers and prints one line for each.
///
/// Bytes are all that the process allocated, per order: the answers, and with every second of
/// measurement a fresh engine with its reserve of rows.
@Command(
    name = "callers",
    description = {
      "Place orders from 1, 2, 4 and 8 threads at once through the engine's door: ten risk rules,"
          + " order table, book, ledger, answer, no journal; show the rate, and what one order"
          + " takes.",
      "",
      "A round takes about 4 minutes."
    })
public final class PlaceOrderTable extends PeerCommand {
  private static final List<Integer> CALLERS = List.of(1, 2, 4, 8);
  private static final String GC_BYTES = "gc.alloc.rate.norm";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<FigureTable.Column> COLUMNS =
      List.of(
          new FigureTable.Column("orders/s", 0),
          new FigureTable.Column("B/order", 0),
          new FigureTable.Column("p50", 0),
          new FigureTable.Column("p99", 0),
          new FigureTable.Column("p99.9", 0));

  /// Creates the command; the command line fills it.
  public PlaceOrderTable() {
    super(COLUMNS, "means of rates and percentiles of all orders, in ns");
  }

  @Override
  void measure(FigureTable table) throws RunnerException {
    table.begin("callers");
    for (int callers : CALLERS) {
      err().println("callers: " + callers);
      table.add(String.valueOf(callers), row(Jmh.run(options(callers, rounds()), err())));
    }
  }

  private static Options options(int callers, int forks) {
    return new OptionsBuilder()
        .include(PlaceOrderBenchmark.class.getName().replace(".", "\\."))
        .threads(callers)
        .forks(forks)
        .jvmArgsAppend("-Xms3g", "-Xmx3g", "-XX:+UseG1GC", "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .build();
  }

  private static double[] row(Collection<RunResult> results) {
    double[] row = new double[COLUMNS.size()];
    for (RunResult run : results) {
      Result<?> primary = run.getPrimaryResult();
      if (run.getParams().getMode() == Mode.Throughput) {
        row[0] = primary.getScore() * NANOS_PER_SECOND;
        row[1] = Objects.requireNonNull(run.getSecondaryResults().get(GC_BYTES)).getScore();
      } else {
        row[2] = primary.getStatistics().getPercentile(50);
        row[3] = primary.getStatistics().getPercentile(99);
        row[4] = primary.getStatistics().getPercentile(99.9);
      }
    }
    return row;
  }
}
