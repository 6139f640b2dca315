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

/// Limits the share of an account's equity that one instrument may take.
///
/// Feed: the ledger's position, mark and equity; the lots of working orders, counted from events.
/// Formula: value = lots that the order's side could come to hold (as for `max_position_size`) ×
/// mark × tick value; value ÷ equity in the instrument's currency; at most `limit` percent,
/// compared exactly. An order that can only reduce the position always passes; any other is refused
/// while the instrument has no price or the account no positive equity. Known from the large
/// exposure limits for banks (Basel Committee: 25 % of capital).
public final class Concentration implements RiskRuleProvider {
  private static final Parameter.Decimal LIMIT =
      Parameter.Decimal.of(
          "limit", "25", "0", "10000", "largest value of a position, in percent of equity");

  /// Creates the provider.
  public Concentration() {}

  @Override
  public String id() {
    return "concentration";
  }

  @Override
  public String doc() {
    return "Refuses orders that could take a position beyond a percentage of equity.";
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
      long after = Exposure.lotsAfter(order, risk);
      if (after <= 0) {
        return Verdict.Pass.PASS;
      }
      if (risk.markTicks() <= 0) {
        return refuse(Reason.NO_PRICE, order, 0, "but the instrument has no price");
      }
      long equity = risk.equityMicros();
      if (equity <= 0) {
        return refuse(Reason.RISK_LIMIT, order, 0, "which is " + Millionths.text(equity));
      }
      long value = value(after, risk);
      return Ratio.exceeds(value, equity, limit, WHOLE)
          ? refuse(order, value, equity)
          : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.INSTRUMENT;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      long lots = Exposure.lots(risk);
      boolean priced = lots == 0 || risk.markTicks() > 0;
      long share =
          priced ? Ratio.roundedUp(value(lots, risk), risk.equityMicros(), WHOLE) : Long.MAX_VALUE;
      return Optional.of(Usage.atMost(Usage.Unit.PERCENT, limit, share));
    }

    private static long value(long lots, RiskView risk) {
      return Math.multiplyExact(Math.multiplyExact(lots, risk.markTicks()), risk.tickValueMicros());
    }

    private Verdict refuse(OrderView order, long value, long equity) {
      long actual = Ratio.roundedUp(value, equity, WHOLE);
      return refuse(
          Reason.RISK_LIMIT,
          order,
          actual,
          "could become " + Millionths.text(actual) + " % with all working orders");
    }

    private Verdict refuse(Reason reason, OrderView order, long actual, String why) {
      return new Verdict.Refuse(
          reason,
          limit,
          actual,
          "position of "
              + order.account()
              + " in "
              + order.instrument().symbol()
              + " must be at most "
              + Millionths.text(limit)
              + " % of equity, "
              + why
              + " (concentration; limit and actual in millionths of a percent)");
    }
  }
}
