package trading.risk;

import java.util.List;
import java.util.Map;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;

/// A provider of a rule that a test writes as a lambda.
record FakeRule(String id, RiskRule rule) implements RiskRuleProvider {

  @Override
  public String doc() {
    return "Does what a test wants.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public RiskRule create(Settings settings) {
    return rule;
  }

  /// {@return a gate with these rules alone}
  static RuleGate gate(FakeRule... rules) {
    RiskConfig config = RiskConfig.none();
    for (FakeRule each : rules) {
      config = config.withRule(each.id(), Map.of());
    }
    return RuleGate.open(List.of(rules), config);
  }
}
