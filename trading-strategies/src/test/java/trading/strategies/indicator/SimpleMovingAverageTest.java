package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.strategies.WorkedExamples;

class SimpleMovingAverageTest {

  @Test
  void meetsTheReferenceValuesAndIsAbsentWhileWarmingUp() throws IOException {
    SimpleMovingAverage average = SimpleMovingAverage.of(20);

    int compared =
        Reference.compare(
            "sma",
            average::add,
            average::isReady,
            () -> average.average() * Reference.SPY.tick().doubleValue());

    assertEquals(Reference.BARS - 19, compared);
  }

  @Test
  void meetsThePublishedExample() {
    SimpleMovingAverage average = SimpleMovingAverage.of(5);
    List<Double> averages = new ArrayList<>();

    for (String close : WorkedExamples.SMA_CLOSES) {
      average.add(WorkedExamples.INSTRUMENT.ticks(close));
      if (average.isReady()) {
        averages.add(average.average() / WorkedExamples.INSTRUMENT.ticks("1"));
      }
    }

    assertEquals(WorkedExamples.SMA_5, averages);
  }

  @Test
  void staysExactOverAMillionValues() {
    long seed = 20_240_117;
    Random random = new Random(seed);
    long[] values = new long[1_000_000];
    SimpleMovingAverage average = SimpleMovingAverage.of(50);

    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextLong(Instrument.MAX_PRICE_TICKS) + 1;
      average.add(values[i]);
    }

    long sum = 0;
    for (int i = values.length - 50; i < values.length; i++) {
      sum += values[i];
    }
    assertEquals(sum, average.sum(), "seed " + seed);
    assertEquals(sum / 50.0, average.average(), "seed " + seed);
  }

  @Test
  void forgetsTheOldestValue() {
    SimpleMovingAverage average = SimpleMovingAverage.of(3);

    average.add(1);
    average.add(2);
    assertFalse(average.isReady());
    average.add(4);
    assertEquals(7, average.sum());
    average.add(-10);

    assertEquals(-4, average.sum());
    assertEquals(-4 / 3.0, average.average());
    assertEquals(3, average.length());
  }

  @Test
  void saysThatItIsNotReadyInsteadOfGuessing() {
    SimpleMovingAverage average = SimpleMovingAverage.of(2);
    average.add(5);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> average.average());

    assertEquals("an average of 2 values is not ready after 1", thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> average.sum());
  }

  @Test
  void refusesAValueThatOverflowsAndStaysAsItWas() {
    SimpleMovingAverage average = SimpleMovingAverage.of(2);
    average.add(1);
    average.add(Long.MAX_VALUE - 1);

    assertThrows(ArithmeticException.class, () -> average.add(Long.MAX_VALUE));

    assertEquals(Long.MAX_VALUE, average.sum());
    average.add(1);
    assertEquals(Long.MAX_VALUE, average.sum());
  }

  @Test
  void refusesALengthBelowOne() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> SimpleMovingAverage.of(0));

    assertEquals("length of an average must be 1 or more, was 0", thrown.getMessage());
  }
}
