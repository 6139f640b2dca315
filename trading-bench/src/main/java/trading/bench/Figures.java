package trading.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/// Every figure of one book or engine on one flow, over all rounds.
final class Figures {
  /// The harness's own time of one command.
  static final String TIME = "time";

  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /// Adds what one process measured.
  void add(Collection<RunResult> results) {
    for (RunResult run : results) {
      boolean timed = run.getParams().getBenchmark().endsWith("playTimed");
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          if (!timed) {
            add(TIME, iteration.getPrimaryResult().getScore());
          }
          iteration.getSecondaryResults().forEach((label, result) -> add(label, result.getScore()));
        }
      }
    }
  }

  private void add(String label, double value) {
    values.computeIfAbsent(label, _ -> new ArrayList<>()).add(value);
  }

  double median(String label) {
    double[] sorted = all(label).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  double best(String label) {
    return all(label).min().orElse(Double.NaN);
  }

  private DoubleStream all(String label) {
    return values.getOrDefault(label, List.of(Double.NaN)).stream()
        .mapToDouble(Double::doubleValue);
  }
}
