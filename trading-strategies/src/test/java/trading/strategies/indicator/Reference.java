package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trading.api.Instrument;
import trading.strategies.SharedData;

/// Plays the reference quotes to an indicator and compares it with the reference values.
final class Reference {
  static final Instrument SPY = Instrument.of("SPY", "USD", "0.01", "1");
  static final int BARS = 502;
  private static final double TOLERANCE = 1e-10;

  private Reference() {}

  /// Compares at every bar; a reference of null means that the indicator must not be ready.
  ///
  /// @return how many values were compared
  static int compare(String name, LongConsumer add, BooleanSupplier isReady, DoubleSupplier value)
      throws IOException {
    Path folder = SharedData.folder("indicators");
    List<String> rows = Files.readAllLines(folder.resolve("quotes-default.csv"));
    String reference = SharedData.text(folder.resolve(name + ".standard.json.gz"));
    Matcher expected = Pattern.compile("\"" + name + "\": (null|[-0-9.eE]+)").matcher(reference);
    int compared = 0;
    for (String row : rows.subList(1, rows.size())) {
      add.accept(SPY.ticks(row.split(",")[4]));
      assertTrue(expected.find(), "a reference value for " + row);
      assertEquals(!expected.group(1).equals("null"), isReady.getAsBoolean(), row);
      if (isReady.getAsBoolean()) {
        double wanted = Double.parseDouble(expected.group(1));
        assertEquals(wanted, value.getAsDouble(), TOLERANCE, row);
        compared++;
      }
    }
    assertFalse(expected.find());
    assertEquals(BARS, rows.size() - 1);
    return compared;
  }
}
