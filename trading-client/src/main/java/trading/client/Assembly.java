package trading.client;

import java.time.ZoneId;
import java.util.Map;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.FeeModel;
import trading.api.spi.Strategy;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.core.EventDigest;
import trading.core.Matching;
import trading.portfolio.AverageCostLedger;
import trading.portfolio.Portfolio;
import trading.portfolio.PortfolioSummary;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;
import trading.strategies.StrategyHost;

/// One engine with its books, gate, portfolio, strategies and digest: what every setting has in
/// common.
final class Assembly {
  private static final long MAX_CASH_MICROS = 1L << 62;

  private final VirtualClock clock;
  private final PluginCatalog plugins;
  private final RuleGate gate;
  private final Engine engine;
  private final Portfolio portfolio = new Portfolio();
  private final EventDigest digest = new EventDigest();
  private final OrderOutcomes outcomes = new OrderOutcomes();
  private final StrategyHost host;

  /// How a setting differs from the others.
  ///
  /// @param matching what an order does that finds no market
  /// @param zone the time zone of the trading day
  /// @param fees what a fill costs
  /// @param risk which risk rules run
  record Setting(Matching matching, ZoneId zone, FeeModel fees, RiskConfig risk) {}

  /// Opens everything; nothing is listed, no account is open.
  ///
  /// @throws BadInputException when a risk rule is unknown or its settings are refused
  Assembly(VirtualClock clock, PluginCatalog plugins, Setting setting) {
    this.clock = clock;
    this.plugins = plugins;
    gate = RuleGate.open(plugins.ruleProviders(), setting.risk());
    engine =
        Engine.open(
            EngineConfig.of(AverageCostLedger.create(), gate, clock)
                .with(setting.matching(), setting.zone())
                .with(setting.fees()));
    host = StrategyHost.inline(new ReportingDoor(engine), engine);
    engine.addListener(digest);
    engine.addListener(portfolio);
    engine.addListener(outcomes);
    engine.addListener(host);
  }

  VirtualClock clock() {
    return clock;
  }

  RuleGate gate() {
    return gate;
  }

  Engine engine() {
    return engine;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  OrderOutcomes outcomes() {
    return outcomes;
  }

  EventDigest digest() {
    return digest;
  }

  StrategyHost host() {
    return host;
  }

  PluginCatalog plugins() {
    return plugins;
  }

  /// Opens an account with money in one currency; all or nothing.
  ///
  /// @throws BadInputException when a name is malformed or taken, or the money is not positive or
  ///   too much
  void openAccount(String account, String currency, long cashMicros) {
    Instrument.requireCurrency(currency);
    if (cashMicros < 1 || cashMicros >= MAX_CASH_MICROS) {
      throw new BadInputException(
          Reason.BAD_AMOUNT,
          "first money of " + account + " must be 1..2^62 - 1 micros, was " + cashMicros);
    }
    engine.openAccount(account);
    engine.moveCash(account, currency, cashMicros);
  }

  /// {@return the summary of an account in one currency in which it has money}
  PortfolioSummary portfolioSummary(String account, String currency) {
    return portfolio.summary(account).stream()
        .filter(summary -> summary.currency().equals(currency))
        .findFirst()
        .orElseThrow();
  }

  /// Starts a strategy on an account that is open.
  void startStrategy(String id, Map<String, String> settings, String account) {
    Strategy strategy = plugins.strategy(id, settings);
    host.attach(id, strategy, account);
  }
}
