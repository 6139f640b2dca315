package trading.risk.rule;

import java.util.List;
import java.util.Optional;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
import trading.api.spi.Usage;
import trading.api.spi.Verdict;

/// Limits what all positions are worth together, as a multiple of the account's equity.
///
/// Feed: the ledger's positions, marks and equity; the lots of working orders, counted from events.
/// Formula, in the currency of the ordered instrument: gross = sum over its instruments of the
/// larger of (net + working buys) and (working sells − net), the order included, × mark × tick
/// value; gross ÷ equity at most `limit`, compared exactly. An order that can only reduce the
/// position always passes; any other is refused while an instrument that is ordered, held or worked
/// has no price, or the account no positive equity. Known from the initial margin of 50 %, that is
/// twice the equity, of the Federal Reserve's Regulation T (12 CFR 220.12).
public final class MaxLeverage implements RiskRuleProvider {
  private static final Parameter.Decimal LIMIT =
      Parameter.Decimal.of(
          "limit", "2", "0", "1000", "largest value of all positions, in times the equity");

  /// Creates the provider.
  public MaxLeverage() {}

  @Override
  public String id() {
    return "max_leverage";
  }

  @Override
  public String doc() {
    return "Refuses orders that could take all positions together beyond a multiple of equity.";
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
  /// @param limit times 10⁶
  private record Rule(long limit) implements RiskRule {
    /// One, in millionths.
    private static final long WHOLE = 1_000_000;

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      long side = Exposure.lotsAfter(order, risk);
      if (side <= 0) {
        return Verdict.Pass.PASS;
      }
      long gross = risk.grossExposureMicros();
      long mark = risk.markTicks();
      if (gross < 0 || mark <= 0) {
        return refuse(Reason.NO_PRICE, order, 0, "but an instrument has no price");
      }
      long equity = risk.equityMicros();
      if (equity <= 0) {
        return refuse(Reason.RISK_LIMIT, order, 0, "which is " + Millionths.text(equity));
      }
      // By so much the order could raise the gross value.
      long before = Exposure.lots(risk);
      long lots = Math.subtractExact(Math.max(side, before), before);
      long added = Math.multiplyExact(Math.multiplyExact(lots, mark), risk.tickValueMicros());
      long after = Math.addExact(gross, added);
      return Ratio.exceeds(after, equity, limit, WHOLE)
          ? refuse(order, after, equity)
          : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.CURRENCY;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      long gross = risk.grossExposureMicros();
      long times = gross < 0 ? Long.MAX_VALUE : Ratio.roundedUp(gross, risk.equityMicros(), WHOLE);
      return Optional.of(Usage.atMost(Usage.Unit.TIMES, limit, times));
    }

    private Verdict refuse(OrderView order, long after, long equity) {
      long actual = Ratio.roundedUp(after, equity, WHOLE);
      return refuse(
          Reason.RISK_LIMIT,
          order,
          actual,
          "could become " + Millionths.text(actual) + " times with all working orders");
    }

    private Verdict refuse(Reason reason, OrderView order, long actual, String why) {
      return new Verdict.Refuse(
          reason,
          limit,
          actual,
          "positions of "
              + order.account()
              + " in "
              + order.instrument().currency()
              + " must be worth at most "
              + Millionths.text(limit)
              + " times the equity, "
              + why
              + " (max_leverage; limit and actual in millionths)");
    }
  }
}
