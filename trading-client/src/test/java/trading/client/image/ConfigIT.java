package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trading.client.image.Image.Run;

/// The command `config` on the finished image, and what the configuration does to its log.
class ConfigIT {
  private static final Path EXPLAINED = Path.of("src/test/resources/config-explain.txt");

  /// What the image logs at its start, at level info.
  private static final String LOG_LINE =
      " INFO  t.c.PluginLoader - plug-in ma_crossover of module ";

  @TempDir private Path temp;
  private Image image;

  @BeforeEach
  void startInAFolderOfItsOwn() {
    image = Image.linked().in(temp);
  }

  @Test
  void explainPrintsEveryValueAndWhereItCameFrom() throws IOException {
    Files.writeString(
        temp.resolve("my.json"),
        """
        {
          "market": {
            "interval": 0.5,
            "symbols": ["TCS", "INFY"]
          },
          "risk": {
            "tolerance": "low",
            "accounts": {"trader_001": {"max_position_size": {"limit": 5}}}
          },
          "strategies": {"rsi_strategy": {"enabled": false}}
        }
        """);
    Run run =
        image
            .with("UPDATE_INTERVAL", "0.25")
            .with("MAX_POSITION_SIZE", "500")
            .start(
                "config",
                "--explain",
                "--config",
                "my.json",
                "--set",
                "market.symbols=TCS,ITC",
                "--set",
                "strategies.ma_crossover.short=5");

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals("", run.stderr());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(EXPLAINED, run.stdout());
    }
    assertEquals(
        Files.readString(EXPLAINED),
        run.stdout(),
        () -> EXPLAINED + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
  }

  @Test
  void itPrintsTheValuesInEffect() {
    Run run = image.with("RISK_TOLERANCE", "HIGH").start("config");

    assertEquals(0, run.exitCode(), run.stderr());
    assertTrue(run.stdout().contains("\n  mode                  "), run.stdout());
    assertTrue(run.stdout().lines().anyMatch(line -> line.matches("  risk.tolerance +high")));
  }

  @Test
  void itsJsonIsAFileThatGivesTheSame() throws IOException {
    Run first =
        image
            .with("MAX_POSITION_SIZE", "7")
            .start("config", "--json", "--set", "log.level=error", "--set", "market.seed=3");
    assertEquals(0, first.exitCode(), first.stderr());
    Files.writeString(temp.resolve("all.json"), first.stdout());

    assertEquals(first, image.start("config", "--json", "--config", "all.json"));
  }

  @Test
  void explainedJsonNamesOriginAndVariable() {
    String json =
        image
            .with("UPDATE_INTERVAL", "2")
            .start("config", "--explain", "--json", "--set", "market.bars=3")
            .stdout();

    assertTrue(json.contains("\"from\" : \"environment variable UPDATE_INTERVAL\""), json);
    assertTrue(json.contains("\"variable\" : \"UPDATE_INTERVAL\""), json);
    assertTrue(json.contains("\"from\" : \"command line\""), json);
  }

  @Test
  void aFileThatIsNotNamedIsNotRead() throws IOException {
    Files.writeString(temp.resolve("trading.json"), "no JSON");

    assertEquals(0, image.start("config").exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TRADING_MODE;LIVE;NO_GATEWAY: environment variable TRADING_MODE: mode: LIVE needs a"
            + " gateway plug-in",
        "TRADING_MODE;fast;BAD_SETTING: environment variable TRADING_MODE: mode must be PAPER|LIVE,"
            + " was \"fast\"",
        "UPDATE_INTERVAL;0;BAD_SETTING: environment variable UPDATE_INTERVAL: market.interval must"
            + " be 0.001..86400",
        "RISK_TOLERANCE;none;BAD_SETTING: environment variable RISK_TOLERANCE: risk.tolerance must"
            + " be low|medium|high, was \"none\"",
        "MAX_POSITION_SIZE;-1;BAD_SETTING: environment variable MAX_POSITION_SIZE:"
            + " risk.rules.max_position_size.limit must be 0..1000000000000, was \"-1\""
      })
  void aBadVariableStopsTheStart(String variable, String value, String sentence) {
    Run run = image.with(variable, value).start("config");

    assertEquals(2, run.exitCode());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().startsWith("trading: " + sentence), run.stderr());
    assertEquals(1, run.stderr().lines().count(), run.stderr());
  }

  @Test
  void allProblemsOfAStartAreToldAtOnce() throws IOException {
    Files.writeString(temp.resolve("my.json"), "{\n \"markt.interval\": 1\n}");

    Run run =
        image
            .with("TRADING_MODE", "x")
            .start("config", "--config", "my.json", "--set", "fees.bps=free");

    assertEquals(2, run.exitCode());
    assertEquals(
        """
        trading: UNKNOWN_SETTING: the configuration has 3 problems
          UNKNOWN_SETTING: my.json, line 2: unknown key markt.interval = "1"; the nearest known key \
        is market.interval: 0.001..86400 with at most 6 decimals
          BAD_SETTING: environment variable TRADING_MODE: mode must be PAPER|LIVE, was "x"
          BAD_SETTING: command line: fees.bps must be 0..10000 with at most 2 decimals, was "free"
        """,
        run.stderr());
  }

  @Test
  void plugInsOfAFolderHaveKeys() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("more"));
    Files.copy(Image.EXAMPLE_PLUGINS, folder.resolve("example-plugins.jar"));

    Run run =
        image.start(
            "config",
            "--explain",
            "--plugins",
            "more",
            "--set",
            "strategies.buy_the_dip.enabled=true",
            "--set",
            "risk.rules.round_lots.multiple=5");

    assertEquals(0, run.exitCode(), run.stderr());
    Stream.of(
            "  strategies.buy_the_dip.enabled +true +command line .*",
            "  strategies.buy_the_dip.falls +3 +default +1..100 .*",
            "  risk.rules.round_lots.enabled +true +implied by risk.rules.round_lots.multiple .*",
            "  risk.rules.round_lots.multiple +5 +command line .*")
        .forEach(line ->
            assertTrue(run.stdout().lines().anyMatch(each -> each.matches(line)), run.stdout()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.level=info",
        "log.level=DEBUG",
        "log.levels.trading.client=info",
        "log.level=error --set log.levels.trading.client=trace"
      })
  void aLevelThatShowsTheLineShowsItOnStandardError(String setting) {
    Run run = image.start(("config --set " + setting).split(" "));

    assertEquals(0, run.exitCode(), run.stderr());
    assertTrue(run.stderr().contains(LOG_LINE), run.stderr());
    assertFalse(run.stdout().contains("PluginLoader"), run.stdout());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.level=warn",
        "log.level=off",
        "log.levels.trading.core=info",
        "log.level=info --set log.levels.trading.client=warn"
      })
  void aLevelThatHidesTheLineHidesIt(String setting) {
    Run run = image.start(("config --set " + setting).split(" "));

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals("", run.stderr());
  }

  @Test
  void levelsOfTheFileTakeEffect() throws IOException {
    Files.writeString(
        temp.resolve("my.json"), "{\"log\": {\"levels\": {\"trading.client\": \"info\"}}}");

    assertEquals("", image.start("config").stderr());
    assertTrue(image.start("config", "--config", "my.json").stderr().contains(LOG_LINE));
  }
}
