package trading.risk;

import java.util.List;
import trading.api.spi.RiskRule;

/// The rules that one account's orders must pass, in id order.
///
/// @param rules the rules
record RuleSet(List<ActiveRule> rules) {
  /// Stands for the rules of an account that has not got any yet.
  static final RuleSet NONE = new RuleSet(List.of());

  /// Copies the list.
  RuleSet {
    rules = List.copyOf(rules);
  }

  List<RiskSummary.Rule> summaries() {
    return rules.stream().map(ActiveRule::summary).toList();
  }

  /// A rule at work.
  ///
  /// @param rule the rule
  /// @param summary its id, doc and settings, for people
  record ActiveRule(RiskRule rule, RiskSummary.Rule summary) {

    String id() {
      return summary.id();
    }
  }
}
