package trading.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import trading.api.BadInputException;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.Provider;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

/// The strategies and risk rules that can be used, by id; loader order is no contract.
///
/// Immutable once made.
public final class PluginCatalog {
  private final Map<String, Plugin<StrategyProvider>> strategies = new TreeMap<>();
  private final Map<String, Plugin<RiskRuleProvider>> rules = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private PluginCatalog() {}

  /// {@return what is built in}
  ///
  /// @throws BadInputException when two providers have one id (`DUPLICATE_PLUGIN`)
  public static PluginCatalog builtIn() {
    PluginCatalog catalog = new PluginCatalog();
    catalog.add(PluginLoader.image());
    return catalog;
  }

  /// {@return what is built in, and what the entries of a folder hold: jars, or folders of jars}
  ///
  /// An entry that cannot be loaded, or that provides an id that is taken by what is built in or by
  /// an entry before it, is left out and stands in [#problems]. Entries come by name.
  ///
  /// @param folder the folder; one that does not exist holds nothing
  /// @throws BadInputException when the folder cannot be read (`PLUGIN_FAILED`)
  public static PluginCatalog load(Path folder) {
    PluginCatalog catalog = builtIn();
    for (Path entry : PluginLoader.entries(folder)) {
      try {
        catalog = catalog.with(entry);
      } catch (PluginLoader.BrokenEntryException e) {
        catalog.problems.add(e.getMessage());
      }
    }
    return catalog;
  }

  /// {@return this and a strategy that code hands in}
  ///
  /// @param provider what makes it
  /// @throws BadInputException when its id is taken (`DUPLICATE_PLUGIN`)
  public PluginCatalog with(StrategyProvider provider) {
    PluginCatalog catalog = copy();
    put(catalog.strategies, PluginLoader.handedIn(provider));
    return catalog;
  }

  /// {@return this and a risk rule that code hands in}
  ///
  /// @param provider what makes it
  /// @throws BadInputException when its id is taken (`DUPLICATE_PLUGIN`)
  public PluginCatalog with(RiskRuleProvider provider) {
    PluginCatalog catalog = copy();
    put(catalog.rules, PluginLoader.handedIn(provider));
    return catalog;
  }

  /// {@return the strategies, by id}
  public Collection<Plugin<StrategyProvider>> strategies() {
    return List.copyOf(strategies.values());
  }

  /// {@return the risk rules, by id}
  public Collection<Plugin<RiskRuleProvider>> rules() {
    return List.copyOf(rules.values());
  }

  /// {@return why entries were left out, one sentence each}
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// {@return a fresh strategy}
  ///
  /// @param id its id
  /// @param settings its settings, as texts by key
  /// @throws BadInputException when nobody provides the id, a setting is unknown or bad, or the
  ///   provider throws; it names the module
  public Strategy strategy(String id, Map<String, String> settings) {
    Plugin<StrategyProvider> plugin = find(id);
    Settings typed = Settings.of("strategy " + id, settings);
    Strategy strategy = create(plugin, typed);
    typed.requireAllRead();
    return strategy;
  }

  /// {@return all settings of a strategy in effect: the given ones over the defaults}
  ///
  /// @param id its id
  /// @param settings what is given, as texts by key
  /// @throws BadInputException when nobody provides the id
  public Map<String, String> settingsInEffect(String id, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Parameter parameter : find(id).parameters()) {
      all.put(parameter.name(), parameter.defaultText());
    }
    all.putAll(settings);
    return Collections.unmodifiableMap(all);
  }

  /// {@return the providers of all risk rules}
  List<RiskRuleProvider> ruleProviders() {
    return rules.values().stream().map(Plugin::provider).toList();
  }

  private Plugin<StrategyProvider> find(String id) {
    Plugin<StrategyProvider> plugin = strategies.get(id);
    if (plugin == null) {
      throw new BadInputException(
          Reason.UNKNOWN_PLUGIN,
          "no strategy has the id " + id + "; known are " + String.join(", ", strategies.keySet()));
    }
    return plugin;
  }

  private static Strategy create(Plugin<StrategyProvider> plugin, Settings settings) {
    try {
      return Objects.requireNonNull(plugin.provider().create(settings), "create answered null");
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      throw new BadInputException(
          Reason.PLUGIN_FAILED,
          "strategy " + plugin.id() + " of module " + plugin.module() + " cannot be created: " + e,
          e);
    }
  }

  private void add(PluginLoader.Found found) {
    found.strategies().forEach(plugin -> put(strategies, plugin));
    found.rules().forEach(plugin -> put(rules, plugin));
  }

  /// {@return this and all that an entry provides}
  private PluginCatalog with(Path entry) throws PluginLoader.BrokenEntryException {
    PluginLoader.Found found = PluginLoader.entry(entry);
    PluginCatalog catalog = copy();
    try {
      catalog.add(found);
    } catch (BadInputException e) {
      throw new PluginLoader.BrokenEntryException(entry, String.valueOf(e.getMessage()));
    }
    return catalog;
  }

  private static <P extends Provider<?>> void put(Map<String, Plugin<P>> all, Plugin<P> plugin) {
    Plugin<P> other = all.putIfAbsent(plugin.id(), plugin);
    if (other != null) {
      throw new BadInputException(
          Reason.DUPLICATE_PLUGIN,
          "the id "
              + plugin.id()
              + " is provided twice: by module "
              + other.module()
              + " ("
              + other.source()
              + ") and by module "
              + plugin.module()
              + " ("
              + plugin.source()
              + ")");
    }
  }

  private PluginCatalog copy() {
    PluginCatalog catalog = new PluginCatalog();
    catalog.strategies.putAll(strategies);
    catalog.rules.putAll(rules);
    catalog.problems.addAll(problems);
    return catalog;
  }
}
