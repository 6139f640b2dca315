package trading.risk.rule;

import java.math.BigInteger;

/// Compares the share that a value has of a base with a limit, exactly.
public final class Ratio {

  private Ratio() {}

  /// {@return whether value ÷ base × whole > limit}, by comparing value × whole and limit × base in
  /// 128 bits.
  ///
  /// @param value what is measured
  /// @param base what it is measured against, positive
  /// @param limit the highest share, in the units that `whole` has of one
  /// @param whole one
  public static boolean exceeds(long value, long base, long limit, long whole) {
    long left = Math.multiplyHigh(value, whole);
    long right = Math.multiplyHigh(limit, base);
    return left != right ? left > right : Long.compareUnsigned(value * whole, limit * base) > 0;
  }

  /// {@return value ÷ base × whole, rounded up; `Long.MAX_VALUE` when it does not fit or the base
  /// is not positive, 0 when the value is not}
  ///
  /// @param value what is measured
  /// @param base what it is measured against
  /// @param whole one
  public static long roundedUp(long value, long base, long whole) {
    if (value <= 0) {
      return 0;
    }
    if (base <= 0) {
      return Long.MAX_VALUE;
    }
    BigInteger[] share =
        BigInteger.valueOf(value)
            .multiply(BigInteger.valueOf(whole))
            .divideAndRemainder(BigInteger.valueOf(base));
    BigInteger roundedUp = share[0].add(BigInteger.valueOf(share[1].signum()));
    return roundedUp.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}
