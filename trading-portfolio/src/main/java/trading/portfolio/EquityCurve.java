package trading.portfolio;

import java.util.Arrays;
import java.util.Objects;

/// An account's equity over time, in one currency. One thread.
public final class EquityCurve {
  private static final int FIRST_CAPACITY = 256;

  private long[] times = new long[FIRST_CAPACITY];
  private long[] equities = new long[FIRST_CAPACITY];
  private boolean[] holdings = new boolean[FIRST_CAPACITY];
  private int size;

  /// Creates an empty curve.
  public EquityCurve() {}

  /// Adds a point.
  ///
  /// @param atNanos its time, nanoseconds since the epoch; not before the last one
  /// @param equityMicros the equity in micros, may be negative
  /// @param inMarket whether a position is held at that time
  /// @throws IllegalArgumentException when it lies before the last point
  public void append(long atNanos, long equityMicros, boolean inMarket) {
    if (size > 0 && atNanos < times[size - 1]) {
      throw new IllegalArgumentException(
          "time of an equity point must be at least " + times[size - 1] + ", was " + atNanos);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      equities = Arrays.copyOf(equities, size * 2);
      holdings = Arrays.copyOf(holdings, size * 2);
    }
    times[size] = atNanos;
    equities[size] = equityMicros;
    holdings[size] = inMarket;
    size++;
  }

  /// {@return the number of points}
  public int size() {
    return size;
  }

  /// {@return the time of a point, nanoseconds since the epoch}
  ///
  /// @param i its place, from 0
  /// @throws IndexOutOfBoundsException when there is no such point
  public long atNanos(int i) {
    return times[Objects.checkIndex(i, size)];
  }

  /// {@return the equity of a point, in micros}
  ///
  /// @param i its place, from 0
  /// @throws IndexOutOfBoundsException when there is no such point
  public long equityMicros(int i) {
    return equities[Objects.checkIndex(i, size)];
  }

  /// {@return whether a position is held at a point}
  ///
  /// @param i its place, from 0
  /// @throws IndexOutOfBoundsException when there is no such point
  public boolean inMarket(int i) {
    return holdings[Objects.checkIndex(i, size)];
  }
}
