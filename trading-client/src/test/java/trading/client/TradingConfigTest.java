package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import trading.api.Parameter;
import trading.api.SelfTradePrevention;
import trading.api.Settings;
import trading.api.spi.FeeModel;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.Verdict;
import trading.core.BasisPointFees;
import trading.risk.RiskConfig;
import trading.risk.RiskTolerance;

class TradingConfigTest {
  private static final PluginCatalog BUILT_IN = PluginCatalog.builtIn();
  private static final List<ConfigSamples.Sample> SAMPLES = ConfigSamples.ALL;
  private static final Map<String, String> VARIABLE_OF =
      ConfigKeys.variables().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  @TempDir private Path temp;

  @Test
  void withoutSourcesEverythingIsItsDefault() {
    TradingConfig config = load(ConfigSources.none());

    assertEquals(TradingConfig.Mode.PAPER, config.mode());
    assertEquals(Duration.ofMillis(100), config.interval());
    assertEquals(
        List.of("RELIANCE", "TCS", "INFY", "HDFC", "ICICIBANK", "SBIN", "BHARTIARTL", "ITC"),
        config.symbols());
    assertEquals(1, config.seed());
    assertEquals(Duration.ofMillis(200), config.barLength());
    assertEquals("medium", config.riskTolerance());
    assertEquals(RiskTolerance.MEDIUM.config(), config.riskConfig());
    assertEquals(
        Map.of("ma_crossover", Map.of(), "momentum_strategy", Map.of(), "rsi_strategy", Map.of()),
        config.strategies());
    assertEquals(Duration.ofSeconds(1), config.strategyBudget());
    assertEquals(List.of("trader_001"), config.accounts());
    assertEquals(10_000_000_000_000L, config.cashMicros());
    assertEquals("INR", config.currency());
    assertEquals(ZoneId.of("Asia/Kolkata"), config.zone());
    assertEquals(LocalTime.of(9, 15), config.sessionStart());
    assertTrue(config.cancelsOrdersOnStop());
    assertEquals(Duration.ofSeconds(1), config.equityInterval());
    assertEquals(Optional.empty(), config.metricsFile());
    assertEquals(Duration.ofSeconds(1), config.metricsInterval());
    assertEquals(
        Set.of("default", "risk.tolerance medium"),
        config.values().stream().map(ConfigValue::from).collect(Collectors.toSet()));
  }

  @Test
  void everyValueHasItsType() {
    TradingConfig config =
        load(
            commandLine(
                "mode", "paper",
                "market.interval", "0.25",
                "market.symbols", "TCS, INFY",
                "market.seed", "7",
                "market.bars", "60",
                "risk.tolerance", "HIGH",
                "strategies.budget", "0.5",
                "accounts.open", "a,b",
                "accounts.cash", "1234.56",
                "accounts.currency", "USD",
                "fees.bps", "2.5",
                "session.zone", "America/New_York",
                "session.start", "09:30",
                "stop.orders", "KEEP",
                "portfolio.interval", "5",
                "metrics.file", "m.jsonl",
                "metrics.interval", "10"));

    assertEquals(TradingConfig.Mode.PAPER, config.mode());
    assertEquals(Duration.ofMillis(250), config.interval());
    assertEquals(List.of("TCS", "INFY"), config.symbols());
    assertEquals(7, config.seed());
    assertEquals(Duration.ofMinutes(1), config.barLength());
    assertEquals("high", config.riskTolerance());
    assertEquals(Duration.ofMillis(500), config.strategyBudget());
    assertEquals(List.of("a", "b"), config.accounts());
    assertEquals(1_234_560_000L, config.cashMicros());
    assertEquals("USD", config.currency());
    assertEquals(new BasisPointFees(250), config.fees());
    assertEquals(ZoneId.of("America/New_York"), config.zone());
    assertEquals(LocalTime.of(9, 30), config.sessionStart());
    assertFalse(config.cancelsOrdersOnStop());
    assertEquals(Duration.ofSeconds(5), config.equityInterval());
    assertEquals(Optional.of(Path.of("m.jsonl")), config.metricsFile());
    assertEquals(Duration.ofSeconds(10), config.metricsInterval());
  }

