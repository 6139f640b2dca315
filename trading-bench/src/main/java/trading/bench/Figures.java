package trading.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/// Every figure of one book or engine on one flow, over all rounds.
final class Figures {
  /// The harness's own time of one command.
  static final String TIME = "time";

  /// What is printed of each.
  static final List<FigureTable.Column> COLUMNS =
      List.of(
          new FigureTable.Column("ns/op", 1),
          new FigureTable.Column("ratio", 2),
          new FigureTable.Column("B/op", 2),
          new FigureTable.Column("p50", 0),
          new FigureTable.Column("p99", 0),
          new FigureTable.Column("p99.9", 0),
          new FigureTable.Column("p99.99", 0));

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

  /// {@return the values of [#COLUMNS]}
  double[] row(double nanos, double ratio, ToDoubleFunction<String> figure) {
    DoubleStream percentiles =
        BookMeter.SHARES.stream()
            .mapToDouble(share -> figure.applyAsDouble(BookMeter.label(share)));
    DoubleStream others = DoubleStream.of(nanos, ratio, figure.applyAsDouble(BookMeter.BYTES));
    return DoubleStream.concat(others, percentiles).toArray();
  }

  private DoubleStream all(String label) {
    return values.getOrDefault(label, List.of(Double.NaN)).stream()
        .mapToDouble(Double::doubleValue);
  }
}
