package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.strategies.SharedData;

class SimpleMovingAverageTest {

  @Test
  void meetsTheReferenceValuesAndIsAbsentWhileWarmingUp() throws IOException {
    Path folder = SharedData.folder("indicators");
    Instrument instrument = Instrument.of("SPY", "USD", "0.01", "1");
    List<String> rows = Files.readAllLines(folder.resolve("quotes-default.csv"));
    String reference = SharedData.text(folder.resolve("sma.standard.json.gz"));
    Matcher expected = Pattern.compile("\"sma\": (null|[0-9.]+)").matcher(reference);
    SimpleMovingAverage average = SimpleMovingAverage.of(20);

    int compared = 0;
    for (String row : rows.subList(1, rows.size())) {
      average.add(instrument.ticks(row.split(",")[4]));
      assertTrue(expected.find(), "a reference value for " + row);
      String value = expected.group(1);
      assertEquals(!value.equals("null"), average.isReady(), row);
      if (average.isReady()) {
        double inUnits = average.average() * instrument.tick().doubleValue();
        assertEquals(Double.parseDouble(value), inUnits, 1e-10, row);
        compared++;
      }
    }

    assertFalse(expected.find());
    assertEquals(502 - 19, compared);
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
