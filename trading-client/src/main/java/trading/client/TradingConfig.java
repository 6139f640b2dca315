package trading.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import trading.api.BadInputException;
import trading.api.SelfTradePrevention;
import trading.api.spi.FeeModel;
import trading.core.BasisPointFees;
import trading.risk.RiskConfig;
import trading.risk.RiskTolerance;

/// The checked configuration of the whole system, and where each value came from.
///
/// A value comes from the strongest source that gives it: defaults < file < environment variables <
/// command line. The keys stand in `docs/configuration.md`; the program prints them with `trading
/// config --explain`. A key that is not known and a value that is not allowed refuse the
/// configuration, even where another source would win. Immutable.
public final class TradingConfig {
  private static final int MICRO_SCALE = 6;
  private static final int HUNDREDTHS_SCALE = 2;

  private final Map<String, ConfigValue> values;
  private final Listings listings;

  /// Where orders go.
  public enum Mode {
    /// To a simulated market.
    PAPER,
    /// To a broker, through a gateway plug-in.
    LIVE
  }

  TradingConfig(Map<String, ConfigValue> values, Listings listings) {
    this.values = Collections.unmodifiableMap(values);
    this.listings = listings;
  }

  /// {@return the configuration in effect}
  ///
  /// Strategies and risk rules are made once, and dropped, so that what they refuse is known now.
  ///
  /// @param sources what was given
  /// @param plugins the strategies and risk rules that can be used
  /// @throws BadInputException with all that is wrong, and the code of the first of it:
  ///   `UNKNOWN_SETTING` for a key, `BAD_SETTING` for a value, `UNKNOWN_PLUGIN` for a strategy or
  ///   rule, `UNKNOWN_SYMBOL`, `UNKNOWN_ACCOUNT`, `BAD_DATA_FILE` for a file of instruments, and
  ///   `NO_GATEWAY` for mode LIVE; it names who gave the value, key, value and allowed values
  public static TradingConfig load(ConfigSources sources, PluginCatalog plugins) {
    return load(sources, plugins, word -> RiskTolerance.of(word).config());
  }

  /// {@return the configuration, with other tables of limits than the image has}
  static TradingConfig load(
      ConfigSources sources, PluginCatalog plugins, Function<String, RiskConfig> tables) {
    Map<String, ConfigValue> values =
        new ConfigReader(new KnownKeys(plugins), sources, tables).read();
    return new ConfigChecks(values, plugins).check();
  }

  /// {@return where orders go}
  public Mode mode() {
    return read(ConfigKeys.MODE);
  }

  /// {@return the time from one quote of an instrument to the next}
  public Duration interval() {
    return read(ConfigKeys.INTERVAL);
  }

  /// {@return what is listed: the eight instruments of the NSE, and those of `market.instruments`}
  public Listings listings() {
    return listings;
  }

  /// {@return what is subscribed from the start, all of it listed}
  public List<String> symbols() {
    List<String> symbols = read(ConfigKeys.SYMBOLS);
    return symbols.equals(List.of(ConfigKeys.ALL_SYMBOLS))
        ? listings.all().stream().map(listing -> listing.instrument().symbol()).toList()
        : symbols;
  }

  /// {@return what the simulated quotes are drawn from}
  public long seed() {
    return read(ConfigKeys.SEED);
  }

  /// {@return the length of the bars that strategies see, at least [#interval]}
  public Duration barLength() {
    return read(ConfigKeys.BARS);
  }

  /// {@return how much risk is tolerated: `low`, `medium` or `high`}
  public String riskTolerance() {
    return read(ConfigKeys.TOLERANCE);
  }

  /// {@return the risk rules that run: the limits of [#riskTolerance] under those that are given}
  public RiskConfig riskConfig() {
    Map<String, Map<String, String>> rules = new TreeMap<>();
    Map<String, Map<String, Map<String, String>>> accounts = new TreeMap<>();
    for (String rule : enabled(ConfigKeys.RULES)) {
      rules.put(rule, given(ConfigKeys.RULES, rule));
    }
    for (ConfigValue value : values.values()) {
      KnownKeys.AccountSetting.of(value.key())
          .ifPresent(own -> {
            Map<String, String> settings =
                accounts
                    .computeIfAbsent(own.account(), _ -> new TreeMap<>())
                    .computeIfAbsent(own.rule(), _ -> new TreeMap<>());
            if (!own.setting().equals(ConfigKeys.ENABLED)) {
              settings.put(own.setting(), value.value().orElseThrow());
            }
          });
    }
    return new RiskConfig(rules, accounts);
  }

  /// {@return the strategies that run, by id, with the settings that are given}
  public Map<String, Map<String, String>> strategies() {
    Map<String, Map<String, String>> strategies = new TreeMap<>();
    for (String strategy : enabled(ConfigKeys.STRATEGIES)) {
      strategies.put(strategy, given(ConfigKeys.STRATEGIES, strategy));
    }
    return Collections.unmodifiableMap(strategies);
  }

