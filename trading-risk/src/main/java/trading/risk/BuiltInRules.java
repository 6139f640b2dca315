package trading.risk;

import java.util.List;
import trading.api.spi.RiskRuleProvider;
import trading.risk.rule.Concentration;
import trading.risk.rule.MaxDailyLoss;
import trading.risk.rule.MaxDrawdown;
import trading.risk.rule.MaxLeverage;
import trading.risk.rule.MaxOrdersPerDay;
import trading.risk.rule.MaxPositionSize;
import trading.risk.rule.MinCapital;

/// The rules that come with the gate, for code that does without ServiceLoader.
public final class BuiltInRules {

  private BuiltInRules() {}

  /// {@return a provider of each built-in rule, by id}
  public static List<RiskRuleProvider> providers() {
    return List.of(
        new Concentration(),
        new MaxDailyLoss(),
        new MaxDrawdown(),
        new MaxLeverage(),
        new MaxOrdersPerDay(),
        new MaxPositionSize(),
        new MinCapital());
  }
}
