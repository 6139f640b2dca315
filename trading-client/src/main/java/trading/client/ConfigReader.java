package trading.client;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import trading.api.Reason;
import trading.client.ConfigGiven.Shape;
import trading.client.ConfigType.Kind;
import trading.risk.RiskConfig;

/// Makes the values in effect from what was given: checks each alone, and lets the strongest win.
final class ConfigReader {
  private final KnownKeys known;
  private final ConfigSources sources;
  private final Map<String, ConfigGiven> strongest;
  private final Function<String, RiskConfig> tables;
  private final ConfigProblems problems = new ConfigProblems();

  /// Reads what was given.
  ///
  /// @param known the keys that there are
  /// @param sources what was given
  /// @param tables the limits that each risk tolerance starts from
  ConfigReader(KnownKeys known, ConfigSources sources, Function<String, RiskConfig> tables) {
    this.known = known;
    this.sources = sources;
    this.tables = tables;
    this.strongest = sources.strongest();
  }

  /// {@return the values in effect by key, in the order for people; accounts' own settings last}
  ///
  /// @throws trading.api.BadInputException when a key is not known or a value is not allowed, also
  ///   one that another source overrides
  Map<String, ConfigValue> read() {
    sources.given().forEach(this::check);
    problems.throwIfAny();
    Map<String, ConfigValue> values = new LinkedHashMap<>();
    for (ConfigKey<?> key : known.all()) {
      values.put(key.name(), value(key));
    }
    applyInterval(values);
    applyTolerance(values);
    new TreeMap<>(strongest)
        .keySet().stream()
            .filter(KnownKeys::isOfAccount)
            .flatMap(name -> known.find(name).stream())
            .map(this::value)
            .forEach(value -> values.put(value.key(), value));
    return values;
  }

  private void check(ConfigGiven given) {
    if (given.shape() == Shape.SECTION && known.isSection(given.key())) {
      return;
    }
    Optional<ConfigKey<?>> key = known.find(given.key());
    if (key.isEmpty()) {
      known.report(given, problems);
    } else if (plain(key.get(), given).isEmpty()) {
      problems.add(
          Reason.BAD_SETTING,
          given.from()
              + ": "
              + given.key()
              + " must be "
              + key.get().type().allowed()
              + ", was "
              + given.shown());
    }
  }

  private ConfigValue value(ConfigKey<?> key) {
    ConfigGiven given = strongest.get(key.name());
    return given == null || given.shape() == Shape.SECTION
        ? new ConfigValue(key, key.byDefault(), ConfigValue.DEFAULT)
        : new ConfigValue(key, plain(key, given), given.from());
  }

  private static Optional<String> plain(ConfigKey<?> key, ConfigGiven given) {
    return switch (given.shape()) {
      case TEXT -> key.type().plain(given.text());
      case LIST ->
          key.type().kind() == Kind.LIST ? key.type().plain(given.text()) : Optional.empty();
      case SECTION, NULL -> Optional.empty();
    };
  }

  /// Makes bars as long as the time between quotes where nobody says how long they are.
  private static void applyInterval(Map<String, ConfigValue> values) {
    String name = ConfigKeys.INTERVAL.name();
    String interval = Objects.requireNonNull(values.get(name)).value().orElseThrow();
    String bars = ConfigKeys.BARS.byDefault().orElseThrow();
    if (new BigDecimal(interval).compareTo(new BigDecimal(bars)) > 0) {
      imply(values, ConfigKeys.BARS.name(), interval, "implied by " + name);
    }
  }

  /// Puts the limits of the chosen tolerance where nobody gave another, and lets rules run that
  /// have settings: a limit must not be given in vain.
  private void applyTolerance(Map<String, ConfigValue> values) {
    String tolerance =
        Objects.requireNonNull(values.get(ConfigKeys.TOLERANCE.name())).value().orElseThrow();
    Map<String, Map<String, String>> rules = tables.apply(tolerance).rules();
    rules.forEach((rule, settings) -> {
      imply(values, enabled(rule), "true", ConfigValue.DEFAULT);
      settings.forEach((setting, text) ->
          imply(
              values,
              ConfigKeys.RULES + rule + "." + setting,
              text,
              ConfigKeys.TOLERANCE.name() + " " + tolerance));
    });
    strongest.forEach((name, given) -> {
      Optional<String> rule = KnownKeys.idIn(name, ConfigKeys.RULES);
      if (rule.isPresent() && given.shape() != Shape.SECTION && !rules.containsKey(rule.get())) {
        imply(values, enabled(rule.get()), "true", "implied by " + name);
      }
    });
  }

  private static String enabled(String rule) {
    return ConfigKeys.RULES + rule + "." + ConfigKeys.ENABLED;
  }

  private static void imply(Map<String, ConfigValue> values, String name, String text, String by) {
    values.computeIfPresent(name, (_, value) -> value.isSet() ? value : value.implied(text, by));
  }
}
