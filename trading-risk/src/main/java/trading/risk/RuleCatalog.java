package trading.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import trading.api.BadInputException;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;

/// The rules that can be had, by id; makes rule sets and checks everything about them.
final class RuleCatalog {
  private final Map<String, RiskRuleProvider> providers = new TreeMap<>();

  private RuleCatalog() {}

  /// {@return a catalog of providers, whatever their order}
  static RuleCatalog of(List<RiskRuleProvider> providers) {
    RuleCatalog catalog = new RuleCatalog();
    for (RiskRuleProvider provider : providers) {
      String id = guarded(provider, "naming its id", provider::id);
      RiskRuleProvider other = catalog.providers.putIfAbsent(id, provider);
      if (other != null) {
        throw new BadInputException(
            Reason.DUPLICATE_PLUGIN,
            "risk rule "
                + id
                + " is provided twice: "
                + origin(other)
                + " and "
                + origin(provider));
      }
    }
    return catalog;
  }

  /// {@return fresh rules}
  ///
  /// @param rules rule id to settings
  /// @param whose whose rules they are, for errors: empty or ` of <account>`
  RuleSet create(Map<String, Map<String, String>> rules, String whose) {
    List<RuleSet.ActiveRule> active = new ArrayList<>();
    new TreeMap<>(rules).forEach((id, settings) -> active.add(create(id, settings, whose)));
    return new RuleSet(active);
  }

  private RuleSet.ActiveRule create(String id, Map<String, String> texts, String whose) {
    RiskRuleProvider provider = providers.get(id);
    if (provider == null) {
      throw new BadInputException(
          Reason.UNKNOWN_PLUGIN,
          "no module provides the risk rule \""
              + id
              + "\""
              + whose
              + "; known are "
              + String.join(", ", providers.keySet()));
    }
    Settings settings = Settings.of("risk rule " + id + whose, texts);
    RiskRule rule =
        guarded(provider, "creating the risk rule " + id + whose, () -> provider.create(settings));
    settings.requireAllRead();
    return guarded(
        provider,
        "describing the risk rule " + id,
        () -> new RuleSet.ActiveRule(rule, summary(id, provider, texts)));
  }

  private static RiskSummary.Rule summary(
      String id, RiskRuleProvider provider, Map<String, String> texts) {
    Map<String, String> inEffect = new LinkedHashMap<>();
    for (Parameter parameter : provider.parameters()) {
      inEffect.put(parameter.name(), parameter.defaultText());
    }
    inEffect.putAll(texts);
    return new RiskSummary.Rule(id, provider.doc(), Collections.unmodifiableMap(inEffect));
  }

  private static <T> T guarded(RiskRuleProvider provider, String doing, Supplier<T> call) {
    T result;
    try {
      result = call.get();
    } catch (BadInputException badSetting) {
      throw badSetting;
    } catch (Throwable thrown) {
      Failures.rethrowIfFatal(thrown);
      throw new BadInputException(
          Reason.PLUGIN_FAILED, origin(provider) + " failed at " + doing + ": " + thrown, thrown);
    }
    if (result == null) {
      throw new BadInputException(
          Reason.PLUGIN_FAILED, origin(provider) + " answered null at " + doing);
    }
    return result;
  }

  private static String origin(RiskRuleProvider provider) {
    Module module = provider.getClass().getModule();
    String where = module.isNamed() ? "module " + module.getName() : "the class path";
    return provider.getClass().getName() + " in " + where;
  }
}
