package trading.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Parameter;
import trading.api.Reason;

/// The keys that there are, with those of the plug-ins at hand.
final class KnownKeys {
  private final Map<String, ConfigKey<?>> keys = new LinkedHashMap<>();

  /// What an account may have of its own, by rule and setting.
  private final Map<String, ConfigKey<?>> ofAccount = new LinkedHashMap<>();

  private final Collection<String> strategies;
  private final Collection<String> rules;

  KnownKeys(PluginCatalog plugins) {
    strategies = plugins.strategies().stream().map(Plugin::id).toList();
    rules = plugins.rules().stream().map(Plugin::id).toList();
    ConfigKeys.FIXED.forEach(this::put);
    plugins.strategies().forEach(this::putStrategy);
    plugins.rules().forEach(this::putRule);
  }

  /// An account's own setting of a rule, as its key names it.
  record AccountSetting(String account, String rule, String setting) {

    /// {@return the parts of a key; an account's name may hold dots, the others cannot}
    static Optional<AccountSetting> of(String key) {
      if (!key.startsWith(ConfigKeys.ACCOUNTS)) {
        return Optional.empty();
      }
      String rest = key.substring(ConfigKeys.ACCOUNTS.length());
      int setting = rest.lastIndexOf('.');
      int rule = rest.lastIndexOf('.', setting - 1);
      if (rule < 1) {
        return Optional.empty();
      }
      return Optional.of(
          new AccountSetting(
              rest.substring(0, rule),
              rest.substring(rule + 1, setting),
              rest.substring(setting + 1)));
    }
  }

  /// {@return the keys that always have a value or a default, in the order for people}
  Collection<ConfigKey<?>> all() {
    return keys.values();
  }

  /// {@return the account whose self-trade prevention a key names}
  static Optional<String> selfTradeAccount(String key) {
    boolean names =
        key.startsWith(ConfigKeys.SELF_TRADES) && key.length() > ConfigKeys.SELF_TRADES.length();
    return names ? Optional.of(key.substring(ConfigKeys.SELF_TRADES.length())) : Optional.empty();
  }

  /// {@return whether a key belongs to one account, and has no value unless somebody gives it}
  static boolean isOfAccount(String key) {
    return key.startsWith(ConfigKeys.ACCOUNTS) || key.startsWith(ConfigKeys.SELF_TRADES);
  }

  Optional<ConfigKey<?>> find(String name) {
    return Optional.<ConfigKey<?>>ofNullable(keys.get(name))
        .or(() -> selfTradeAccount(name).map(_ -> renamed(name, ConfigKeys.SELF_TRADE)))
        .or(() ->
            AccountSetting.of(name)
                .flatMap(own -> Optional.ofNullable(ofAccount.get(own.rule + "." + own.setting)))
                .map(pattern -> renamed(name, pattern)));
  }

  /// {@return whether a name may stand for an object without keys}
  boolean isSection(String name) {
    String start = name + ".";
    return isOfAccount(start) || keys.keySet().stream().anyMatch(key -> key.startsWith(start));
  }

  /// Says what is wrong with a key that is not known.
  void report(ConfigGiven given, ConfigProblems problems) {
    String key = given.key();
    Optional<String> unknown =
        idIn(key, ConfigKeys.STRATEGIES)
            .flatMap(id -> unknown("strategy", id, strategies))
            .or(() ->
                idIn(key, ConfigKeys.RULES)
                    .or(() -> AccountSetting.of(key).map(AccountSetting::rule))
                    .flatMap(id -> unknown("risk rule", id, rules)));
    if (unknown.isPresent()) {
      problems.add(
          Reason.UNKNOWN_PLUGIN,
          given.from() + ": " + key + " = " + given.shown() + ": " + unknown.get());
      return;
    }
    problems.add(
        Reason.UNKNOWN_SETTING,
        given.from() + ": unknown key " + key + " = " + given.shown() + nearest(key));
  }

  private String nearest(String key) {
    if (key.startsWith(ConfigKeys.ACCOUNTS) && AccountSetting.of(key).isEmpty()) {
      return "; known are keys like " + ConfigKeys.ACCOUNTS + "<account>.<rule>.<setting>";
    }
    Map<String, ConfigKey<?>> candidates = new LinkedHashMap<>(keys);
    AccountSetting.of(key)
        .ifPresent(own ->
            ofAccount.forEach((name, pattern) ->
                candidates.put(ConfigKeys.ACCOUNTS + own.account + "." + name, pattern)));
    ConfigKeys.variables()
        .forEach(
            (variable, name) -> find(name).ifPresent(known -> candidates.put(variable, known)));
    return Nearest.of(key, candidates.keySet())
        .map(name -> {
          ConfigKey<?> nearest = Objects.requireNonNull(candidates.get(name));
          String known = ConfigKeys.variables().getOrDefault(name, name);
          return "; the nearest known key is " + known + ": " + nearest.type().allowed();
        })
        .orElse("");
  }

  private static Optional<String> unknown(String kind, String id, Collection<String> ids) {
    return ids.contains(id)
        ? Optional.empty()
        : Optional.of("no " + kind + " has the id " + id + "; known are " + String.join(", ", ids));
  }

  /// {@return the plug-in that a key of a section names}
  static Optional<String> idIn(String key, String section) {
    int end = key.indexOf('.', section.length());
    return key.startsWith(section) && end > 0
        ? Optional.of(key.substring(section.length(), end))
        : Optional.empty();
  }

  private void putStrategy(Plugin<?> plugin) {
    String start = ConfigKeys.STRATEGIES + plugin.id() + ".";
    boolean enabled = ConfigKeys.STRATEGIES_BY_DEFAULT.contains(plugin.id());
    put(
        ConfigKeys.named(
            start + ConfigKeys.ENABLED, ConfigKeys.STRATEGY_ENABLED, String.valueOf(enabled)));
    settings(start, plugin).forEach(this::put);
  }

  private void putRule(Plugin<?> plugin) {
    String start = ConfigKeys.RULES + plugin.id() + ".";
    put(ConfigKeys.named(start + ConfigKeys.ENABLED, ConfigKeys.RULE_ENABLED, "false"));
    settings(start, plugin).forEach(this::put);
    ofAccount.put(plugin.id() + "." + ConfigKeys.ENABLED, ConfigKeys.ACCOUNT_RULE_ENABLED);
    settings(plugin.id() + ".", plugin).forEach(key -> ofAccount.put(key.name(), key));
  }

  private void put(ConfigKey<?> key) {
    keys.put(key.name(), key);
  }

  private static List<ConfigKey<?>> settings(String start, Plugin<?> plugin) {
    List<ConfigKey<?>> settings = new ArrayList<>();
    for (Parameter parameter : plugin.parameters()) {
      String name = start + parameter.name();
      if (parameter.name().equals(ConfigKeys.ENABLED)) {
        throw new BadInputException(
            Reason.PLUGIN_FAILED,
            "setting enabled of "
                + plugin.id()
                + " in module "
                + plugin.module()
                + " must have another name: the configuration needs this one");
      }
      ConfigKey<String> key =
          ConfigKey.of(name, ConfigTypes.of(parameter), parameter.defaultText(), parameter.doc());
      String variable = ConfigKeys.PLUGIN_VARIABLES.get(name);
      settings.add(variable == null ? key : key.orVariable(variable));
    }
    return settings;
  }

  private static <T> ConfigKey<T> renamed(String name, ConfigKey<T> pattern) {
    return ConfigKey.absent(name, pattern.type(), pattern.doc());
  }
}
