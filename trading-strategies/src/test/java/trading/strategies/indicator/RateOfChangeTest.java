package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trading.strategies.WorkedExamples;

class RateOfChangeTest {

  @Test
  void meetsTheReferenceValuesAndIsAbsentWhileWarmingUp() throws IOException {
    RateOfChange rate = RateOfChange.of(14);

    int compared = Reference.compare("roc", rate::add, rate::isReady, rate::percent);

    assertEquals(Reference.BARS - 14, compared);
  }

  @Test
  void meetsThePublishedExample() {
    RateOfChange rate = RateOfChange.of(12);
    List<Double> rounded = new ArrayList<>();

    for (String close : WorkedExamples.ROC_CLOSES) {
      rate.add(WorkedExamples.INSTRUMENT.ticks(close));
      if (rate.isReady()) {
        rounded.add(Math.round(100 * rate.percent()) / 100.0);
      }
    }

    assertEquals(WorkedExamples.ROC_12, rounded);
  }

  @Test
  void comparesWithTheValueThatManyBefore() {
    RateOfChange rate = rate(2, 100, 50);
    assertFalse(rate.isReady());
    rate.add(150);
    assertEquals(50, rate.percent());
    rate.add(20);

    assertEquals(-60, rate.percent());
    assertEquals(2, rate.length());
  }

  @Test
  void comparesWithALevelWithoutRounding() {
    RateOfChange rate = rate(1, 3_000_000_000_000_000_000L, 3_060_000_000_000_000_001L);

    assertEquals(2, rate.percent());
    assertEquals(1, rate.compareTo(2_000_000));
    rate = rate(1, 50, 51);
    assertEquals(0, rate.compareTo(2_000_000));
    assertEquals(-1, rate.compareTo(2_000_001));
    assertEquals(1, rate.compareTo(-2_000_000));
  }

  @Test
  void comparesAsWholeNumbersOfAnySizeDo() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long base = 1 + (random.nextLong() >>> 2 + random.nextInt(61));
      long value = 1 + (random.nextLong() >>> 2 + random.nextInt(61));
      long level = random.nextLong(-200_000_000, 200_000_001);

      int expected =
          BigInteger.valueOf(value)
              .subtract(BigInteger.valueOf(base))
              .multiply(BigInteger.valueOf(100_000_000))
              .compareTo(BigInteger.valueOf(level).multiply(BigInteger.valueOf(base)));

      String shown = base + " to " + value + " at " + level + " (seed 7)";
      assertEquals(expected, Integer.signum(rate(1, base, value).compareTo(level)), shown);
    }
  }

  @Test
  void saysThatItIsNotReadyInsteadOfGuessing() {
    RateOfChange rate = rate(2, 5, 6);

    IllegalStateException thrown = assertThrows(IllegalStateException.class, rate::percent);

    assertEquals("a rate of change over 2 values is not ready after 2", thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> rate.compareTo(0));
  }

  @Test
  void refusesAValueThatNothingCanBeComparedWithAndStaysAsItWas() {
    RateOfChange rate = rate(1, 5, 10);

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> rate.add(0));

    assertEquals("value of a rate of change must be 1 or more, was 0", thrown.getMessage());
    assertEquals(100, rate.percent());
  }

  @Test
  void refusesALengthBelowOne() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> RateOfChange.of(0));

    assertEquals("length of a rate of change must be 1 or more, was 0", thrown.getMessage());
  }

  private static RateOfChange rate(int length, long... values) {
    RateOfChange rate = RateOfChange.of(length);
    for (long value : values) {
      rate.add(value);
    }
    return rate;
  }
}
