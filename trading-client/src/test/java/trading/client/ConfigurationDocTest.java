package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.BadInputException;

/// The page of the configuration says what the code does.
class ConfigurationDocTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- keys -->\\R\\R)(.*?)(\\R<!-- end of keys -->)");

  @TempDir private Path temp;

  @Test
  void theTableOfKeysIsThatOfTheCode() throws IOException {
    String page = Files.readString(PAGE);
    Matcher matcher = TABLE.matcher(page);
    assertTrue(matcher.find(), PAGE + " has no table of keys");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          PAGE, page.substring(0, matcher.start(2)) + table() + page.substring(matcher.end(2)));
      return;
    }

    assertEquals(
        table(),
        matcher.group(2),
        () -> PAGE + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
  }

  @Test
  void theExampleIsAConfiguration() throws IOException {
    Matcher example = Pattern.compile("(?s)```json\\R(.*?)```").matcher(Files.readString(PAGE));
    assertTrue(example.find(), PAGE + " has no example");
    Path file = Files.writeString(temp.resolve("trading.json"), example.group(1));

    TradingConfig config =
        TradingConfig.load(
            ConfigSources.of(Optional.of(file), Map.of(), Map.of()), PluginCatalog.builtIn());

    assertEquals(List.of("RELIANCE", "TCS"), config.symbols());
    assertEquals(Map.of("short", "5", "long", "20"), config.strategies().get("ma_crossover"));
    assertEquals(
        Map.of("limit", "100"),
        config.riskConfig().accounts().get("trader_001").get("max_position_size"));
  }

  @Test
  void theRefusalReadsAsThePageSays() throws IOException {
    Matcher example = Pattern.compile("(?s)```text\\R(.*?)```").matcher(Files.readString(PAGE));
    assertTrue(example.find(), PAGE + " has no refusal");
    Path file =
        Files.writeString(temp.resolve("trading.json"), "{\n\"markt\": {\n\"interval\": 0.5}}");
    ConfigSources sources =
        ConfigSources.of(Optional.of(file), Map.of("RISK_TOLERANCE", "none"), Map.of());

    BadInputException e =
        assertThrows(
            BadInputException.class, () -> TradingConfig.load(sources, PluginCatalog.builtIn()));

    String printed = "trading: " + e.reason() + ": " + e.getMessage() + "\n";
    assertEquals(example.group(1), printed.replace(file.toString(), "trading.json"));
  }

  private static String table() {
    List<ConfigKey<?>> keys = new ArrayList<>(ConfigKeys.FIXED);
    KnownKeys known = new KnownKeys(PluginCatalog.builtIn());
    ConfigKeys.PLUGIN_VARIABLES.keySet().forEach(name -> keys.add(known.find(name).orElseThrow()));
    keys.addAll(ConfigKeys.PATTERNS);
    StringBuilder table =
        new StringBuilder("| key | allowed | default | variable | what it is |\n");
    table.append("|---|---|---|---|---|\n");
    for (ConfigKey<?> key : keys) {
      String row =
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  key.type().allowed().replace("|", " or "),
                  key.byDefault().orElse(""),
                  key.variable().map(variable -> "`" + variable + "`").orElse(""),
                  key.doc());
      table.append(row);
    }
    return table.toString();
  }
}
