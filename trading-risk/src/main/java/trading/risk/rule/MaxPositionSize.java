package trading.risk.rule;

import java.util.List;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
import trading.api.spi.Usage;
import trading.api.spi.Verdict;

/// Limits the position in one instrument, working orders included.
///
/// Feed: the ledger's position; the lots of working orders, counted from events. Formula, in lots:
/// for a buy net + working buys + lots, for a sell −(net − working sells − lots); at most `limit`.
/// An order that can only reduce the position always passes: this is then 0 or less. Of reduce-only
/// orders, the ordered one with those that work beside it, no more counts than there is to close.
/// Known from the position limits of exchanges and of FIA's best practices for automated trading
/// ("maximum intraday position").
public final class MaxPositionSize implements RiskRuleProvider {
  private static final Parameter.Whole LIMIT =
      new Parameter.Whole(
          "limit", 10_000, 0, Instrument.MAX_LOTS, "largest position in an instrument, in lots");

  /// Creates the provider.
  public MaxPositionSize() {}

  @Override
  public String id() {
    return "max_position_size";
  }

  @Override
  public String doc() {
    return "Refuses orders that could take a position beyond a number of lots.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LIMIT);
  }

  @Override
  public RiskRule create(Settings settings) {
    return new Rule(settings.read(LIMIT));
  }

  private record Rule(long limitLots) implements RiskRule {

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      long after = Exposure.lotsAfter(order, risk);
      return after > limitLots ? refuse(order, after) : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.INSTRUMENT;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      return Optional.of(Usage.atMost(Usage.Unit.LOTS, limitLots, Exposure.lots(risk)));
    }

    private Verdict refuse(OrderView order, long after) {
      return new Verdict.Refuse(
          limitLots,
          after,
          "position of "
              + order.account()
              + " in "
              + order.instrument().symbol()
              + " must be at most "
              + limitLots
              + " lots, could become "
              + after
              + " with all working orders (max_position_size)");
    }
  }
}
