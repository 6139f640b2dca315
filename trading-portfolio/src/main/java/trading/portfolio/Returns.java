package trading.portfolio;

import java.util.OptionalDouble;

/// The simple returns of a curve from point to point, and what follows from them.
final class Returns {
  private final double[] returns;
  private final double growth;
  private final int periodsPerYear;

  private Returns(double[] returns, double growth, int periodsPerYear) {
    this.returns = returns;
    this.growth = growth;
    this.periodsPerYear = periodsPerYear;
  }

  /// {@return the returns of a curve; none when a point of it is not positive}
  static Returns of(EquityCurve curve, int periodsPerYear) {
    int size = curve.size();
    for (int i = 0; i < size; i++) {
      if (curve.equityMicros(i) <= 0) {
        return new Returns(new double[0], 0, periodsPerYear);
      }
    }
    double[] returns = new double[Math.max(0, size - 1)];
    for (int i = 0; i < returns.length; i++) {
      long before = curve.equityMicros(i);
      // Not after ÷ before − 1, where a small return would lose its digits.
      returns[i] = (double) (curve.equityMicros(i + 1) - before) / before;
    }
    double growth = size == 0 ? 0 : (double) curve.equityMicros(size - 1) / curve.equityMicros(0);
    return new Returns(returns, growth, periodsPerYear);
  }

  OptionalDouble annualGrowth() {
    if (returns.length == 0) {
      return OptionalDouble.empty();
    }
    double perYear = StrictMath.pow(growth, (double) periodsPerYear / returns.length) - 1;
    return Double.isFinite(perYear) ? OptionalDouble.of(perYear) : OptionalDouble.empty();
  }

  OptionalDouble volatility() {
    return returns.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(deviation() * StrictMath.sqrt(periodsPerYear));
  }

  OptionalDouble sharpe() {
    return returns.length < 2 ? OptionalDouble.empty() : annualRatio(deviation());
  }

  OptionalDouble sortino() {
    return returns.length < 2 ? OptionalDouble.empty() : annualRatio(downsideDeviation());
  }

  /// The mean grows with the number of periods, a deviation with its square root.
  private OptionalDouble annualRatio(double deviation) {
    return deviation > 0
        ? OptionalDouble.of(mean() / deviation * StrictMath.sqrt(periodsPerYear))
        : OptionalDouble.empty();
  }

  private double mean() {
    double sum = 0;
    for (double each : returns) {
      sum += each;
    }
    return sum / returns.length;
  }

  /// Exactly 0 for equal returns, whose mean may be rounded.
  private double deviation() {
    double mean = mean();
    double squares = 0;
    boolean equal = true;
    for (double each : returns) {
      squares += (each - mean) * (each - mean);
      equal &= each == returns[0];
    }
    return equal ? 0 : StrictMath.sqrt(squares / (returns.length - 1));
  }

  private double downsideDeviation() {
    double squares = 0;
    for (double each : returns) {
      double shortfall = Math.min(each, 0);
      squares += shortfall * shortfall;
    }
    return StrictMath.sqrt(squares / returns.length);
  }
}
