package trading.client.cli;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import trading.api.Signal;
import trading.client.Metrics;
import trading.client.TradingClient;
import trading.portfolio.PortfolioSummary;
import trading.strategies.StrategyStatus;
import trading.strategies.TimedSignal;

/// The parts of a status in words, a few words each.
final class StatusTexts {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final double MILLIONTHS = 1_000_000;

  private StatusTexts() {}

  static String marketData(Metrics.MarketDataAge age) {
    return String.format(
        Locale.ROOT,
        "%d quotes (%.0f/s, oldest %s)",
        age.updates(),
        age.updatesPerSecond(),
        duration(age.oldestNanos()));
  }

  static String orders(Metrics.Orders orders) {
    return String.format(
        Locale.ROOT,
        "orders %d accepted, %d refused%s, %d fills",
        orders.accepted(),
        orders.refused(),
        orders.refused() == 0 ? "" : " " + orders.refusedByCode(),
        orders.fills());
  }

  /// {@return equity and profit of all accounts together, per currency}
  static String money(TradingClient client) {
    List<PortfolioSummary> all =
        client.accounts().stream()
            .flatMap(account -> client.portfolioSummary(account).stream())
            .toList();
    List<String> texts =
        all.stream()
            .map(PortfolioSummary::currency)
            .distinct()
            .sorted()
            .map(currency -> money(currency, all))
            .toList();
    return texts.isEmpty() ? "no money" : String.join(", ", texts);
  }

  /// Sums have no bound: many large accounts may exceed a `long` together.
  private static String money(String currency, List<PortfolioSummary> all) {
    BigInteger equity = BigInteger.ZERO;
    BigInteger profit = BigInteger.ZERO;
    for (PortfolioSummary each : all) {
      if (each.currency().equals(currency)) {
        equity = equity.add(BigInteger.valueOf(each.equityMicros()));
        profit = profit.add(BigInteger.valueOf(each.totalProfitMicros()));
      }
    }
    return "equity "
        + Texts.money(equity)
        + " "
        + currency
        + ", P&L "
        + (profit.signum() > 0 ? "+" : "")
        + Texts.money(profit);
  }

  /// {@return how many positions are held, in all accounts}
  static String positions(List<Metrics.PositionProfit> profits) {
    long held = profits.stream().filter(profit -> profit.netLots() != 0).count();
    return held + (held == 1 ? " position" : " positions");
  }

  /// {@return the limit of which most is used}
  static String risk(List<Metrics.RiskUse> uses) {
    return uses.stream()
        .max(Comparator.comparingLong(Metrics.RiskUse::useMillionths))
        .map(StatusTexts::risk)
        .orElse("risk not limited");
  }

  private static String risk(Metrics.RiskUse use) {
    return "risk "
        + percent(use.useMillionths())
        + " of "
        + use.rule()
        + " ("
        + use.account()
        + (use.symbol().isEmpty() ? "" : " " + use.symbol())
        + ")";
  }

  static String percent(long millionths) {
    return millionths == Long.MAX_VALUE
        ? "beyond measure"
        : String.format(Locale.ROOT, "%.1f %%", millionths / MILLIONTHS);
  }

  /// {@return how many signals there were, and the latest}
  static String signals(List<StrategyStatus> strategies) {
    long count = strategies.stream().mapToLong(status -> status.activity().signals()).sum();
    return count
        + (count == 1 ? " signal" : " signals")
        + strategies.stream()
            .filter(status -> !status.activity().lastSignals().isEmpty())
            .max(Comparator.comparingLong(status -> last(status).atNanos()))
            .map(status -> ", " + status.id() + " " + lastSignal(status))
            .orElse("");
  }

  /// {@return what a strategy saw last; `-` when it saw nothing yet}
  static String lastSignal(StrategyStatus status) {
    return status.activity().lastSignals().isEmpty() ? "-" : signal(last(status).signal());
  }

  private static TimedSignal last(StrategyStatus status) {
    return status.activity().lastSignals().getLast();
  }

  private static String signal(Signal signal) {
    return String.format(
        Locale.ROOT,
        "%s %s (%.2f)",
        signal.side(),
        signal.instrument().symbol(),
        signal.confidence());
  }

  static String latency(Metrics.Latency latency) {
    return latency.count() == 0
        ? "no order timed"
        : "order p50 " + duration(latency.p50Nanos()) + " p99 " + duration(latency.p99Nanos());
  }

  /// {@return a time in the unit that people would choose}
  static String duration(long nanos) {
    if (nanos < NANOS_PER_MICRO) {
      return nanos + " ns";
    }
    return nanos < NANOS_PER_MILLI
        ? String.format(Locale.ROOT, "%.1f µs", nanos / NANOS_PER_MICRO)
        : String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
  }
}
