package trading.portfolio.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProRataTest {

  @Test
  void shareIsRoundedTowardZero() {
    assertEquals(6, ProRata.share(20, 1, 3));
    assertEquals(-6, ProRata.share(-20, 1, 3));
    assertEquals(13, ProRata.share(20, 2, 3));
    assertEquals(-13, ProRata.share(-20, 2, 3));
  }

  @Test
  void wholeTakesAllAndNoPartTakesNothing() {
    assertEquals(-7, ProRata.share(-7, 5, 5));
    assertEquals(0, ProRata.share(-7, 0, 5));
    assertEquals(0, ProRata.share(0, 0, 0));
  }

  @Test
  void shareEqualsTheOneOfUnboundedNumbers() {
    long seed = 31;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000_000; i++) {
      long whole = 1 + magnitude(random);
      long part =
          i % 3 == 0 ? whole - 1 - random.nextLong(Math.min(whole, 9)) : random.nextLong(whole);
      requireSame(magnitude(random), Math.max(0, part), whole, seed);
      requireSame(-magnitude(random), Math.max(0, part), whole, seed);
    }
  }

  @Test
  void shareIsExactAtTheEdgesOfTheDigits() {
    long[] edges = {1, 2, (1L << 31) - 1, 1L << 31, (1L << 32) - 1, 1L << 32, (1L << 32) + 1};
    long[] scales = {1, 1L << 29, 1L << 30};
    for (long edge : edges) {
      for (long scale : scales) {
        for (int off = -2; off <= 2; off++) {
          requireEdges(edge * scale + off);
        }
      }
    }
    requireEdges(Long.MAX_VALUE);
  }

  private static void requireEdges(long whole) {
    long[] amounts = {whole, whole - 1, Long.MAX_VALUE, Long.MAX_VALUE - 1, (1L << 62) - 1};
    for (long amount : amounts) {
      for (long part = whole - 1; part >= 0 && part >= whole - 5; part--) {
        requireSame(amount, part, whole, 0);
        requireSame(amount, part / 2, whole, 0);
      }
    }
  }

  /// Any number of bits from 0 to 63, often with long rows of equal bits.
  private static long magnitude(SplittableRandom random) {
    long value = random.nextLong() >>> 1 + random.nextInt(63);
    long row = (1L << random.nextInt(62)) - 1;
    return switch (random.nextInt(4)) {
      case 0 -> (value | row) >>> 1;
      case 1 -> (value & ~row) >>> 1;
      default -> value >>> 1;
    };
  }

  private static void requireSame(long amount, long part, long whole, long seed) {
    BigInteger expected =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(part))
            .divide(BigInteger.valueOf(whole));
    long actual = ProRata.share(amount, part, whole);
    if (expected.longValueExact() != actual) {
      assertEquals(
          expected.longValueExact(),
          actual,
          amount + " × " + part + " ÷ " + whole + ", seed " + seed);
    }
  }
}
