package trading.client;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Clock;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.FeeModel;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.core.EventDigest;
import trading.core.Matching;
import trading.portfolio.AverageCostLedger;
import trading.portfolio.Portfolio;
import trading.portfolio.PortfolioConfig;
import trading.portfolio.PortfolioSummary;
import trading.risk.RiskConfig;
import trading.risk.RiskSummary;
import trading.risk.RuleGate;

/// One engine with its books, gate, portfolio and digest: what every setting has in common.
final class Assembly {
  private static final long MAX_CASH_MICROS = 1L << 62;

  private final RuleGate gate;
  private final Engine engine;
  private final Portfolio portfolio;
  private final EventDigest digest = new EventDigest();
  private final OrderOutcomes outcomes = new OrderOutcomes();

  /// How a setting differs from the others.
  ///
  /// @param matching what an order does that finds no market
  /// @param zone the time zone of the trading day
  /// @param sessionStart the time of day at which a trading day begins
  /// @param fees what a fill costs
  /// @param risk which risk rules run
  /// @param portfolio how much of the past is kept
  record Setting(
      Matching matching,
      ZoneId zone,
      LocalTime sessionStart,
      FeeModel fees,
      RiskConfig risk,
      PortfolioConfig portfolio) {}

  /// Opens everything; nothing is listed, no account is open.
  ///
  /// @throws BadInputException when a risk rule is unknown or its settings are refused
  Assembly(Clock clock, PluginCatalog plugins, Setting setting) {
    gate = RuleGate.open(plugins.ruleProviders(), setting.risk());
    engine =
        Engine.open(
            EngineConfig.of(AverageCostLedger.create(), gate, clock)
                .with(setting.matching(), setting.zone())
                .startingAt(setting.sessionStart())
                .with(setting.fees()));
    portfolio = new Portfolio(setting.portfolio());
    engine.addListener(digest);
    engine.addListener(portfolio);
    engine.addListener(outcomes);
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

  /// {@return what the gate knows of every account, all of one moment}
  List<RiskSummary> riskSummaries() {
    List<String> accounts = portfolio.accounts();
    return engine.read(
        ledger -> accounts.stream().map(account -> gate.summary(account, ledger)).toList());
  }

  /// Cancels what is still open of an account.
  void cancelOpenOrders(String account) {
    engine.cancelOrders(CancelScope.ofAccount(account));
  }

  /// {@return the summary of an account in one currency in which it has money}
  PortfolioSummary portfolioSummary(String account, String currency) {
    return portfolio.summary(account).stream()
        .filter(summary -> summary.currency().equals(currency))
        .findFirst()
        .orElseThrow();
  }
}
