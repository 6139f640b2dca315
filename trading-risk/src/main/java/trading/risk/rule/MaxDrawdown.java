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

/// Stops an account that fell too far below its best equity from taking on more.
///
/// Feed: the ledger's equity and deposits; the account's highest profit, kept by the gate after
/// every event that moves a price or trades. Formula, in the currency of the ordered instrument:
/// drawdown = (peak − equity) ÷ peak, where peak = highest of (equity − deposits + withdrawals) so
/// far + deposits − withdrawals until now; at most `limit` percent, compared exactly. So a deposit
/// or withdrawal of any size is neither a loss nor a recovery, yet the percentage is one of the
/// money that is there. An order that can only reduce the position always passes; any other is
/// refused while the account has no positive equity. The peak is never forgotten, also not by a new
/// day: who may go on after a drawdown gets a wider limit. Known from portfolio management, see M.
/// Magdon-Ismail and A. Atiya, "Maximum Drawdown", Risk Magazine 17(10), 2004.
public final class MaxDrawdown implements RiskRuleProvider {
  private static final Parameter.Decimal LIMIT =
      Parameter.Decimal.of(
          "limit", "20", "0", "100", "largest fall from the highest equity, in percent of it");

  /// Creates the provider.
  public MaxDrawdown() {}

  @Override
  public String id() {
    return "max_drawdown";
  }

  @Override
  public String doc() {
    return "Refuses orders that do not just reduce a position, once equity is a percentage below"
        + " its peak.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LIMIT);
  }

  @Override
  public RiskRule create(Settings settings) {
    return new Rule(settings.readMicros(LIMIT));
  }

  /// The rule.
  ///
  /// @param limit percent times 10⁶
  private record Rule(long limit) implements RiskRule {
    /// One, in millionths of a percent.
    private static final long WHOLE = 100_000_000;

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      if (Exposure.onlyReduces(order, risk)) {
        return Verdict.Pass.PASS;
      }
      long equity = risk.equityMicros();
      long peak = risk.peakEquityMicros();
      boolean holds =
          equity > 0 && peak > 0 && !Ratio.exceeds(fall(equity, peak), peak, limit, WHOLE);
      return holds ? Verdict.Pass.PASS : refuse(order, equity, peak);
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.CURRENCY;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      long peak = risk.peakEquityMicros();
      long drawdown = Ratio.roundedUp(fall(risk.equityMicros(), peak), peak, WHOLE);
      return Optional.of(Usage.atMost(Usage.Unit.PERCENT, limit, drawdown));
    }

    private static long fall(long equity, long peak) {
      return Math.subtractExact(peak, equity);
    }

    private Verdict refuse(OrderView order, long equity, long peak) {
      String currency = order.instrument().currency();
      long actual = Ratio.roundedUp(fall(equity, peak), peak, WHOLE);
      return new Verdict.Refuse(
          limit,
          actual,
          "equity of "
              + order.account()
              + " must be positive and at most "
              + Millionths.text(limit)
              + " % below its peak of "
              + Millionths.text(peak)
              + " "
              + currency
              + ", was "
              + Millionths.text(equity)
              + " "
              + currency
              + (actual == Long.MAX_VALUE ? "" : ", " + Millionths.text(actual) + " % below")
              + " (max_drawdown; limit and actual in millionths of a percent)");
    }
  }
}
