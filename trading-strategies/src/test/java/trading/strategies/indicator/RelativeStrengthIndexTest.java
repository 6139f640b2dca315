package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trading.strategies.WorkedExamples;

class RelativeStrengthIndexTest {

  @Test
  void meetsTheReferenceValuesAndIsAbsentWhileWarmingUp() throws IOException {
    RelativeStrengthIndex index = RelativeStrengthIndex.of(14);

    int compared = Reference.compare("rsi", index::add, index::isReady, index::value);

    assertEquals(Reference.BARS - 14, compared);
  }

  @Test
  void meetsThePublishedExample() {
    RelativeStrengthIndex index = RelativeStrengthIndex.of(14);
    List<Double> rounded = new ArrayList<>();

    for (String close : WorkedExamples.RSI_CLOSES) {
      index.add(WorkedExamples.INSTRUMENT.ticks(close));
      if (index.isReady()) {
        rounded.add(Math.round(100 * index.value()) / 100.0);
      }
    }

    assertEquals(WorkedExamples.RSI_14, rounded);
  }

  @Test
  void startsExactlyFromTheFirstChanges() {
    RelativeStrengthIndex index = index(4, 100, 103, 96, 96);
    assertFalse(index.isReady());
    index.add(96);

    assertEquals(30, index.value());
    assertEquals(70, index(4, 100, 97, 104, 104, 104).value());
    assertEquals(4, index.length());
  }

  @Test
  void smoothsAsWilderDoes() {
    RelativeStrengthIndex index = index(2, 10, 12, 11);
    assertEquals(100 * 2 / 3.0, index.value(), 1e-12);

    index.add(14);

    // Averages 1 and 0.5 before; (1 + 3) ÷ 2 and (0.5 + 0) ÷ 2 now.
    assertEquals(100 * 2 / 2.25, index.value(), 1e-12);
  }

  @Test
  void isHundredWithoutLossesAndZeroWithoutGains() {
    assertEquals(100, index(3, 1, 2, 4, 4).value());
    assertEquals(0, index(3, 4, 2, 1, 1).value());
  }

  @Test
  void isAbsentWhileNothingMoves() {
    RelativeStrengthIndex index = index(2, 5, 5, 5, 5);

    assertFalse(index.isReady());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, index::value);
    assertEquals(
        "a relative strength index over 2 changes is not ready after 3 values that did not move",
        thrown.getMessage());
    index.add(6);
    assertEquals(100, index.value());
  }

  @Test
  void saysThatItIsNotReadyInsteadOfGuessing() {
    RelativeStrengthIndex index = index(2, 5, 6);

    IllegalStateException thrown = assertThrows(IllegalStateException.class, index::value);

    assertEquals(
        "a relative strength index over 2 changes is not ready after 2 values",
        thrown.getMessage());
  }

  @Test
  void staysExactlyAtItsEndsWhileEverythingRisesOrFalls() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RelativeStrengthIndex rising = RelativeStrengthIndex.of(1 + random.nextInt(20));
      RelativeStrengthIndex falling = RelativeStrengthIndex.of(rising.length());
      long height = 0;
      for (int i = 0; i < 1_000; i++) {
        height += 1 + random.nextInt(1_000);
        rising.add(height);
        falling.add(-height);
        if (rising.isReady()) {
          assertEquals(100, rising.value(), "seed " + seed);
          assertEquals(0, falling.value(), "seed " + seed);
        }
      }
    }
  }

  @Test
  void refusesAChangeThatOverflowsAndStaysAsItWas() {
    RelativeStrengthIndex index = index(2, 0, -3, -2);
    double before = index.value();

    assertThrows(ArithmeticException.class, () -> index.add(Long.MAX_VALUE));

    assertEquals(before, index.value());
    index.add(-2);
    assertEquals(25, index.value());
  }

  @Test
  void refusesALengthBelowOne() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> RelativeStrengthIndex.of(0));

    assertEquals(
        "length of a relative strength index must be 1 or more, was 0", thrown.getMessage());
  }

  private static RelativeStrengthIndex index(int length, long... values) {
    RelativeStrengthIndex index = RelativeStrengthIndex.of(length);
    for (long value : values) {
      index.add(value);
    }
    return index;
  }
}
