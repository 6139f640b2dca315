package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.BadInputException;
import trading.api.Liquidity;
import trading.api.Reason;

/// Fees are exact and rounded up.
class BasisPointFeesTest {
  private static long fee(long hundredths, long notionalMicros) {
    return new BasisPointFees(hundredths).feeMicros(World.ACME, Liquidity.TAKER, 1, notionalMicros);
  }

  @ParameterizedTest(name = "{0} hundredths of a basis point of {1} micros are {2}")
  @CsvSource({
    "0, 9223372036854775807, 0",
    "1, 1, 1",
    "1, 1000000, 1",
    "1, 1000001, 2",
    "100, 9999, 1",
    "100, 10000, 1",
    "100, 10001, 2",
    "2500, 1000000000, 2500000",
    "999999, 9223372036854775807, 9223362813482738953",
    "1000000, 9223372036854775807, 9223372036854775807",
    "1000000, 1, 1",
    "1, 9223372036854775807, 9223372036855",
  })
  void feesAreRoundedUpToAWholeMicro(long hundredths, long notional, long expected) {
    assertEquals(expected, fee(hundredths, notional));
  }

  @Test
  void randomFeesEqualTheDecimalProduct() {
    long seed = 21;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long hundredths = random.nextLong(1_000_001);
      long notional = 1 + random.nextLong(Long.MAX_VALUE >> random.nextInt(62));
      long expected =
          BigDecimal.valueOf(notional)
              .multiply(BigDecimal.valueOf(hundredths, 6))
              .setScale(0, RoundingMode.CEILING)
              .longValueExact();

      assertEquals(
          expected,
          fee(hundredths, notional),
          () -> "seed " + seed + ": " + hundredths + " of " + notional);
    }
  }

  @Test
  void makerTakerAndAuctionPayTheSame() {
    BasisPointFees fees = new BasisPointFees(1234);
    for (Liquidity part : Liquidity.values()) {
      assertEquals(2, fees.feeMicros(World.ACME, part, 1, 1000), part::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
  void feesOutsideZeroToAllOfTheValueAreRefused(long hundredths) {
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> new BasisPointFees(hundredths));

    assertEquals(Reason.BAD_SETTING, thrown.reason());
    assertTrue(thrown.getMessage().contains("0..10000"), thrown::getMessage);
    assertTrue(thrown.getMessage().contains(Long.toString(hundredths)), thrown::getMessage);
  }
}