  @Test
  void withoutFeesNothingIsComputed() {
    assertSame(FeeModel.none(), load(ConfigSources.none()).fees());
  }

  @Test
  void everyKeyOfTheTableHasASample() {
    Set<String> sampled =
        SAMPLES.stream().map(ConfigSamples.Sample::key).collect(Collectors.toSet());
    Set<String> keys = ConfigKeys.FIXED.stream().map(ConfigKey::name).collect(Collectors.toSet());
    keys.addAll(ConfigKeys.PLUGIN_VARIABLES.keySet());
    // Must name files that exist; it has tests of its own.
    keys.remove("market.instruments");

    keys.removeAll(sampled);

    assertEquals(Set.of(), keys);
  }

  /// Every subset of the sources of a key, with a value of its own in each.
  @ParameterizedTest
  @FieldSource("SAMPLES")
  void theStrongestSourceWins(ConfigSamples.Sample sample) throws IOException {
    String key = sample.key();
    Optional<String> variable = Optional.ofNullable(VARIABLE_OF.get(key));
    Path file =
        Files.writeString(
            temp.resolve("c.json"), "{\n\"" + key + "\": \"" + sample.good().get(0) + "\"}");
    for (int subset = 1; subset < 8; subset++) {
      boolean inFile = (subset & 1) != 0;
      boolean inVariable = (subset & 2) != 0 && variable.isPresent();
      boolean onCommandLine = (subset & 4) != 0;
      if (!inFile && !inVariable && !onCommandLine) {
        continue;
      }
      ConfigSources sources =
          ConfigSources.of(
              inFile ? Optional.of(file) : Optional.empty(),
              inVariable ? Map.of(variable.get(), sample.good().get(1)) : Map.of(),
              onCommandLine ? Map.of(key, sample.good().get(2)) : Map.of());

      ConfigValue value = value(load(sources), key);

      int strongest = onCommandLine ? 2 : inVariable ? 1 : 0;
      List<String> from =
          List.of(
              file + ", line 2", "environment variable " + variable.orElse("none"), "command line");
      assertEquals(Optional.of(sample.good().get(strongest)), value.value(), "subset " + subset);
      assertEquals(from.get(strongest), value.from(), "subset " + subset);
    }
  }

  @Test
  void theFourVariablesOfTheOriginalAreThose() {
    assertEquals(
        Map.of(
            "TRADING_MODE", "mode",
            "UPDATE_INTERVAL", "market.interval",
            "RISK_TOLERANCE", "risk.tolerance",
            "MAX_POSITION_SIZE", "risk.rules.max_position_size.limit"),
        ConfigKeys.variables());
  }

  @Test
  void theFourVariablesTakeEffect() {
    TradingConfig config =
        load(
            environment(
                Map.of(
                    "TRADING_MODE", "paper",
                    "UPDATE_INTERVAL", "0.5",
                    "RISK_TOLERANCE", "Low",
                    "MAX_POSITION_SIZE", "42")));

    assertEquals(TradingConfig.Mode.PAPER, config.mode());
    assertEquals(Duration.ofMillis(500), config.interval());
    assertEquals("low", config.riskTolerance());
    assertEquals(
        RiskTolerance.LOW.config().withRule("max_position_size", Map.of("limit", "42")),
        config.riskConfig());
  }

  @Test
  void barsAreAsLongAsASlowInterval() {
    TradingConfig slow = load(environment(Map.of("UPDATE_INTERVAL", "2.5")));

    assertEquals(Duration.ofMillis(2500), slow.barLength());
    assertEquals("implied by market.interval", value(slow, "market.bars").from());
  }

  @Test
  void otherVariablesAreIgnored() {
    TradingConfig config =
        load(environment(Map.of("TRADING_MOOD", "bad", "TRADING_JAVA_OPTS", "x", "MODE", "LIVE")));

    assertEquals(texts(load(ConfigSources.none())), texts(config));
  }

