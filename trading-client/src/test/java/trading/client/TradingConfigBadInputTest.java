package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import trading.api.BadInputException;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

class TradingConfigBadInputTest {
  private static final PluginCatalog BUILT_IN = PluginCatalog.builtIn();

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("trading.client.ConfigSamples#bad")
  void everyBadValueIsRefusedFromEverySource(String key, String text) throws IOException {
    String shown = '"' + text + '"';
    Path file = file(JsonMapper.shared().writeValueAsString(Map.of(key, text)));

    assertBad(refusal(fileAlone(file)), file + ", line 1", key, shown);
    assertBad(refusal(commandLine(Map.of(key, text))), "command line", key, shown);
    ConfigKeys.variables()
        .forEach((variable, name) -> {
          if (name.equals(key)) {
            assertBad(
                refusal(environment(Map.of(variable, text))),
                "environment variable " + variable,
                key,
                shown);
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{`mode`: null}|mode must be PAPER|was null",
        "{`mode`: {}}|mode must be PAPER|was {}",
        "{`mode`: [`PAPER`]}|mode must be PAPER|was [PAPER]",
        "{`market`: {`interval`: [0.1]}}|market.interval must be 0.001..86400|was [0.1]",
        "{`market`: {`interval`: 1e-1}}|market.interval must be 0.001..86400|was \"1e-1\"",
        "{`market`: {`interval`: true}}|market.interval must be 0.001..86400|was \"true\"",
        "{`market`: {`symbols`: []}}|market.symbols must be all, or a list|was []",
        "{`accounts`: {`currency`: null}}|accounts.currency must be 3..8|was null"
      })
  void aValueOfTheWrongShapeIsRefused(String json, String must, String was) throws IOException {
    BadInputException e = refusal(fileAlone(file(json)));

    assertEquals(Reason.BAD_SETTING, e.reason());
    assertTrue(e.getMessage().contains(": " + must), e.getMessage());
    assertTrue(e.getMessage().endsWith(was), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "market.intervall;market.interval: 0.001..86400 with at most 6 decimals",
        "interval;market.interval: 0.001..86400 with at most 6 decimals",
        "TRADING_MODE;mode: PAPER|LIVE",
        "update_interval;market.interval: 0.001..86400 with at most 6 decimals",
        "market;market.interval: 0.001..86400 with at most 6 decimals",
        "log.levels.trading.cor;log.levels.trading.core: off|error|warn|info|debug|trace",
        "strategies.ma_crossover.shrt;strategies.ma_crossover.short: 1..2499",
        "strategies.ma_crossover.short.x;strategies.ma_crossover.short: 1..2499",
        "strategies.ma_crossover;strategies.ma_crossover.enabled: true|false",
        "risk.rules.concentration.limt;risk.rules.concentration.limit: 0..10000 with at most 6"
            + " decimals",
        "risk.accounts.x.max_position_size.lim;risk.accounts.x.max_position_size.limit:"
            + " 0..1000000000000"
      })
  void anUnknownKeyIsRefusedWithTheNearest(String key, String nearest) {
    String message = assertReason(Reason.UNKNOWN_SETTING, refusal(commandLine(Map.of(key, "1"))));

    assertEquals(
        "command line: unknown key " + key + " = \"1\"; the nearest known key is " + nearest,
        message);
  }

  @Test
  void anUnknownKeyOfEverySourceIsNamedWithTheNearest() throws IOException {
    Path file = file("{\n\n\"markt\": {\"interval\": 3}}");

    assertEquals(
        file
            + ", line 3: unknown key markt.interval = \"3\"; the nearest known key is"
            + " market.interval: 0.001..86400 with at most 6 decimals",
        assertReason(Reason.UNKNOWN_SETTING, refusal(fileAlone(file))));
    assertEquals(
        "command line: unknown key mod = \"PAPER\"; the nearest known key is mode: PAPER|LIVE",
        assertReason(Reason.UNKNOWN_SETTING, refusal(commandLine(Map.of("mod", "PAPER")))));
  }

  @Test
  void aKeyOfAnAccountMustNameRuleAndSetting() {
    assertEquals(
        "command line: unknown key risk.accounts.limit = \"5\"; known are keys like"
            + " risk.accounts.<account>.<rule>.<setting>",
        assertReason(
            Reason.UNKNOWN_SETTING, refusal(commandLine(Map.of("risk.accounts.limit", "5")))));
  }

  @Test
  void anEmptyObjectThatIsNoSectionIsRefused() throws IOException {
    Path file = file("{\"market\": {}, \"risk\": {\"accounts\": {\"x\": {}}}, \"nope\": {}}");

    assertTrue(
        assertReason(Reason.UNKNOWN_SETTING, refusal(fileAlone(file)))
            .startsWith(file + ", line 1: unknown key nope = {}; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strategies.nope.enabled|true|no strategy has the id nope; known are ma_crossover, "
            + "momentum_strategy, rsi_strategy",
        "risk.rules.nope.limit|5|no risk rule has the id nope; known are concentration, ",
        "risk.accounts.trader_001.nope.limit|5|no risk rule has the id nope; known are"
            + " concentration, "
      })
  void anUnknownPlugInIsNamedWithTheKnownOnes(String key, String value, String sentence) {
    String message = assertReason(Reason.UNKNOWN_PLUGIN, refusal(commandLine(Map.of(key, value))));

    assertTrue(
        message.startsWith("command line: " + key + " = \"" + value + "\": " + sentence), message);
  }

  @Test
  void liveWithoutAGatewayIsRefusedInWords() {
    for (String live : List.of("LIVE", "live")) {
      String message =
          assertReason(Reason.NO_GATEWAY, refusal(environment(Map.of("TRADING_MODE", live))));

      assertEquals(
          "environment variable TRADING_MODE: mode: LIVE needs a gateway plug-in that takes orders"
              + " to a broker, and there is none: this version has no interface for one yet;"
              + " allowed is PAPER",
          message);
    }
  }

  @Test
  void liveIsNoProblemWhereAStrongerSourceSaysPaper() {
    ConfigSources sources =
        ConfigSources.of(Optional.empty(), Map.of("TRADING_MODE", "LIVE"), Map.of("mode", "paper"));

    assertEquals(TradingConfig.Mode.PAPER, TradingConfig.load(sources, BUILT_IN).mode());
  }

  @Test
  void aBadValueIsRefusedAlsoWhereAStrongerSourceWins() {
    ConfigSources sources =
        ConfigSources.of(
            Optional.empty(), Map.of("UPDATE_INTERVAL", "fast"), Map.of("market.interval", "0.1"));

    assertBad(
        refusal(sources), "environment variable UPDATE_INTERVAL", "market.interval", "\"fast\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "market.symbols|TCS,INFI|UNKNOWN_SYMBOL|market.symbols: symbol INFI is not listed; listed"
            + " are RELIANCE, TCS, ",
        "market.bars|0.05|BAD_SETTING|market.bars must be at least market.interval, which is 0.1"
            + " (default), was 0.05",
        "accounts.open|ma_crossover|ALREADY_EXISTS|accounts.open: account ma_crossover is that of"
            + " the strategy already",
        "risk.accounts.trader_01.max_position_size.limit|3|UNKNOWN_ACCOUNT|risk.accounts.trader_01.max_position_size.limit"
            + " = 3: account trader_01 is neither in accounts.open nor that of a strategy that"
            + " runs; these are trader_001, ma_crossover,",
        "accounts.selftrade.trader_01|CANCEL_BOTH|UNKNOWN_ACCOUNT|accounts.selftrade.trader_01 ="
            + " CANCEL_BOTH: account trader_01 is neither in accounts.open nor that",
        "strategies.ma_crossover.short|30|BAD_SETTING|strategy ma_crossover: short must be less"
            + " than long, was short 30 and long 30",
        "market.instruments|none.json|BAD_DATA_FILE|market.instruments: instrument file none.json"
            + " cannot be read: "
      })
  void valuesThatContradictEachOtherAreRefused(
      String key, String value, Reason reason, String sentence) {
    String message = assertReason(reason, refusal(commandLine(Map.of(key, value))));

    assertTrue(message.startsWith("command line: " + sentence), message);
  }

  @Test
  void aStrategyThatIsNotEnabledNeedsNoSense() {
    Map<String, String> values =
        Map.of("strategies.ma_crossover.short", "30", "strategies.ma_crossover.enabled", "false");

    TradingConfig.load(commandLine(values), BUILT_IN);
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    Path file = file("{\"mood\": \"PAPER\",\n\"market\": {\"bars\": 0}}");

    BadInputException e =
        refusal(
            ConfigSources.of(
                Optional.of(file),
                Map.of("UPDATE_INTERVAL", "0"),
                Map.of("strategies.nope.x", "1")));

    assertEquals(
        """
        the configuration has 4 problems
          UNKNOWN_SETTING: FILE, line 1: unknown key mood = "PAPER"; the nearest known key is mode: \
        PAPER|LIVE
          BAD_SETTING: FILE, line 2: market.bars must be 0.001..86400 with at most 6 decimals, was \
        "0"
          BAD_SETTING: environment variable UPDATE_INTERVAL: market.interval must be 0.001..86400 \
        with at most 6 decimals, was "0"
          UNKNOWN_PLUGIN: command line: strategies.nope.x = "1": no strategy has the id nope; known \
        are ma_crossover, momentum_strategy, rsi_strategy\
        """,
        assertReason(Reason.UNKNOWN_SETTING, e).replace(file.toString(), "FILE"));
  }

  @Test
  void aPlugInThatThrowsIsNamed() {
    PluginCatalog plugins = BUILT_IN.with(new Thrower("seed"));

    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                TradingConfig.load(
                    commandLine(Map.of("strategies.thrower.enabled", "true")), plugins));

    assertTrue(
        assertReason(Reason.PLUGIN_FAILED, e)
            .startsWith("command line: strategy thrower of module "));
    TradingConfig.load(ConfigSources.none(), plugins);
  }

  @Test
  void aPlugInCannotCallASettingEnabled() {
    PluginCatalog plugins = BUILT_IN.with(new Thrower("enabled"));

    BadInputException e =
        assertThrows(
            BadInputException.class, () -> TradingConfig.load(ConfigSources.none(), plugins));

    assertTrue(
        assertReason(Reason.PLUGIN_FAILED, e).startsWith("setting enabled of thrower in module "));
  }

  private Path file(String json) throws IOException {
    return Files.writeString(temp.resolve("config.json"), json.replace('`', '"'));
  }

  private static ConfigSources fileAlone(Path file) {
    return ConfigSources.of(Optional.of(file), Map.of(), Map.of());
  }

  private static ConfigSources environment(Map<String, String> environment) {
    return ConfigSources.of(Optional.empty(), environment, Map.of());
  }

  private static ConfigSources commandLine(Map<String, String> values) {
    return ConfigSources.of(Optional.empty(), Map.of(), values);
  }

  private static BadInputException refusal(ConfigSources sources) {
    return assertThrows(
        BadInputException.class, () -> TradingConfig.load(sources, BUILT_IN), "not refused");
  }

  private static String assertReason(Reason reason, BadInputException e) {
    assertEquals(reason, e.reason(), e.getMessage());
    return e.getMessage();
  }

  private static void assertBad(BadInputException e, String from, String key, String shown) {
    assertEquals(Reason.BAD_SETTING, e.reason(), e.getMessage());
    assertTrue(e.getMessage().startsWith(from + ": " + key + " must be "), e.getMessage());
    assertTrue(e.getMessage().endsWith(", was " + shown), e.getMessage());
  }

  /// A strategy that cannot be made.
  private record Thrower(String setting) implements StrategyProvider {
    @Override
    public String id() {
      return "thrower";
    }

    @Override
    public String doc() {
      return "Throws.";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter.Whole(setting, 1, 1, 2, "Nothing."));
    }

    @Override
    public Strategy create(Settings settings) {
      throw new IllegalStateException("no strategy here");
    }
  }
}
