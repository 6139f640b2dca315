package trading.strategies.indicator;

/// The mean of the last n values, kept as an exact sum.
///
/// SMA = (v₁ + … + vₙ) ÷ n. Values are whole numbers, such as prices in ticks; the sum is a `long`,
/// so that it never drifts however many values pass. Two averages compare exactly by their sums:
/// sumₐ ÷ a < sumᵦ ÷ b exactly when sumₐ × b < sumᵦ × a. Not for several threads.
public final class SimpleMovingAverage {
  private final long[] window;
  private int oldest;
  private int count;
  private long sum;

  private SimpleMovingAverage(int length) {
    window = new long[length];
  }

  /// {@return an average without values}
  ///
  /// @param length how many values it spans, 1 or more
  /// @throws IllegalArgumentException when the length is below 1
  public static SimpleMovingAverage of(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length of an average must be 1 or more, was " + length);
    }
    return new SimpleMovingAverage(length);
  }

  /// Takes the next value; the oldest leaves once the window is full.
  ///
  /// @param value the value, for example a price in ticks
  /// @throws ArithmeticException when the sum does not fit a `long`; nothing changed then
  public void add(long value) {
    long kept = isReady() ? Math.subtractExact(sum, window[oldest]) : sum;
    sum = Math.addExact(kept, value);
    window[oldest] = value;
    oldest = oldest + 1 == window.length ? 0 : oldest + 1;
    count = Math.min(count + 1, window.length);
  }

  /// {@return how many values it spans}
  public int length() {
    return window.length;
  }

  /// {@return whether as many values have come as it spans}
  public boolean isReady() {
    return count == window.length;
  }

  /// {@return the exact sum of the last [#length()] values, in their unit}
  ///
  /// @throws IllegalStateException while it is warming up, see [#isReady()]
  public long sum() {
    if (!isReady()) {
      throw new IllegalStateException(
          "an average of " + window.length + " values is not ready after " + count);
    }
    return sum;
  }

  /// {@return the mean of the last [#length()] values, in their unit, rounded once to a `double`}
  ///
  /// @throws IllegalStateException while it is warming up, see [#isReady()]
  public double average() {
    return (double) sum() / window.length;
  }
}