  @Test
  void numbersSwitchesAndListsOfJsonAreTakenAsTheyAreWritten() throws IOException {
    TradingConfig config =
        load(
            """
            {
              "market": {"interval": 0.20, "symbols": ["TCS", "ITC"], "bars": "2"},
              "accounts.open": ["desk.a"],
              "strategies": {
                "rsi_strategy": {"enabled": false},
                "ma_crossover": {"short": 5},
                "momentum_strategy": {}
              },
              "risk": {
                "rules": {"max_daily_loss": {"limit": 1000.50}, "concentration": {"enabled": false}},
                "accounts": {"desk.a": {"max_position_size": {"limit": 7}}}
              },
              "log": {}
            }
            """);

    assertEquals(Duration.ofMillis(200), config.interval());
    assertEquals(List.of("TCS", "ITC"), config.symbols());
    assertEquals(Duration.ofSeconds(2), config.barLength());
    assertEquals(
        Map.of("ma_crossover", Map.of("short", "5"), "momentum_strategy", Map.of()),
        config.strategies());
    assertEquals(
        new RiskConfig(
            Map.of(
                "max_daily_loss", Map.of("limit", "1000.50"),
                "max_drawdown", Map.of("limit", "20"),
                "max_leverage", Map.of("limit", "2"),
                "max_orders_per_day", Map.of("limit", "10000"),
                "max_position_size", Map.of("limit", "10000"),
                "min_capital", Map.of("limit", "1000")),
            Map.of("desk.a", Map.of("max_position_size", Map.of("limit", "7")))),
        config.riskConfig());
  }

