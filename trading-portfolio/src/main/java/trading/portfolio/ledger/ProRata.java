package trading.portfolio.ledger;

/// A part's share of an amount, exact, rounded toward zero.
// Hot: engine only; allocates nothing.
public final class ProRata {
  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;

  private ProRata() {}

  /// {@return amount × part ÷ whole, rounded toward zero; the amount itself when part is whole}
  ///
  /// The product is 128 bits wide, so nothing overflows.
  ///
  /// @param amount what is shared, any but `Long.MIN_VALUE`
  /// @param part 0..whole
  /// @param whole 0 or more; 0 only with a part of 0
  public static long share(long amount, long part, long whole) {
    if (part == whole) {
      return amount;
    }
    long size = Math.abs(amount);
    long high = Math.multiplyHigh(size, part);
    long low = size * part;
    long share = high == 0 ? Long.divideUnsigned(low, whole) : divide(high, low, whole);
    return amount < 0 ? -share : share;
  }

  /// Divides 128 bits by 64, two digits of 32 bits each: Warren, Hacker's Delight, 2nd edition, 9-4
  /// (after Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D). The quotient fits 63
  /// bits, for it is no larger than the amount.
  private static long divide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long scaled = divisor << shift;
    long top = high << shift | low >>> (Long.SIZE - shift);
    long rest = low << shift;
    long first = digit(top, rest >>> HALF_BITS, scaled);
    long middle = (top << HALF_BITS) + (rest >>> HALF_BITS) - first * scaled;
    long second = digit(middle, rest & HALF_MASK, scaled);
    return (first << HALF_BITS) + second;
  }

  /// One digit of the quotient. The top is below the divisor, so the estimate is at most 2³² + 1
  /// and its product with the divisor's low half fits 64 unsigned bits.
  private static long digit(long top, long next, long divisor) {
    long divisorHigh = divisor >>> HALF_BITS;
    long divisorLow = divisor & HALF_MASK;
    long digit = Long.divideUnsigned(top, divisorHigh);
    long rest = top - digit * divisorHigh;
    while (rest >>> HALF_BITS == 0
        && Long.compareUnsigned(digit * divisorLow, rest << HALF_BITS | next) > 0) {
      digit--;
      rest += divisorHigh;
    }
    return digit;
  }
}
