package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.spi.Provider;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;

/// Every built-in rule through the client: at the limit an order passes, one beyond it is refused.
///
/// The market is the same in every run, so the first run finds out what the order would make of the
/// account, and the next ones put the limit there and one step before.
class RulesThroughTheClientTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;
  private static final OrderRequest LAST = OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 7);

  /// A rule, how its limit is written, and what happens before the order that asks for it.
  private enum Case {
    CONCENTRATION(6, -1, "0", _ -> {}),
    MAX_DAILY_LOSS(6, -1, "0", Case::loseABit),
    MAX_DRAWDOWN(6, -1, "0", Case::loseABit),
    MAX_LEVERAGE(6, -1, "0", _ -> {}),
    MAX_ORDERS_PER_DAY(0, -1, "1", Case::buyOnce),
    MAX_POSITION_SIZE(0, -1, "0", _ -> {}),
    MIN_CAPITAL(6, 1, "1000000000", _ -> {});

    private final int decimals;
    private final int stepBeyond;
    private final String strictest;
    private final Consumer<TradingClient> before;

    Case(int decimals, int stepBeyond, String strictest, Consumer<TradingClient> before) {
      this.decimals = decimals;
      this.stepBeyond = stepBeyond;
      this.strictest = strictest;
      this.before = before;
    }

    String rule() {
      return name().toLowerCase(Locale.ROOT);
    }

    OrderResult run(String limit) {
      RiskConfig risk = RiskConfig.none().withRule(rule(), Map.of("limit", limit));
      try (TradingClient client = TradingClient.simulated(7).risk(risk).open()) {
        client.play(Duration.ofSeconds(1));
        before.accept(client);
        return client.placeOrder(LAST);
      }
    }

    String text(long limit) {
      return BigDecimal.valueOf(limit, decimals).toPlainString();
    }

    private static void buyOnce(TradingClient client) {
      assertInstanceOf(
          OrderResult.Accepted.class,
          client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10)));
    }

    /// The spread alone is a loss.
    private static void loseABit(TradingClient client) {
      buyOnce(client);
      client.play(Duration.ofMillis(100));
      assertTrue(client.portfolioSummary(TRADER).getFirst().totalProfitMicros() < 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void atTheLimitPassesAndOneBeyondIsRefused(Case rule) {
    long actual = refusal(rule.run(rule.strictest)).actual();
    long beyond = actual + rule.stepBeyond;

    OrderResult atTheLimit = rule.run(rule.text(actual));
    Refusal refused = refusal(rule.run(rule.text(beyond)));

    assertInstanceOf(OrderResult.Accepted.class, atTheLimit, "" + atTheLimit);
    assertEquals(Reason.RISK_LIMIT, refused.reason());
    assertEquals(rule.rule(), refused.rule());
    assertEquals(beyond, refused.limit());
    assertEquals(actual, refused.actual());
  }

  @Test
  void noBuiltInRuleIsMissing() {
    Set<String> tested = new TreeSet<>();
    for (Case rule : Case.values()) {
      tested.add(rule.rule());
    }

    assertEquals(
        new TreeSet<>(BuiltInRules.providers().stream().map(Provider::id).toList()), tested);
  }

  private static Refusal refusal(OrderResult result) {
    return assertInstanceOf(OrderResult.Rejected.class, result, "" + result).refusal();
  }
}
