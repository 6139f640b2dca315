package trading.risk;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import trading.api.spi.RiskRuleProvider;

/// Which risk rules run, with which settings, and what single accounts have instead.
///
/// Settings are texts by key; a rule reads and checks them when the gate is opened. Immutable.
///
/// @param rules rule id to its settings; no settings mean the rule's defaults
/// @param accounts account name to rule id to the settings that replace single values of `rules`
///   for that account; a rule that only stands here runs for that account alone
public record RiskConfig(
    Map<String, Map<String, String>> rules,
    Map<String, Map<String, Map<String, String>>> accounts) {

  /// Copies the maps.
  public RiskConfig {
    rules = copy(rules);
    TreeMap<String, Map<String, Map<String, String>>> byAccount = new TreeMap<>();
    accounts.forEach((account, own) -> byAccount.put(account, copy(own)));
    accounts = Collections.unmodifiableMap(byAccount);
  }

  /// {@return no rules at all: everything passes, the gate counts all the same}
  public static RiskConfig none() {
    return new RiskConfig(Collections.emptyMap(), Collections.emptyMap());
  }

  /// {@return the built-in rules with their default settings}
  public static RiskConfig defaults() {
    Map<String, Map<String, String>> rules = new TreeMap<>();
    for (RiskRuleProvider provider : BuiltInRules.providers()) {
      rules.put(provider.id(), Collections.emptyMap());
    }
    return new RiskConfig(rules, Collections.emptyMap());
  }

  /// {@return the same with a rule added, or with its settings replaced}
  ///
  /// @param ruleId the rule
  /// @param settings all its settings; empty for its defaults
  public RiskConfig withRule(String ruleId, Map<String, String> settings) {
    Map<String, Map<String, String>> more = new TreeMap<>(rules);
    more.put(ruleId, settings);
    return new RiskConfig(more, accounts);
  }

  /// {@return the same with one account's own settings of a rule}
  ///
  /// @param account the account's name
  /// @param ruleId the rule
  /// @param settings what the account has instead of the rule's settings in [#rules]; keys that are
  ///   absent here keep their value there
  public RiskConfig withAccount(String account, String ruleId, Map<String, String> settings) {
    Map<String, Map<String, Map<String, String>>> more = new TreeMap<>(accounts);
    Map<String, Map<String, String>> own =
        new TreeMap<>(more.getOrDefault(account, Collections.emptyMap()));
    own.put(ruleId, settings);
    more.put(account, own);
    return new RiskConfig(rules, more);
  }

  /// {@return the rules of an account: those of all accounts, with its own settings over theirs}
  Map<String, Map<String, String>> rulesOf(String account) {
    Map<String, Map<String, String>> merged = new TreeMap<>(rules);
    accounts
        .getOrDefault(account, Collections.emptyMap())
        .forEach((ruleId, own) -> merged.merge(ruleId, own, RiskConfig::over));
    return merged;
  }

  private static Map<String, String> over(Map<String, String> common, Map<String, String> own) {
    Map<String, String> merged = new TreeMap<>(common);
    merged.putAll(own);
    return merged;
  }

  private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> rules) {
    TreeMap<String, Map<String, String>> copy = new TreeMap<>();
    rules.forEach((ruleId, settings) ->
        copy.put(ruleId, Collections.unmodifiableMap(new TreeMap<>(settings))));
    return Collections.unmodifiableMap(copy);
  }
}
