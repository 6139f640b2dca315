package trading.risk.rule;

import java.math.BigInteger;
import java.util.List;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
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
      long mark = risk.markTicks();
      if (mark <= 0) {
        return refuse(Reason.NO_PRICE, order, 0, "but the instrument has no price");
      }
      long equity = risk.equityMicros();
      if (equity <= 0) {
        return refuse(Reason.RISK_LIMIT, order, 0, "which is " + Millionths.text(equity));
      }
      long value = Math.multiplyExact(Math.multiplyExact(after, mark), risk.tickValueMicros());
      return exceeds(value, equity) ? refuse(order, value, equity) : Verdict.Pass.PASS;
    }

    /// {@return whether value ÷ equity > limit}, by comparing value × WHOLE and limit × equity in
    /// 128 bits.
    private boolean exceeds(long value, long equity) {
      long left = Math.multiplyHigh(value, WHOLE);
      long right = Math.multiplyHigh(limit, equity);
      return left != right ? left > right : Long.compareUnsigned(value * WHOLE, limit * equity) > 0;
    }

    private Verdict refuse(OrderView order, long value, long equity) {
      BigInteger[] share =
          BigInteger.valueOf(value)
              .multiply(BigInteger.valueOf(WHOLE))
              .divideAndRemainder(BigInteger.valueOf(equity));
      BigInteger roundedUp = share[0].add(BigInteger.valueOf(share[1].signum()));
      long actual = roundedUp.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
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
