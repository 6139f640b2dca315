package trading.bench.compare;

/// How many times as long one way takes as a method call.
///
/// @param mean mean ÷ mean
/// @param median median ÷ median
/// @param low the lowest median of an iteration ÷ the method call's highest
/// @param high the highest ÷ the method call's lowest
record Ratio(double mean, double median, double low, double high) {
  private static final double PERCENT = 100;

  static Ratio of(Figures figures, Figures call) {
    return new Ratio(
        figures.mean() / call.mean(),
        figures.median() / call.median(),
        figures.lowestMedian() / call.highestMedian(),
        figures.highestMedian() / call.lowestMedian());
  }

  /// {@return what a method call saves of the median, in percent}
  double savedPercent() {
    return PERCENT * (1 - 1 / median);
  }
}
