package trading.client;

import static trading.client.ConfigTypes.constant;
import static trading.client.ConfigTypes.decimal;
import static trading.client.ConfigTypes.list;
import static trading.client.ConfigTypes.seconds;
import static trading.client.ConfigTypes.text;
import static trading.client.ConfigTypes.word;
import static trading.client.ConfigTypes.yes;
import static trading.client.ConfigTypes.yesOrNo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import trading.api.Instrument;
import trading.api.SelfTradePrevention;

/// The table of the configuration's keys: the one place where a key is defined.
final class ConfigKeys {
  static final String ALL_SYMBOLS = "all";
  static final String ENABLED = "enabled";
  static final String STRATEGIES = "strategies.";
  static final String RULES = "risk.rules.";
  static final String ACCOUNTS = "risk.accounts.";
  static final String SELF_TRADES = "accounts.selftrade.";

  /// What runs when nothing is configured.
  static final Set<String> STRATEGIES_BY_DEFAULT =
      Set.of("ma_crossover", "rsi_strategy", "momentum_strategy");

  static final ConfigKey<TradingConfig.Mode> MODE =
      ConfigKey.of(
              "mode",
              constant(TradingConfig.Mode.class),
              "PAPER",
              "PAPER trades on a simulated market; LIVE needs a gateway plug-in.")
          .orVariable("TRADING_MODE");

  static final ConfigKey<Duration> INTERVAL =
      ConfigKey.of(
              "market.interval",
              seconds("0.001", "86400"),
              "0.1",
              "Seconds from one quote of an instrument to the next.")
          .orVariable("UPDATE_INTERVAL");

  static final ConfigKey<List<String>> SYMBOLS =
      ConfigKey.of(
          "market.symbols",
          list("all, or a list of listed symbols", symbol -> !symbol.isEmpty()),
          ALL_SYMBOLS,
          "What is subscribed; listed are eight symbols of the NSE and what market.instruments"
              + " adds.");

  static final ConfigKey<List<String>> INSTRUMENTS =
      ConfigKey.absent(
          "market.instruments",
          list("a file, or a list of files", file -> !Path.of(file).toString().isEmpty()),
          "JSON lists of more instruments: objects of symbol, currency, tick, lot and price,"
              + " and of close and zone where DAY orders expire at a time of their own.");

  static final ConfigKey<Long> SEED =
      ConfigKey.of(
          "market.seed", ConfigTypes.anyWhole(), "1", "The same seed gives the same quotes.");

  static final ConfigKey<Duration> BARS =
      ConfigKey.of(
          "market.bars",
          seconds("0.001", "86400"),
          "0.2",
          "Seconds of a bar that strategies see; at least market.interval, and as long by default"
              + " if that is above 0.2.");

  static final ConfigKey<String> TOLERANCE =
      ConfigKey.of(
              "risk.tolerance",
              word("low", "medium", "high"),
              "medium",
              "Which table of limits the risk rules start from.")
          .orVariable("RISK_TOLERANCE");

  static final ConfigKey<List<String>> OPEN_ACCOUNTS =
      ConfigKey.of(
          "accounts.open",
          list("a list of names of 1..64 printable ASCII characters", ConfigKeys::isName),
          TradingClient.DEFAULT_ACCOUNT,
          "Accounts that are open from the start; each strategy has one of its own beside them.");

  static final ConfigKey<BigDecimal> CASH =
      ConfigKey.of(
          "accounts.cash",
          decimal("0.000001", "1000000000000", 6),
          "10000000",
          "First money of every account.");

  static final ConfigKey<String> CURRENCY =
      ConfigKey.of(
          "accounts.currency",
          text("3..8 letters or digits", ConfigKeys::isCurrency),
          "INR",
          "Currency of the first money.");

  static final ConfigKey<SelfTradePrevention> SELF_TRADE =
      ConfigKey.absent(
          SELF_TRADES + "<account>",
          constant(SelfTradePrevention.class),
          "What happens to orders of the account that would trade with each other;"
              + " CANCEL_NEWEST when absent.");

  static final ConfigKey<BigDecimal> FEES =
      ConfigKey.of(
          "fees.bps", decimal("0", "10000", 2), "0", "Fee of every fill, in basis points.");

  static final ConfigKey<ZoneId> ZONE =
      ConfigKey.of(
          "session.zone", ConfigTypes.zone(), "Asia/Kolkata", "Time zone of the trading day.");

  static final ConfigKey<LocalTime> SESSION_START =
      ConfigKey.of(
          "session.start",
          ConfigTypes.timeOfDay(),
          "09:15",
          "When the session starts, in session.zone; daily counters begin anew then.");

  static final ConfigKey<String> ON_STOP =
      ConfigKey.of(
          "stop.orders",
          word("cancel", "keep"),
          "cancel",
          "What becomes of open orders when the system stops.");

