package trading.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import trading.api.Position;
import trading.marketdata.FeedPace;
import trading.marketdata.SymbolUpdates;
import trading.risk.LimitUse;
import trading.risk.RiskSummary;

/// Reads a session's metrics from where they are counted. Safe for several threads.
final class MetricsSource {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long SHORTEST_RATE_NANOS = 900_000_000;

  private final Session session;
  private final Assembly assembly;
  private long lastNanos;
  private long lastUpdates;
  private double updatesPerSecond;

  MetricsSource(Session session) {
    this.session = session;
    this.assembly = session.assembly();
    lastNanos = session.clock().nanos();
  }

  synchronized Metrics read() {
    long nowNanos = session.clock().nanos();
    Collection<String> accounts = assembly.portfolio().accounts();
    return new Metrics(
        nowNanos,
        orders(),
        session.meter().latency(),
        marketData(nowNanos),
        risk(),
        profit(accounts));
  }

  private Metrics.Orders orders() {
    Map<String, Long> refused = session.meter().refused();
    return new Metrics.Orders(
        session.meter().accepted(),
        assembly.outcomes().fills(),
        assembly.outcomes().canceled(),
        refused.values().stream().mapToLong(Long::longValue).sum(),
        refused);
  }

  private Metrics.MarketDataAge marketData(long nowNanos) {
    long updates = 0;
    long oldestNanos = 0;
    String oldestSymbol = "";
    for (SymbolUpdates each : session.hub().updates()) {
      updates += each.count();
      if (each.subscribed() && each.lastNanos().isPresent()) {
        // A quote may have come since the clock was read.
        long ageNanos = Math.max(0, nowNanos - each.lastNanos().getAsLong());
        if (oldestSymbol.isEmpty() || ageNanos > oldestNanos) {
          oldestNanos = ageNanos;
          oldestSymbol = each.symbol();
        }
      }
    }
    measureRate(nowNanos, updates);
    return new Metrics.MarketDataAge(
        updates,
        updatesPerSecond,
        oldestNanos,
        oldestSymbol,
        session.pace().map(FeedPace::dropped).orElse(0L),
        session.pace().map(FeedPace::maxLateNanos).orElse(0L));
  }

  /// Measures anew once enough time has passed: whoever asks soon again sees the rate of before.
  private void measureRate(long nowNanos, long updates) {
    long elapsedNanos = nowNanos - lastNanos;
    if (elapsedNanos >= SHORTEST_RATE_NANOS) {
      updatesPerSecond = (updates - lastUpdates) * NANOS_PER_SECOND / elapsedNanos;
      lastNanos = nowNanos;
      lastUpdates = updates;
    }
  }

  private List<Metrics.RiskUse> risk() {
    List<Metrics.RiskUse> uses = new ArrayList<>();
    for (RiskSummary summary : assembly.riskSummaries()) {
      for (LimitUse use : summary.uses()) {
        uses.add(
            new Metrics.RiskUse(
                summary.account(),
                use.rule(),
                use.symbol(),
                use.limit(),
                use.actual(),
                use.useMillionths()));
      }
    }
    return uses;
  }

  private List<Metrics.PositionProfit> profit(Collection<String> accounts) {
    List<Metrics.PositionProfit> profits = new ArrayList<>();
    for (String account : accounts) {
      for (Position position : assembly.portfolio().positions(account)) {
        profits.add(
            new Metrics.PositionProfit(
                account,
                position.instrument().symbol(),
                position.netLots(),
                position.realisedMicros(),
                position.unrealisedMicros()));
      }
    }
    return profits;
  }
}
