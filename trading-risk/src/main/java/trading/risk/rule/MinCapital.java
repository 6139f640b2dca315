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

/// Stops an account with too little equity from taking on more.
///
/// Feed: the ledger's equity. Formula: equity in the currency of the ordered instrument; at least
/// `limit`. An order that can only reduce the position always passes. Known from the minimum equity
/// of margin accounts, FINRA rule 4210(b).
public final class MinCapital implements RiskRuleProvider {
  private static final Parameter.Decimal LIMIT =
      Parameter.Decimal.of(
          "limit",
          "1000",
          "0.000001",
          "1000000000000",
          "smallest equity, in money of the instrument's currency");

  /// Creates the provider.
  public MinCapital() {}

  @Override
  public String id() {
    return "min_capital";
  }

  @Override
  public String doc() {
    return "Refuses orders that do not just reduce a position, while equity is below an amount.";
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
      long equity = risk.equityMicros();
      return equity < limitMicros ? refuse(order, equity) : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.CURRENCY;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      return Optional.of(Usage.atLeast(Usage.Unit.MONEY, limitMicros, risk.equityMicros()));
    }

    private Verdict refuse(OrderView order, long equity) {
      String currency = order.instrument().currency();
      return new Verdict.Refuse(
          limitMicros,
          equity,
          "equity of "
              + order.account()
              + " must be at least "
              + Millionths.text(limitMicros)
              + " "
              + currency
              + ", was "
              + Millionths.text(equity)
              + " "
              + currency
              + " (min_capital; limit and actual in micros)");
    }
  }
}
