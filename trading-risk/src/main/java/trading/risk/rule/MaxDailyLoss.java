package trading.risk.rule;

import java.util.List;
import java.util.Optional;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
import trading.api.spi.Usage;
import trading.api.spi.Verdict;

/// Stops an account that lost too much this day from taking on more.
///
/// Feed: the ledger's equity, now and when the day began; deposits and withdrawals since. Formula,
/// in the currency of the ordered instrument: loss = equity at the day's start + deposits −
/// withdrawals − equity now; at most `limit`. An order that can only reduce the position always
/// passes, so that there is a way out. Known from the pre-set capital thresholds of SEC rule
/// 15c3-5(c)(1)(i).
public final class MaxDailyLoss implements RiskRuleProvider {
  private static final Parameter.Decimal LIMIT =
      Parameter.Decimal.of(
          "limit",
          "500000",
          "0",
          "1000000000000",
          "largest loss of a day, in money of the instrument's currency");

  /// Creates the provider.
  public MaxDailyLoss() {}

  @Override
  public String id() {
    return "max_daily_loss";
  }

  @Override
  public String doc() {
    return "Refuses orders that do not just reduce a position, once the day's loss exceeds an"
        + " amount.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LIMIT);
  }

  @Override
  public RiskRule create(Settings settings) {
    return new Rule(settings.readMicros(LIMIT));
  }

  private record Rule(long limitMicros) implements RiskRule {

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      if (Exposure.onlyReduces(order, risk)) {
        return Verdict.Pass.PASS;
      }
      long loss = loss(risk);
      return loss > limitMicros ? refuse(order, loss) : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.CURRENCY;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      return Optional.of(Usage.atMost(Usage.Unit.MONEY, limitMicros, Math.max(0, loss(risk))));
    }

    private static long loss(RiskView risk) {
      return Math.negateExact(risk.dayProfitMicros());
    }

    private Verdict refuse(OrderView order, long loss) {
      String currency = order.instrument().currency();
      return new Verdict.Refuse(
          limitMicros,
          loss,
          "loss of "
              + order.account()
              + " this day must be at most "
              + Millionths.text(limitMicros)
              + " "
              + currency
              + ", was "
              + Millionths.text(loss)
              + " "
              + currency
              + " (max_daily_loss; limit and actual in micros)");
    }
  }
}
