package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.spi.Usage;
import trading.api.spi.Usage.Bound;
import trading.api.spi.Usage.Unit;

class LimitUseTest {
  private static final String MAX = "9223372036854775807";

  @ParameterizedTest
  @CsvSource({
    "AT_MOST, 100, 0, 0, false",
    "AT_MOST, 100, -7, 0, false",
    "AT_MOST, 100, 80, 80000000, false",
    "AT_MOST, 3, 1, 33333334, false",
    "AT_MOST, 100, 100, 100000000, false",
    "AT_MOST, 100, 101, 101000000, true",
    "AT_MOST, 9000000000000000000, 9000000000000000001, 100000001, true",
    "AT_MOST, 9000000000000000000, 8999999999999999999, 100000000, false",
    "AT_MOST, 0, 0, 0, false",
    "AT_MOST, 0, 1, " + MAX + ", true",
    "AT_MOST, 1, " + MAX + ", " + MAX + ", true",
    "AT_MOST, 1, 9000000000000000000, " + MAX + ", true",
    "AT_LEAST, 1000, 4000, 25000000, false",
    "AT_LEAST, 1000, 1000, 100000000, false",
    "AT_LEAST, 1000, 999, 100100101, true",
    "AT_LEAST, 1000, 0, " + MAX + ", true",
    "AT_LEAST, 1000, -5, " + MAX + ", true",
    "AT_LEAST, 0, 5, 0, false",
    "AT_LEAST, 0, 0, 0, false",
    "AT_LEAST, 0, -1, " + MAX + ", true",
  })
  void theUseIsAboveAHundredPercentExactlyWhenTheLimitIsBroken(
      Bound bound, long limit, long actual, long use, boolean violated) {
    LimitUse limitUse = new LimitUse("r", "", "", new Usage(bound, Unit.NUMBER, limit, actual), "");

    assertEquals(use, limitUse.useMillionths());
    assertEquals(violated, limitUse.isViolated());
  }

  @Test
  void theSentenceNamesRuleAccountValueAndBoundInTheirUnit() {
    assertEquals(
        "max_daily_loss of bob in INR is at 81.2 % of its limit: 406000 INR, at most 500000 INR",
        sentence(
            "max_daily_loss",
            "INR",
            "",
            Usage.atMost(Unit.MONEY, 500_000_000_000L, 406_000_000_000L)));
    assertEquals(
        "min_capital of bob in INR is at 50 % of its limit: 2000 INR, at least 1000 INR",
        sentence(
            "min_capital", "INR", "", Usage.atLeast(Unit.MONEY, 1_000_000_000, 2_000_000_000)));
    assertEquals(
        "concentration of bob in ITC is at 120 % of its limit: 30 %, at most 25 %",
        sentence(
            "concentration", "INR", "ITC", Usage.atMost(Unit.PERCENT, 25_000_000, 30_000_000)));
    assertEquals(
        "max_leverage of bob in INR is at 75 % of its limit: 1.5 times, at most 2 times",
        sentence("max_leverage", "INR", "", Usage.atMost(Unit.TIMES, 2_000_000, 1_500_000)));
    assertEquals(
        "max_position_size of bob in ITC is beyond measure: 5 lots, at most 0 lots",
        sentence("max_position_size", "INR", "ITC", Usage.atMost(Unit.LOTS, 0, 5)));
    assertEquals(
        "max_orders_per_day of bob is at 10 % of its limit: 1, at most 10",
        sentence("max_orders_per_day", "", "", Usage.atMost(Unit.NUMBER, 10, 1)));
    assertEquals(
        "concentration of bob in ITC is beyond measure: beyond measure, at most 25 %",
        sentence(
            "concentration", "INR", "ITC", Usage.atMost(Unit.PERCENT, 25_000_000, Long.MAX_VALUE)));
    assertEquals(
        "strange of bob cannot be told: the rule answered null",
        LimitUse.failed("strange", "", "", "the rule answered null").sentence("bob"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "49999999, LOW",
    "50000000, MEDIUM",
    "79999999, MEDIUM",
    "80000000, HIGH",
    "94999999, HIGH",
    "95000000, CRITICAL",
    "100000001, CRITICAL",
    MAX + ", CRITICAL",
  })
  void theLevelFollowsTheUse(long use, RiskLevel level) {
    assertEquals(level, RiskLevel.of(use));
  }

  private static String sentence(String rule, String currency, String symbol, Usage usage) {
    return new LimitUse(rule, currency, symbol, usage, "").sentence("bob");
  }
}
