package trading.strategies.indicator;

/// How far the last value lies above or below the one n values before, in percent.
///
/// ROC = 100 × (v − vₙ) ÷ vₙ, where vₙ came n values before v (Achelis, Technical Analysis from A
/// to Z: price rate-of-change). Values are positive whole numbers, such as prices in ticks, kept as
/// they are, so that nothing drifts. Not for several threads.
public final class RateOfChange {
  private static final long MICROS_OF_WHOLE = 100_000_000;

  private final long[] window;
  private int newest;
  private int count;

  private RateOfChange(int length) {
    window = new long[length + 1];
  }

  /// {@return a rate without values}
  ///
  /// @param length how many values back it compares with, 1 or more
  /// @throws IllegalArgumentException when the length is below 1
  public static RateOfChange of(int length) {
    if (length < 1) {
      throw new IllegalArgumentException(
          "length of a rate of change must be 1 or more, was " + length);
    }
    return new RateOfChange(length);
  }

  /// Takes the next value.
  ///
  /// @param value the value, for example a price in ticks, 1 or more
  /// @throws IllegalArgumentException when the value is below 1; nothing changed then
  public void add(long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "value of a rate of change must be 1 or more, was " + value);
    }
    newest = next(newest);
    window[newest] = value;
    count = Math.min(count + 1, window.length);
  }

  /// {@return how many values back it compares with}
  public int length() {
    return window.length - 1;
  }

  /// {@return whether there is a value that far back}
  public boolean isReady() {
    return count == window.length;
  }

  /// {@return the rate in percent, above −100}
  ///
  /// @throws IllegalStateException while it is warming up, see [#isReady()]
  public double percent() {
    return 100.0 * change() / base();
  }

  /// {@return whether the rate is above a level: 1 above, 0 equal, −1 below, without rounding}
  ///
  /// @param levelMicros the level in millionths of a percent, such as 2,000,000 for 2 %
  /// @throws IllegalStateException while it is warming up, see [#isReady()]
  public int compareTo(long levelMicros) {
    long change = change();
    long base = base();
    int high =
        Long.compare(
            Math.multiplyHigh(change, MICROS_OF_WHOLE), Math.multiplyHigh(levelMicros, base));
    return high == 0 ? Long.compareUnsigned(change * MICROS_OF_WHOLE, levelMicros * base) : high;
  }

  private long change() {
    return window[newest] - base();
  }

  private long base() {
    if (!isReady()) {
      throw new IllegalStateException(
          "a rate of change over " + length() + " values is not ready after " + count);
    }
    return window[next(newest)];
  }

  private int next(int index) {
    return index + 1 == window.length ? 0 : index + 1;
  }
}