  @Test
  void instrumentsOfAFileAreListedAndQuoted() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("more.json"),
            """
            [{"symbol": "ETHUSDT", "currency": "USDT", "tick": "0.01", "lot": "0.001",
              "price": "2500.00"}]
            """);

    TradingConfig config = load(commandLine("market.instruments", file.toString()));

    assertTrue(config.listings().find("ETHUSDT").isPresent());
    assertEquals(9, config.symbols().size());
    assertEquals("ETHUSDT", config.symbols().getLast());
    assertEquals(
        List.of("ETHUSDT"),
        load(commandLine("market.instruments", file.toString(), "market.symbols", "ETHUSDT"))
            .symbols());
  }

  @ParameterizedTest
  @EnumSource(Given.class)
  void theLimitsOfTheToleranceStandUnderThoseThatAreGiven(Given given) {
    RiskConfig tight =
        RiskConfig.none()
            .withRule("max_position_size", Map.of("limit", "100"))
            .withRule("concentration", Map.of("limit", "5"));
    Map<String, String> values =
        given == Given.NOTHING
            ? Map.of("risk.tolerance", "low")
            : Map.of("risk.tolerance", "low", "risk.rules.max_position_size.limit", "101");

    TradingConfig config =
        TradingConfig.load(
            ConfigSources.of(Optional.empty(), Map.of(), values),
            BUILT_IN,
            tolerance -> tolerance.equals("low") ? tight : RiskConfig.none());

    assertEquals(
        given == Given.NOTHING
            ? tight
            : tight.withRule("max_position_size", Map.of("limit", "101")),
        config.riskConfig());
    assertEquals("risk.tolerance low", value(config, "risk.rules.concentration.limit").from());
    assertEquals(Optional.of("false"), value(config, "risk.rules.max_daily_loss.enabled").value());
  }

  @Test
  void aLimitIsNeverGivenInVain() {
    PluginCatalog plugins = BUILT_IN.with(new RoundLots());
    String limit = "risk.rules.round_lots.multiple";

    assertFalse(load(ConfigSources.none(), plugins).riskConfig().rules().containsKey("round_lots"));
    TradingConfig given = load(commandLine(limit, "5"), plugins);
    assertEquals(Map.of("multiple", "5"), given.riskConfig().rules().get("round_lots"));
    assertEquals("implied by " + limit, value(given, "risk.rules.round_lots.enabled").from());
    assertFalse(
        load(commandLine(limit, "5", "risk.rules.round_lots.enabled", "false"), plugins)
            .riskConfig()
            .rules()
            .containsKey("round_lots"));
  }

  @Test
  void aRuleMayRunForOneAccountAlone() {
    PluginCatalog plugins = BUILT_IN.with(new RoundLots());

    RiskConfig risk =
        load(commandLine("risk.accounts.trader_001.round_lots.enabled", "true"), plugins)
            .riskConfig();

    assertEquals(RiskTolerance.MEDIUM.config().rules(), risk.rules());
    assertEquals(Map.of("trader_001", Map.of("round_lots", Map.of())), risk.accounts());
  }

  @Test
  void selfTradePreventionIsGivenPerAccount() throws IOException {
    assertEquals(Map.of(), load(ConfigSources.none()).selfTradePrevention());

    TradingConfig config =
        load(
            commandLine(
                "accounts.open", "desk.a,b",
                "accounts.selftrade.desk.a", "decrement",
                "accounts.selftrade.rsi_strategy", "CANCEL_BOTH"));

    assertEquals(
        Map.of(
            "desk.a", SelfTradePrevention.DECREMENT,
            "rsi_strategy", SelfTradePrevention.CANCEL_BOTH),
        config.selfTradePrevention());
    assertEquals("command line", value(config, "accounts.selftrade.desk.a").from());
    assertEquals(
        config.selfTradePrevention(),
        load("{\"accounts\": {\"open\": [\"desk.a\", \"b\"], \"selftrade\": {\"desk.a\":"
                + " \"DECREMENT\", \"rsi_strategy\": \"cancel_both\"}}}")
            .selfTradePrevention());
  }

  @Test
  void itsJsonGivesTheSameConfiguration() throws IOException {
    TradingConfig config =
        load(
            commandLine(
                "market.interval", "0.25",
                "market.symbols", "TCS,INFY",
                "accounts.open", "desk.a,b",
                "accounts.cash", "1234.50",
                "accounts.selftrade.desk.a", "cancel_both",
                "log.levels.trading.risk", "DEBUG",
                "strategies.rsi_strategy.enabled", "false",
                "risk.accounts.desk.a.max_position_size.limit", "7"));

    TradingConfig again = load(ConfigJson.render(config));

    assertEquals(texts(config), texts(again));
    assertEquals(ConfigJson.render(config), ConfigJson.render(again));
  }

  @Test
  void onlyAllowedLogLevelsAreHandedOutEarly() {
    assertEquals(
        Map.of("log.level", "info", "log.levels.trading.core", "debug"),
        commandLine(
                "log.level", "INFO",
                "log.levels.trading.core", "debug",
                "log.levels.trading.risk", "loud",
                "log.levels.nope", "debug")
            .logLevels());
    assertEquals(Map.of(), ConfigSources.none().logLevels());
  }

  private enum Given {
    NOTHING,
    A_LIMIT
  }

  private TradingConfig load(String json) throws IOException {
    Path file = Files.writeString(temp.resolve("config.json"), json);
    return load(ConfigSources.of(Optional.of(file), Map.of(), Map.of()));
  }

  private static TradingConfig load(ConfigSources sources) {
    return load(sources, BUILT_IN);
  }

  private static TradingConfig load(ConfigSources sources, PluginCatalog plugins) {
    return TradingConfig.load(sources, plugins);
  }

  private static ConfigSources environment(Map<String, String> environment) {
    return ConfigSources.of(Optional.empty(), environment, Map.of());
  }

  private static ConfigSources commandLine(String... keysAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return ConfigSources.of(Optional.empty(), Map.of(), values);
  }

  private static ConfigValue value(TradingConfig config, String key) {
    return config.values().stream()
        .filter(value -> value.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(TradingConfig config) {
    return config.values().stream().map(value -> value.key() + "=" + value.value()).toList();
  }

  /// A rule that code hands in.
  private record RoundLots() implements RiskRuleProvider {
    private static final Parameter.Whole MULTIPLE =
        new Parameter.Whole("multiple", 10, 1, 100, "Lots of every order.");

    @Override
    public String id() {
      return "round_lots";
    }

    @Override
    public String doc() {
      return "Refuses odd lots.";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(MULTIPLE);
    }

    @Override
    public RiskRule create(Settings settings) {
      settings.read(MULTIPLE);
      return (_, _) -> Verdict.Pass.PASS;
    }
  }
}
