package trading.portfolio;

import java.util.Arrays;
import java.util.Objects;

/// An account's equity over time, in one currency. One thread.
public final class EquityCurve {
  private static final int FIRST_CAPACITY = 256;
  private static final long MAX_DEPOSITS = 1L << 62;

  private long[] times = new long[FIRST_CAPACITY];
  private long[] equities = new long[FIRST_CAPACITY];
  private long[] deposits = new long[FIRST_CAPACITY];
  private boolean[] holdings = new boolean[FIRST_CAPACITY];
  private int size;

  /// Creates an empty curve.
  public EquityCurve() {}

  /// Adds a point of a curve to which no money comes, and which none leaves.
  ///
  /// @param atNanos its time, nanoseconds since the epoch; not before the last one
  /// @param equityMicros the equity in micros, may be negative
  /// @param inMarket whether a position is held at that time
  /// @throws IllegalArgumentException when it lies before the last point
  public void append(long atNanos, long equityMicros, boolean inMarket) {
    append(atNanos, equityMicros, size == 0 ? 0 : deposits[size - 1], inMarket);
  }

  /// Adds a point.
  ///
  /// What the deposits differ from those of the point before is money that came or left right after
  /// that point, and no profit.
  ///
  /// @param atNanos its time, nanoseconds since the epoch; not before the last one
  /// @param equityMicros the equity in micros, may be negative
  /// @param depositsMicros deposits less withdrawals so far, within ±2⁶² micros
  /// @param inMarket whether a position is held at that time
  /// @throws IllegalArgumentException when it lies before the last point, or the deposits are too
  ///   large
  public void append(long atNanos, long equityMicros, long depositsMicros, boolean inMarket) {
    if (size > 0 && atNanos < times[size - 1]) {
      throw new IllegalArgumentException(
          "time of an equity point must be at least " + times[size - 1] + ", was " + atNanos);
    }
    if (depositsMicros <= -MAX_DEPOSITS || depositsMicros >= MAX_DEPOSITS) {
      throw new IllegalArgumentException(
          "deposits of an equity point must stay within ±2^62 micros, were " + depositsMicros);
    }
    if (size == times.length) {
      grow();
    }
    times[size] = atNanos;
    equities[size] = equityMicros;
    deposits[size] = depositsMicros;
    holdings[size] = inMarket;
    size++;
  }

  private void grow() {
    times = Arrays.copyOf(times, size * 2);
    equities = Arrays.copyOf(equities, size * 2);
    deposits = Arrays.copyOf(deposits, size * 2);
    holdings = Arrays.copyOf(holdings, size * 2);
  }

  /// {@return a curve with the same points, which goes its own way from here}
  public EquityCurve copy() {
    EquityCurve copy = new EquityCurve();
    copy.times = times.clone();
    copy.equities = equities.clone();
    copy.deposits = deposits.clone();
    copy.holdings = holdings.clone();
    copy.size = size;
    return copy;
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

  /// {@return deposits less withdrawals up to a point, in micros; 0 where none were given}
  ///
  /// @param i its place, from 0
  /// @throws IndexOutOfBoundsException when there is no such point
  public long depositsMicros(int i) {
    return deposits[Objects.checkIndex(i, size)];
  }

  /// {@return whether a position is held at a point}
  ///
  /// @param i its place, from 0
  /// @throws IndexOutOfBoundsException when there is no such point
  public boolean inMarket(int i) {
    return holdings[Objects.checkIndex(i, size)];
  }

  /// {@return money that came between the point before and this one, negative when it left}
  ///
  /// @param i its place, from 1
  long flowMicros(int i) {
    return depositsMicros(i) - depositsMicros(i - 1);
  }

  /// {@return what was at stake on the way to a point: the equity before, and what came since}
  ///
  /// @param i its place, from 1
  double stakeMicros(int i) {
    long before = equityMicros(i - 1);
    long flow = flowMicros(i);
    long stake = before + flow;
    boolean wrapped = ((before ^ stake) & (flow ^ stake)) < 0;
    return wrapped ? (double) before + flow : stake;
  }
}
