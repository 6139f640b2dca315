package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.BadInputException;
import trading.api.Reason;

class RiskToleranceTest {

  @ParameterizedTest
  @EnumSource
  void everyToleranceLimitsAllBuiltInRules(RiskTolerance tolerance) {
    RuleGate gate = RuleGate.open(BuiltInRules.providers(), tolerance.config());
    World world = World.of(gate);

    assertEquals(RiskConfig.defaults().rules().keySet(), tolerance.config().rules().keySet());
    assertEquals(
        tolerance.limits(),
        gate.summary(World.TRADER, world.ledger).rules().stream()
            .collect(Collectors.toMap(RiskSummary.Rule::id, rule -> rule.settings().get("limit"))));
  }

  @Test
  void mediumIsWhatTheRulesTakeByDefault() {
    assertEquals(
        summaryOf(RiskConfig.defaults()).rules(), summaryOf(RiskTolerance.MEDIUM.config()).rules());
  }

  @Test
  void everyLimitGrowsWiderWithTheTolerance() {
    for (String rule : RiskTolerance.LOW.limits().keySet()) {
      int direction = rule.startsWith("min_") ? -1 : 1;
      BigDecimal low = limit(RiskTolerance.LOW, rule);
      BigDecimal medium = limit(RiskTolerance.MEDIUM, rule);
      BigDecimal high = limit(RiskTolerance.HIGH, rule);

      assertTrue(low.compareTo(medium) * direction < 0, rule);
      assertTrue(medium.compareTo(high) * direction < 0, rule);
    }
  }

  @Test
  void wordsAreInLowerCaseAndReadInAnyCase() {
    assertEquals(
        List.of("low", "medium", "high"),
        List.of(RiskTolerance.values()).stream().map(RiskTolerance::word).toList());
    assertEquals(RiskTolerance.LOW, RiskTolerance.of("low"));
    assertEquals(RiskTolerance.HIGH, RiskTolerance.of("HIGH"));
  }

  @Test
  void anotherWordIsRefusedWithTheAllowedOnes() {
    BadInputException error =
        assertThrows(BadInputException.class, () -> RiskTolerance.of("extreme"));

    assertEquals(Reason.BAD_SETTING, error.reason());
    assertEquals("risk tolerance must be low|medium|high, was \"extreme\"", error.getMessage());
  }

  private static BigDecimal limit(RiskTolerance tolerance, String rule) {
    return new BigDecimal(tolerance.limits().get(rule));
  }

  private static RiskSummary summaryOf(RiskConfig config) {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));
    return world.gate.summary(World.TRADER, world.ledger);
  }
}
