package trading.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// Adds bytes and CPU time per command, and percentiles, to the results of [OrderBookBenchmark] and
/// [EngineBenchmark].
public final class BookMeter implements InternalProfiler {
  static final String BYTES = "bytes";
  static final String CPU = "cpu";
  static final List<Double> SHARES = List.of(0.5, 0.99, 0.999, 0.9999);

  /// Creates the meter; the harness does, in the measured process.
  public BookMeter() {}

  @Override
  public String getDescription() {
    return "Bytes and CPU time per command, and percentiles of single commands";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<ScalarResult> results = new ArrayList<>();
    add(results, BYTES, Seen.LAST.bytesPerCommand(), "B/op");
    add(results, CPU, Seen.LAST.cpuNanosPerCommand(), "ns/op");
    for (double share : SHARES) {
      add(results, label(share), Seen.LAST.percentile(share), "ns");
    }
    return results;
  }

  static String label(double share) {
    return "p" + share;
  }

  private static void add(List<ScalarResult> results, String label, double value, String unit) {
    if (value >= 0) {
      results.add(new ScalarResult(label, value, unit, AggregationPolicy.AVG));
    }
  }
}