  /// {@return the strategies that do not run but may be enabled, by id, with the settings given}
  public Map<String, Map<String, String>> dormantStrategies() {
    Map<String, Map<String, String>> dormant = new TreeMap<>();
    for (ConfigValue value : values.values()) {
      String key = value.key();
      if (key.startsWith(ConfigKeys.STRATEGIES) && key.endsWith("." + ConfigKeys.ENABLED)) {
        String id =
            key.substring(
                ConfigKeys.STRATEGIES.length(), key.length() - ConfigKeys.ENABLED.length() - 1);
        dormant.put(id, given(ConfigKeys.STRATEGIES, id));
      }
    }
    dormant.keySet().removeAll(enabled(ConfigKeys.STRATEGIES));
    return Collections.unmodifiableMap(dormant);
  }

  /// {@return how long a strategy may take for one quote or bar before it is stopped}
  public Duration strategyBudget() {
    return read(ConfigKeys.STRATEGY_BUDGET);
  }

  /// {@return the accounts that are open from the start, without those of strategies}
  public List<String> accounts() {
    return read(ConfigKeys.OPEN_ACCOUNTS);
  }

  /// {@return the first money of every account, positive}
  public long cashMicros() {
    return read(ConfigKeys.CASH).movePointRight(MICRO_SCALE).longValueExact();
  }

  /// {@return the currency of the first money}
  public String currency() {
    return read(ConfigKeys.CURRENCY);
  }

  /// {@return what happens to orders of an account that would trade with each other, for the
  /// accounts that have it set}
  public Map<String, SelfTradePrevention> selfTradePrevention() {
    Map<String, SelfTradePrevention> modes = new TreeMap<>();
    for (ConfigValue value : values.values()) {
      KnownKeys.selfTradeAccount(value.key())
          .ifPresent(account ->
              modes.put(
                  account,
                  value.value().flatMap(ConfigKeys.SELF_TRADE.type()::read).orElseThrow()));
    }
    return Collections.unmodifiableMap(modes);
  }

  /// {@return what a fill costs}
  public FeeModel fees() {
    long hundredths = read(ConfigKeys.FEES).movePointRight(HUNDREDTHS_SCALE).longValueExact();
    return hundredths == 0 ? FeeModel.none() : new BasisPointFees(hundredths);
  }

  /// {@return the time zone of the trading day}
  public ZoneId zone() {
    return read(ConfigKeys.ZONE);
  }

  /// {@return when the session starts, in [#zone]}
  public LocalTime sessionStart() {
    return read(ConfigKeys.SESSION_START);
  }

  /// {@return whether open orders are canceled when the system stops; else they are kept}
  public boolean cancelsOrdersOnStop() {
    return read(ConfigKeys.ON_STOP).equals("cancel");
  }

  /// {@return the time from one point of the equity history to the next}
  public Duration equityInterval() {
    return read(ConfigKeys.EQUITY_INTERVAL);
  }

  /// {@return where metrics are written, if they are}
  public Optional<Path> metricsFile() {
    return find(ConfigKeys.METRICS_FILE);
  }

  /// {@return the time from one line of metrics to the next}
  public Duration metricsInterval() {
    return read(ConfigKeys.METRICS_INTERVAL);
  }

  /// {@return every value with its key and origin, in the order in which people should read them}
  public List<ConfigValue> values() {
    return List.copyOf(values.values());
  }

  private <T> T read(ConfigKey<T> key) {
    return find(key).orElseThrow();
  }

  private <T> Optional<T> find(ConfigKey<T> key) {
    return Objects.requireNonNull(values.get(key.name()), key.name())
        .value()
        .flatMap(key.type()::read);
  }

  /// {@return the plug-ins of a section that run}
  private List<String> enabled(String section) {
    String end = "." + ConfigKeys.ENABLED;
    return values.values().stream()
        .filter(value -> value.key().startsWith(section) && value.key().endsWith(end))
        .filter(value -> value.value().equals(Optional.of("true")))
        .map(value -> value.key().substring(section.length(), value.key().length() - end.length()))
        .toList();
  }

  /// {@return the settings of a plug-in that are not left to its own defaults}
  private Map<String, String> given(String section, String plugin) {
    String start = section + plugin + ".";
    Map<String, String> settings = new TreeMap<>();
    for (ConfigValue value : values.values()) {
      boolean setting =
          value.key().startsWith(start) && !value.key().equals(start + ConfigKeys.ENABLED);
      if (setting && value.isSet()) {
        settings.put(value.key().substring(start.length()), value.value().orElseThrow());
      }
    }
    return Collections.unmodifiableMap(settings);
  }
}
