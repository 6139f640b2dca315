package trading.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.marketdata.FeedPace;
import trading.risk.RiskAlert;
import trading.risk.RiskMonitor;
import trading.risk.Violation;

/// Looks at a session once a second, off the way of orders: risk, and the log of orders.
///
/// One thread at a time looks; any thread reads.
final class SessionWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
  private static final long INTERVAL_NANOS = 1_000_000_000L;
  private static final int ALERTS_KEPT = 1_000;

  private final Assembly assembly;
  private final OrderLog log;
  private final Supplier<Optional<FeedPace>> pace;
  private final RiskMonitor monitor = RiskMonitor.create();
  private final Deque<RiskAlert> alerts = new ArrayDeque<>();
  private long dueNanos = Long.MIN_VALUE;
  private long dropped;

  /// Creates a watch.
  ///
  /// @param pace how well the feed keeps its pace, in real time
  SessionWatch(Assembly assembly, OrderLog log, Supplier<Optional<FeedPace>> pace) {
    this.assembly = assembly;
    this.log = log;
    this.pace = pace;
    monitor.addListener(this::keep);
  }

  /// {@return whether a second has passed since the last look}
  boolean isDue(long nowNanos) {
    return nowNanos >= dueNanos;
  }

  void look(long nowNanos) {
    dueNanos = nowNanos + INTERVAL_NANOS;
    log.write();
    pace.get().ifPresent(this::tellWhatWasDropped);
    monitor.check(nowNanos, assembly.riskSummaries());
  }

  /// {@return the last alerts, newest first}
  List<RiskAlert> alerts() {
    synchronized (alerts) {
      return List.copyOf(alerts);
    }
  }

  /// {@return limits that are broken now, as far as was seen}
  List<Violation> openViolations() {
    return monitor.openViolations();
  }

  private void tellWhatWasDropped(FeedPace now) {
    if (now.dropped() > dropped) {
      LOG.warn("the machine stalled: {} moments of quotes were dropped", now.dropped() - dropped);
      dropped = now.dropped();
    }
  }

  private void keep(RiskAlert alert) {
    if (FlightRecorder.isInitialized()) {
      record(alert);
    }
    synchronized (alerts) {
      alerts.addFirst(alert);
      if (alerts.size() > ALERTS_KEPT) {
        alerts.removeLast();
      }
    }
  }

  private static void record(RiskAlert alert) {
    RiskAlertEvent flight = new RiskAlertEvent();
    if (flight.shouldCommit()) {
      flight.fill(alert);
      flight.commit();
    }
  }
}
