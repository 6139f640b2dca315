package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Parameter.Whole WINDOW =
      new Parameter.Whole("window", 20, 1, 500, "bars of the average");
  private static final Parameter.Decimal SHARE =
      Parameter.Decimal.of("share", "12.5", "-1", "100", "percent of equity");
  private static final Parameter.Choice MODE =
      new Parameter.Choice("mode", "long", List.of("long", "short", "both"), "direction");

  @Test
  void absentKeysHaveTheirDefaults() {
    Settings settings = settings(Map.of());

    assertEquals(20, settings.read(WINDOW));
    assertEquals(12_500_000, settings.readMicros(SHARE));
    assertEquals("long", settings.read(MODE));
    settings.requireAllRead();
  }

  @Test
  void givenValuesAreReadInTheirTypes() {
    Settings settings = settings(Map.of("window", "500", "share", "-0.000001", "mode", "both"));

    assertEquals(500, settings.read(WINDOW));
    assertEquals(-1, settings.readMicros(SHARE));
    assertEquals("both", settings.read(MODE));
    settings.requireAllRead();
  }

  @Test
  void boundsBelongToTheRange() {
    assertEquals(1, settings(Map.of("window", "1")).read(WINDOW));
    assertEquals(-1_000_000, settings(Map.of("share", "-1")).readMicros(SHARE));
    assertEquals(100_000_000, settings(Map.of("share", "100.000000000")).readMicros(SHARE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "501",
        "-1",
        "1.0",
        "1e2",
        "",
        " 5",
        "+5",
        "٣",
        "१०",
        "1,0",
        "ten",
        "NaN",
        "99999999999999999999",
        "-"
      })
  void aWholeNumberOutsideItsTypeOrRangeIsRefused(String text) {
    BadInputException error =
        refused(Reason.BAD_SETTING, () -> settings(Map.of("window", text)).read(WINDOW));

    assertEquals("strategy test: window must be 1..500, was \"" + text + "\"", error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.000001", "100.000001", "1.0000001", "99999999999999999999"})
  void aDecimalOutsideItsRangeIsRefused(String text) {
    BadInputException error =
        refused(Reason.BAD_SETTING, () -> settings(Map.of("share", text)).readMicros(SHARE));

    assertEquals(
        "strategy test: share must be -1..100 with at most 6 decimals, was \"" + text + "\"",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "1e1", "٣", "1,5", "half", "+1"})
  void aDecimalThatIsNoNumberIsRefused(String text) {
    refused(Reason.NOT_A_NUMBER, () -> settings(Map.of("share", text)).readMicros(SHARE));
  }

  @Test
  void aDecimalThatDoesNotFitIsRefused() {
    Parameter.Decimal wide =
        Parameter.Decimal.of("wide", "0", "0", "100000000000000000000", "a wide range");

    assertEquals(Long.MAX_VALUE, settings(Map.of("wide", "9223372036854.775807")).readMicros(wide));
    refused(
        Reason.BAD_SETTING,
        () -> settings(Map.of("wide", "9223372036854.775808")).readMicros(wide));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LONG", "longer", "long ", "none"})
  void aWordThatIsNotListedIsRefused(String text) {
    BadInputException error =
        refused(Reason.BAD_SETTING, () -> settings(Map.of("mode", text)).read(MODE));

    assertEquals(
        "strategy test: mode must be long|short|both, was \"" + text + "\"", error.getMessage());
  }

  @Test
  void keysThatNobodyReadsAreNamed() {
    Settings settings = settings(Map.of("window", "5", "widnow", "6", "colour", "red"));
    settings.read(WINDOW);

    BadInputException error = refused(Reason.UNKNOWN_SETTING, settings::requireAllRead);

    assertEquals("strategy test does not know the setting colour, widnow", error.getMessage());
  }

  @Test
  void aKeyCanBeReadTwice() {
    Settings settings = settings(Map.of("window", "5"));

    assertEquals(5, settings.read(WINDOW));
    assertEquals(5, settings.read(WINDOW));
    settings.requireAllRead();
  }

  @Test
  void aContradictionNamesItsOwner() {
    BadInputException error =
        settings(Map.of()).contradiction("short must be below long, was 30 and 10");

    assertEquals(Reason.BAD_SETTING, error.reason());
    assertEquals("strategy test: short must be below long, was 30 and 10", error.getMessage());
  }

  @Test
  void parametersSayTheirDefaultAndRange() {
    assertEquals("20", WINDOW.defaultText());
    assertEquals("1..500", WINDOW.range());
    assertEquals("12.5", SHARE.defaultText());
    assertEquals("-1..100 with at most 6 decimals", SHARE.range());
    assertEquals("long|short|both", MODE.range());
    assertEquals(
        "100",
        new Parameter.Decimal("d", new BigDecimal("1E+2"), BigDecimal.ZERO, BigDecimal.TEN, "")
            .defaultText());
  }

  @Test
  void aChoiceWhoseDefaultIsNotListedIsABug() {
    List<String> words = List.of("a", "b");

    assertThrows(
        IllegalArgumentException.class, () -> new Parameter.Choice("c", "x", words, "letters"));
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of("strategy test", values);
  }

  private static BadInputException refused(Reason reason, Executable call) {
    BadInputException error = assertThrows(BadInputException.class, call);
    assertEquals(reason, error.reason(), error.getMessage());
    return error;
  }
}
