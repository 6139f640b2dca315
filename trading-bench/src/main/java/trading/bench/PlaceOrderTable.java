package trading.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures [PlaceOrderBenchmark] for 1, 2, 4 and 8 callers and prints one line for each.
///
/// Bytes are all that the process allocated, per order: the answers, and with every second of
/// measurement a fresh engine with its reserve of rows.
///
/// ```
/// mvn -B -q -DskipTests -pl trading-bench -am package dependency:build-classpath \
///     -Dmdep.outputFile=target/classpath
/// java -cp trading-bench/target/classes:$(cat trading-bench/target/classpath) \
///     trading.bench.PlaceOrderTable [forks]
/// ```
public final class PlaceOrderTable {
  private static final List<Integer> CALLERS = List.of(1, 2, 4, 8);
  private static final String GC_BYTES = "gc.alloc.rate.norm";
  private static final double NANOS_PER_SECOND = 1e9;

  private PlaceOrderTable() {}

  /// Measures and prints.
  ///
  /// @param args the number of forks for each number of callers, 1 when absent
  /// @throws RunnerException when the harness cannot run
  public static void main(String[] args) throws RunnerException {
    int forks = args.length == 0 ? 1 : Integer.parseInt(args[0]);
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, %d forks; times in ns%n%n%8s %10s %8s %8s %8s %8s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        forks,
        "callers",
        "orders/s",
        "B/order",
        "p50",
        "p99",
        "p99.9");
    for (int callers : CALLERS) {
      print(callers, new Runner(options(callers, forks)).run());
    }
  }

  private static Options options(int callers, int forks) {
    return new OptionsBuilder()
        .include(PlaceOrderBenchmark.class.getName().replace(".", "\\."))
        .threads(callers)
        .forks(forks)
        .jvmArgs("-Xms3g", "-Xmx3g", "-XX:+UseG1GC", "--sun-misc-unsafe-memory-access=allow")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static void print(int callers, Collection<RunResult> results) {
    double perSecond = 0;
    double bytes = 0;
    double[] percentiles = new double[3];
    for (RunResult run : results) {
      Result<?> primary = run.getPrimaryResult();
      if (run.getParams().getMode() == Mode.Throughput) {
        perSecond = primary.getScore() * NANOS_PER_SECOND;
        bytes = Objects.requireNonNull(run.getSecondaryResults().get(GC_BYTES)).getScore();
      } else {
        percentiles[0] = primary.getStatistics().getPercentile(50);
        percentiles[1] = primary.getStatistics().getPercentile(99);
        percentiles[2] = primary.getStatistics().getPercentile(99.9);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%8d %,10.0f %8.0f %8.0f %8.0f %8.0f%n",
        callers,
        perSecond,
        bytes,
        percentiles[0],
        percentiles[1],
        percentiles[2]);
  }
}
