package trading.bench.determinism;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import trading.api.spi.EventListener;
import trading.core.BasisPointFees;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.core.Matching;
import trading.portfolio.AverageCostLedger;
import trading.portfolio.Performance;
import trading.portfolio.Portfolio;
import trading.portfolio.PortfolioConfig;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// An engine with the books, the rules and the portfolio of the real system, and who trades there.
final class Floor {
  private static final int KEPT = 1_000;
  private static final LocalTime SESSION_START = LocalTime.of(9, 15);
  private static final String ORDERS_RULE = "max_orders_per_day";

  final Engine engine;
  final Portfolio portfolio = new Portfolio(PortfolioConfig.defaults().withKept(KEPT));
  final CommandFlow flow;

  Floor(long seed, Matching matching, ZoneId zone, List<EventListener> listeners) {
    FlowClock clock = new FlowClock();
    RuleGate gate = RuleGate.open(BuiltInRules.providers(), limits());
    engine =
        Engine.open(
            EngineConfig.of(AverageCostLedger.create(), gate, clock)
                .with(matching, zone)
                .startingAt(SESSION_START)
                .with(new BasisPointFees(123)));
    engine.addListener(portfolio);
    listeners.forEach(engine::addListener);
    flow = new CommandFlow(seed, matching, engine, clock);
    flow.open();
  }

  /// Tight enough that every rule refuses now and then, wide enough that trading goes on.
  private static RiskConfig limits() {
    return RiskConfig.defaults()
        .withRule("concentration", Map.of("limit", "60"))
        .withRule("max_drawdown", Map.of("limit", "60"))
        .withRule(ORDERS_RULE, Map.of("limit", "1000000"))
        .withAccount("few_orders", ORDERS_RULE, Map.of("limit", "500"));
  }

  /// {@return everything that people read of the accounts, as text}
  String accounts() {
    StringBuilder text = new StringBuilder();
    for (String account : portfolio.accounts()) {
      text.append(account)
          .append(portfolio.positions(account))
          .append(portfolio.summary(account))
          .append(portfolio.transactions(account, KEPT));
      for (Performance each : portfolio.performance(account)) {
        text.append(each.currency()).append(each.periodsPerYear()).append(each.statistics().all());
      }
      CommandFlow.CURRENCIES.forEach(
          currency -> text.append(portfolio.roundTrips(account, currency)));
    }
    return text.toString();
  }
}
