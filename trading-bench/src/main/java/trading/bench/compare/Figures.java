package trading.bench.compare;

import java.util.List;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/// What one way took per command, in nanoseconds.
///
/// @param samples how many commands were timed
/// @param mean the mean
/// @param meanError half the width of the mean's 99.9 % confidence interval
/// @param min the fastest
/// @param median half were faster
/// @param p99 99 % were faster
/// @param p999 99.9 % were faster
/// @param max the slowest
/// @param lowestMedian the lowest median of an iteration
/// @param highestMedian the highest median of an iteration
record Figures(
    long samples,
    double mean,
    double meanError,
    double min,
    double median,
    double p99,
    double p999,
    double max,
    double lowestMedian,
    double highestMedian) {
  private static final double CONFIDENCE = 0.999;

  /// {@return the figures of all iterations together}
  ///
  /// @param iterations the samples of each, at least one
  static Figures of(List<Statistics> iterations) {
    MultisetStatistics all = new MultisetStatistics();
    iterations.forEach(iteration ->
        iteration
            .getRawData()
            .forEachRemaining(sample -> all.addValue(sample.getKey(), sample.getValue())));
    List<Double> medians =
        iterations.stream().map(iteration -> iteration.getPercentile(50)).sorted().toList();
    return new Figures(
        all.getN(),
        all.getMean(),
        all.getMeanErrorAt(CONFIDENCE),
        all.getMin(),
        all.getPercentile(50),
        all.getPercentile(99),
        all.getPercentile(99.9),
        all.getMax(),
        medians.getFirst(),
        medians.getLast());
  }
}
