package trading.client;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.risk.RuleGate;

/// What must hold between values of a configuration that are allowed one by one.
final class ConfigChecks {
  private final Map<String, ConfigValue> values;
  private final PluginCatalog plugins;
  private final ConfigProblems problems = new ConfigProblems();

  ConfigChecks(Map<String, ConfigValue> values, PluginCatalog plugins) {
    this.values = values;
    this.plugins = plugins;
  }

  /// {@return the configuration}
  ///
  /// @throws BadInputException with all that is wrong
  TradingConfig check() {
    Optional<Listings> listings = listings();
    TradingConfig config = new TradingConfig(values, listings.orElseGet(Listings::nse));
    listings.ifPresent(listed -> symbols(config, listed));
    mode(config);
    bars(config);
    accounts(config);
    strategies(config);
    rules(config);
    problems.throwIfAny();
    return config;
  }

  private Optional<Listings> listings() {
    Listings listings = Listings.nse();
    ConfigValue files = given(ConfigKeys.INSTRUMENTS);
    try {
      for (String file :
          files.value().flatMap(ConfigKeys.INSTRUMENTS.type()::read).orElse(List.of())) {
        listings = listings.plus(Path.of(file));
      }
      return Optional.of(listings);
    } catch (BadInputException e) {
      problems.add(files.where() + ": ", e);
      return Optional.empty();
    }
  }

  /// {@return the value of a key that always has one}
  private ConfigValue given(ConfigKey<?> key) {
    return Objects.requireNonNull(values.get(key.name()), key.name());
  }

  private void symbols(TradingConfig config, Listings listed) {
    List<String> known =
        listed.all().stream().map(listing -> listing.instrument().symbol()).toList();
    for (String symbol : config.symbols()) {
      if (!known.contains(symbol)) {
        problems.add(
            Reason.UNKNOWN_SYMBOL,
            given(ConfigKeys.SYMBOLS).where()
                + ": symbol "
                + symbol
                + " is not listed; listed are "
                + String.join(", ", known));
      }
    }
  }

  private void mode(TradingConfig config) {
    if (config.mode() == TradingConfig.Mode.LIVE) {
      problems.add(
          Reason.NO_GATEWAY,
          given(ConfigKeys.MODE).where()
              + ": LIVE needs a gateway plug-in that takes orders to a broker, and there is none:"
              + " this version has no interface for one yet; allowed is PAPER");
    }
  }

  private void bars(TradingConfig config) {
    if (config.barLength().compareTo(config.interval()) < 0) {
      ConfigValue bars = given(ConfigKeys.BARS);
      ConfigValue interval = given(ConfigKeys.INTERVAL);
      problems.add(
          Reason.BAD_SETTING,
          bars.where()
              + " must be at least market.interval, which is "
              + interval.value().orElseThrow()
              + " ("
              + interval.from()
              + "), was "
              + bars.value().orElseThrow());
    }
  }

  private void accounts(TradingConfig config) {
    ConfigValue open = given(ConfigKeys.OPEN_ACCOUNTS);
    Set<String> strategies = config.strategies().keySet();
    for (String account : config.accounts()) {
      if (strategies.contains(account)) {
        problems.add(
            Reason.ALREADY_EXISTS,
            open.where() + ": account " + account + " is that of the strategy already");
      }
    }
    Set<String> known = new LinkedHashSet<>(config.accounts());
    known.addAll(strategies);
    for (ConfigValue value : values.values()) {
      KnownKeys.AccountSetting.of(value.key())
          .map(KnownKeys.AccountSetting::account)
          .or(() -> KnownKeys.selfTradeAccount(value.key()))
          .filter(account -> !known.contains(account))
          .ifPresent(account ->
              problems.add(
                  Reason.UNKNOWN_ACCOUNT,
                  value.where()
                      + " = "
                      + value.value().orElseThrow()
                      + ": account "
                      + account
                      + " is neither in accounts.open nor that of a strategy that runs; these"
                      + " are "
                      + String.join(", ", known)));
    }
  }

  private void strategies(TradingConfig config) {
    config
        .strategies()
        .forEach((id, settings) -> {
          try {
            plugins.strategy(id, settings);
          } catch (BadInputException e) {
            problems.add(given(ConfigKeys.STRATEGIES + id + "."), e);
          }
        });
  }

  private void rules(TradingConfig config) {
    try {
      RuleGate.open(plugins.ruleProviders(), config.riskConfig());
    } catch (BadInputException e) {
      problems.add(given("risk."), e);
    }
  }

  /// {@return where the values of a section came from that somebody gave, the start of a sentence}
  private String given(String section) {
    Set<String> from = new LinkedHashSet<>();
    for (ConfigValue value : values.values()) {
      if (value.key().startsWith(section) && value.isSet()) {
        from.add(value.from());
      }
    }
    return from.isEmpty() ? "" : String.join("; ", from) + ": ";
  }
}
