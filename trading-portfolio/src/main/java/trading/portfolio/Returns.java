package trading.portfolio;

import java.util.Arrays;
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

  /// {@return the returns of a curve; none when one of its equities or stakes is not positive}
  ///
  /// An interval that began and ended with nothing has no return, and does no harm.
  static Returns of(EquityCurve curve, int periodsPerYear) {
    int size = curve.size();
    double[] returns = new double[Math.max(0, size - 1)];
    int count = 0;
    if (size == 0 || curve.equityMicros(0) <= 0) {
      return none(periodsPerYear);
    }
    for (int i = 1; i < size; i++) {
      double stake = curve.stakeMicros(i);
      long equity = curve.equityMicros(i);
      if (stake == 0 && equity == 0) {
        continue;
      }
      if (stake <= 0 || equity <= 0) {
        return none(periodsPerYear);
      }
      returns[count++] = gain(curve, i) / stake;
    }
    double growth = Growth.of(curve, curve.equityMicros(0)).total().orElse(Double.NaN);
    return new Returns(Arrays.copyOf(returns, count), growth, periodsPerYear);
  }

  private static Returns none(int periodsPerYear) {
    return new Returns(new double[0], 0, periodsPerYear);
  }

  /// What was earned on the way to a point, in whole micros: after ÷ before − 1 would lose the
  /// digits of a small return.
  private static double gain(EquityCurve curve, int i) {
    long flow = curve.flowMicros(i);
    long difference = curve.equityMicros(i) - curve.equityMicros(i - 1);
    long gain = difference - flow;
    boolean wrapped = ((difference ^ flow) & (difference ^ gain)) < 0;
    return wrapped ? (double) difference - flow : gain;
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
