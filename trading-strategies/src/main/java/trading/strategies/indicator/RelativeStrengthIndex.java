package trading.strategies.indicator;

/// Wilder's relative strength index: how much of the last moves went up, in percent.
///
/// RSI = 100 − 100 ÷ (1 + G ÷ L), where G and L are the smoothed gains and losses per value. They
/// start as the simple averages of the first n changes; then each change x takes its part: G ← (G ×
/// (n − 1) + gain) ÷ n, likewise L (J. Welles Wilder, New Concepts in Technical Trading Systems,
/// 1978). Without losses the index is 100, without gains 0; while nothing has moved at all it is
/// not defined, and absent. Values are whole numbers, such as prices in ticks. Not for several
/// threads.
public final class RelativeStrengthIndex {
  private static final double TOP = 100;

  private final int length;
  private int count;
  private long lastValue;

  // The averages times their length: whole numbers, and so exact, up to the first index.
  private double gains;
  private double losses;

  private RelativeStrengthIndex(int length) {
    this.length = length;
  }

  /// {@return an index without values}
  ///
  /// @param length how many changes it smooths over, 1 or more
  /// @throws IllegalArgumentException when the length is below 1
  public static RelativeStrengthIndex of(int length) {
    if (length < 1) {
      throw new IllegalArgumentException(
          "length of a relative strength index must be 1 or more, was " + length);
    }
    return new RelativeStrengthIndex(length);
  }

  /// Takes the next value.
  ///
  /// @param value the value, for example a price in ticks
  /// @throws ArithmeticException when the change does not fit a `long`; nothing changed then
  public void add(long value) {
    long change = count == 0 ? 0 : Math.subtractExact(value, lastValue);
    if (count > length) {
      gains = gains * (length - 1) / length;
      losses = losses * (length - 1) / length;
    } else {
      count++;
    }
    gains += Math.max(change, 0);
    losses -= Math.min(change, 0);
    lastValue = value;
  }

  /// {@return how many changes it smooths over}
  public int length() {
    return length;
  }

  /// {@return whether it is defined: [#length()] changes have come, and not all of them were 0}
  public boolean isReady() {
    return count > length && gains + losses > 0;
  }

  /// {@return the index, from 0 to 100}
  ///
  /// @throws IllegalStateException while it is not defined, see [#isReady()]
  public double value() {
    if (!isReady()) {
      throw new IllegalStateException(
          "a relative strength index over "
              + length
              + " changes is not ready after "
              + count
              + " values"
              + (count > length ? " that did not move" : ""));
    }
    // From the nearer end: without losses it is exactly 100, without gains exactly 0.
    return gains < losses ? TOP * gains / (gains + losses) : TOP - TOP * losses / (gains + losses);
  }
}
