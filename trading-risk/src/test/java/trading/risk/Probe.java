package trading.risk;

import java.util.List;
import java.util.Map;
import trading.api.Side;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskView;
import trading.api.spi.Verdict;

/// A rule that passes everything and keeps what it was shown last.
final class Probe implements RiskRule {
  private Seen seen = new Seen(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// What a rule sees.
  record Seen(
      long net,
      long workingBuy,
      long workingSell,
      long reducingBuy,
      long reducingSell,
      long mark,
      long cash,
      long equity,
      long peak,
      long gross,
      long dayProfit,
      long orders) {}

  /// {@return a gate with this rule alone}
  RuleGate gate() {
    return RuleGate.open(
        List.of(new FakeRule("probe", this)), RiskConfig.none().withRule("probe", Map.of()));
  }

  Seen seen() {
    return seen;
  }

  @Override
  public Verdict check(OrderView order, RiskView risk) {
    seen =
        new Seen(
            risk.netLots(),
            risk.workingBuyLots(),
            risk.workingSellLots(),
            risk.workingReduceOnlyLots(Side.BUY),
            risk.workingReduceOnlyLots(Side.SELL),
            risk.markTicks(),
            risk.cashMicros(),
            risk.equityMicros(),
            risk.peakEquityMicros(),
            risk.grossExposureMicros(),
            risk.dayProfitMicros(),
            risk.ordersToday());
    return Verdict.Pass.PASS;
  }
}
