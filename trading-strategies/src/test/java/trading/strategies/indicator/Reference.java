package trading.strategies.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trading.api.Instrument;
import trading.strategies.SharedData;

/// Published closes and indicator values: those of Skender's Stock.Indicators for .NET, in full
/// precision (Apache-2.0): SMA 20, Wilder's RSI 14, ROC 14.
public final class Reference {
  /// What the closes are of.
  public static final Instrument SPY = Instrument.of("SPY", "USD", "0.01", "1");

  /// How far a value may be from the published one.
  public static final double TOLERANCE = 1e-10;

  static final int BARS = 502;

  private Reference() {}

  /// {@return the closes in ticks}
  ///
  /// @throws IOException when they cannot be read
  public static List<Long> closes() throws IOException {
    List<String> rows =
        Files.readAllLines(SharedData.folder("indicators").resolve("quotes-default.csv"));
    assertEquals(BARS, rows.size() - 1);
    return rows.subList(1, rows.size()).stream().map(row -> SPY.ticks(row.split(",")[4])).toList();
  }

  /// {@return an indicator's value at every close; empty while it warms up}
  ///
  /// @param name the indicator
  /// @throws IOException when they cannot be read
  public static List<OptionalDouble> values(String name) throws IOException {
    String text =
        SharedData.text(SharedData.folder("indicators").resolve(name + ".standard.json.gz"));
    Matcher found = Pattern.compile("\"" + name + "\": (null|[-0-9.eE]+)").matcher(text);
    List<OptionalDouble> values = new ArrayList<>();
    while (found.find()) {
      String value = found.group(1);
      values.add(
          value.equals("null")
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(value)));
    }
    assertEquals(BARS, values.size());
    return values;
  }

  /// Compares at every bar; a reference of null means that the indicator must not be ready.
  ///
  /// @return how many values were compared
  static int compare(String name, LongConsumer add, BooleanSupplier isReady, DoubleSupplier value)
      throws IOException {
    List<Long> closes = closes();
    List<OptionalDouble> wanted = values(name);
    int compared = 0;
    for (int i = 0; i < BARS; i++) {
      add.accept(closes.get(i));
      assertEquals(wanted.get(i).isPresent(), isReady.getAsBoolean(), "bar " + i);
      if (isReady.getAsBoolean()) {
        assertEquals(wanted.get(i).getAsDouble(), value.getAsDouble(), TOLERANCE, "bar " + i);
        compared++;
      }
    }
    return compared;
  }
}