  static final ConfigKey<Duration> EQUITY_INTERVAL =
      ConfigKey.of(
          "portfolio.interval",
          seconds("0.001", "86400"),
          "1",
          "Seconds from one point of the equity history to the next.");

  static final ConfigKey<Path> METRICS_FILE =
      ConfigKey.absent(
          "metrics.file", ConfigTypes.file(), "Where metrics are written, one JSON object a line.");

  static final ConfigKey<Duration> METRICS_INTERVAL =
      ConfigKey.of(
          "metrics.interval",
          seconds("0.001", "86400"),
          "1",
          "Seconds from one line of metrics to the next.");

  static final ConfigKey<Duration> STRATEGY_BUDGET =
      ConfigKey.of(
          "strategies.budget",
          seconds("0.001", "3600"),
          "1",
          "Seconds that a strategy may take for one quote or bar; then it is stopped.");

  static final ConfigKey<String> LOG_LEVEL =
      ConfigKey.of("log.level", level(), "warn", "What is logged to standard error.");

  /// One for each module, whether it has something to log yet or not.
  static final List<ConfigKey<String>> LOG_LEVELS =
      Stream.of("client", "core", "marketdata", "portfolio", "risk", "strategies")
          .map(module -> logLevel("trading." + module))
          .toList();

  /// All keys but those of plug-ins, in the order in which people should read them.
  static final List<ConfigKey<?>> FIXED =
      Stream.concat(
              Stream.<ConfigKey<?>>of(
                  MODE,
                  INTERVAL,
                  SYMBOLS,
                  INSTRUMENTS,
                  SEED,
                  BARS,
                  STRATEGY_BUDGET,
                  TOLERANCE,
                  OPEN_ACCOUNTS,
                  CASH,
                  CURRENCY,
                  FEES,
                  ZONE,
                  SESSION_START,
                  ON_STOP,
                  EQUITY_INTERVAL,
                  METRICS_FILE,
                  METRICS_INTERVAL,
                  LOG_LEVEL),
              LOG_LEVELS.stream())
          .toList();

  /// The environment variables of plug-ins' settings, by key.
  static final Map<String, String> PLUGIN_VARIABLES =
      Map.of(RULES + "max_position_size.limit", "MAX_POSITION_SIZE");

  static final ConfigKey<Boolean> STRATEGY_ENABLED =
      ConfigKey.of(
          STRATEGIES + "<strategy>." + ENABLED,
          yesOrNo(),
          "true for the three built in, else false",
          "Whether the strategy runs, on an account of its own that is named like it.");

  static final ConfigKey<Boolean> RULE_ENABLED =
      ConfigKey.of(
          RULES + "<rule>." + ENABLED,
          yesOrNo(),
          "true for those built in, and when a setting of the rule is given; else false",
          "Whether the risk rule checks the orders of all accounts.");

  static final ConfigKey<Boolean> ACCOUNT_RULE_ENABLED =
      ConfigKey.absent(
          ACCOUNTS + "<account>.<rule>." + ENABLED,
          yes(),
          "Runs the rule for this account, with its defaults.");

  /// What accounts and plug-ins add: patterns of keys, for documents.
  static final List<ConfigKey<?>> PATTERNS =
      List.of(
          SELF_TRADE,
          STRATEGY_ENABLED,
          setting(STRATEGIES + "<strategy>.<setting>", "A setting of the strategy."),
          RULE_ENABLED,
          setting(RULES + "<rule>.<setting>", "A setting of the risk rule, for all accounts."),
          ACCOUNT_RULE_ENABLED,
          setting(
              ACCOUNTS + "<account>.<rule>.<setting>",
              "What one account has instead; a rule that is not enabled runs for it alone."));

  private ConfigKeys() {}

  /// {@return a key that is defined for a pattern, under a name}
  static <T> ConfigKey<T> named(String name, ConfigKey<T> pattern, String byDefault) {
    return ConfigKey.of(name, pattern.type(), byDefault, pattern.doc());
  }

  /// {@return the key of each environment variable}
  static Map<String, String> variables() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (ConfigKey<?> key : FIXED) {
      key.variable().ifPresent(variable -> keys.put(variable, key.name()));
    }
    PLUGIN_VARIABLES.forEach((key, variable) -> keys.put(variable, key));
    return keys;
  }

  private static ConfigKey<String> setting(String name, String doc) {
    return ConfigKey.absent(name, text("see trading plugins", _ -> true), doc);
  }

  private static ConfigKey<String> logLevel(String module) {
    return ConfigKey.absent(
        "log.levels." + module, level(), "What " + module + " logs; as log.level when absent.");
  }

  private static ConfigType<String> level() {
    return word("off", "error", "warn", "info", "debug", "trace");
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= 64 && name.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static boolean isCurrency(String name) {
    Instrument.requireCurrency(name);
    return true;
  }
}
