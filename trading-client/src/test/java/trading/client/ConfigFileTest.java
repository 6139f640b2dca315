package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.ConfigGiven.Shape;

class ConfigFileTest {
  @TempDir private Path temp;

  @Test
  void nestedObjectsMeanKeysWithDots() throws IOException {
    assertEquals(
        List.of(
            new ConfigGiven("a.b", Shape.TEXT, "1.50", "LINE 2"),
            new ConfigGiven("a.c.d", Shape.LIST, "x,2", "LINE 3"),
            new ConfigGiven("a.c.e", Shape.SECTION, "", "LINE 4"),
            new ConfigGiven("f.g", Shape.TEXT, "true", "LINE 5"),
            new ConfigGiven("h", Shape.NULL, "", "LINE 5")),
        read(
            """
            {"a": {
              "b": 1.50, "c":
                {"d": ["x", 2],
                 "e": {}}},
             "f.g": true, "h": null}
            """));
  }

  @Test
  void anEmptyObjectSaysNothing() throws IOException {
    assertEquals(List.of(), read("{}"));
    assertEquals(List.of(), read("\uFEFF{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{`a`: 1,/ }|BAD_DATA_FILE|line 2, column 2: this is no JSON: Unexpected character ('}'",
        "{`a`: 1|BAD_DATA_FILE|line 1, column 8: this is no JSON: Unexpected end-of-input",
        "{`a`: NaN}|BAD_DATA_FILE|line 1, column 10: this is no JSON: Non-standard token 'NaN'",
        "{`a`: 01}|BAD_DATA_FILE|line 1, column 8: this is no JSON: Invalid numeric value",
        "// comment|BAD_DATA_FILE|this is no JSON: ",
        "[]|BAD_DATA_FILE|line 1, column 1: the configuration must be a JSON object",
        "5|BAD_DATA_FILE|line 1, column 1: the configuration must be a JSON object",
        "/|BAD_DATA_FILE|the configuration must be a JSON object",
        "{} {}|BAD_DATA_FILE|line 1, column 4: nothing may follow the configuration's object",
        "{`a`: 1,/`a`: 1}|BAD_SETTING|line 2, column 1: key a stands in the file twice",
        "{`a`: {`b`: 1}, `a`: {}}|BAD_SETTING|key a stands in the file twice",
        "{`a`: {`b`: 1, `b`: 2}}|BAD_SETTING|key a.b stands in the file twice",
        "{`a`: {`b`: 1}, `a.b`: 1}|BAD_SETTING|key a.b stands in the file twice, also at FILE, line"
            + " 1",
        "{`a`: [[1]]}|BAD_SETTING|line 1, column 8: the list a must hold texts alone",
        "{`a`: [null]}|BAD_SETTING|line 1, column 8: the list a must hold texts alone",
        "{`a`: [`b,c`]}|BAD_SETTING|an element of the list a cannot hold a comma, was `b,c`"
      })
  void aFileThatCannotBeUnderstoodIsRefusedWithLineAndColumn(
      String json, Reason reason, String sentence) {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> read(json.replace('`', '"').replaceFirst("(?<!/)/(?!/)", "\n")));

    String message = e.getMessage().replace(file().toString(), "FILE").replace('"', '`');
    assertEquals(reason, e.reason(), message);
    assertTrue(message.startsWith("FILE, line "), message);
    assertTrue(message.contains(sentence), message);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    assertUnreadable(temp.resolve("none.json"));
    assertUnreadable(temp);
    Path latin = temp.resolve("latin.json");
    Files.write(latin, "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    assertUnreadable(latin);
  }

  private static void assertUnreadable(Path file) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> ConfigFile.read(file), "was read");

    assertEquals(Reason.BAD_DATA_FILE, e.reason());
    assertTrue(
        e.getMessage().startsWith("configuration file " + file + " cannot be read: "),
        e.getMessage());
  }

  private List<ConfigGiven> read(String json) throws IOException {
    Files.writeString(file(), json);
    return ConfigFile.read(file()).stream()
        .map(given ->
            new ConfigGiven(
                given.key(),
                given.shape(),
                given.text(),
                given.from().replace(file() + ", line", "LINE")))
        .toList();
  }

  private Path file() {
    return temp.resolve("config.json");
  }
}
