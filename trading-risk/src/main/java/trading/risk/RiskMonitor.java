package trading.risk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches how much of their limits accounts use; tells and logs what rises and falls.
///
/// Whoever owns the time calls [#check] with fresh summaries, as often as wanted; there is no
/// thread of its own. Of each limit of each account, by currency or instrument where it holds for
/// one:
///
/// - from 80 % on a `WARNING` is told, from 95 % on a `CRITICAL`, above 100 % a `VIOLATED`; each
///   once, and only the highest when several are reached at once;
/// - a level is left when the use has fallen to 78, 93 or 98 %, two points below where it began, so
///   that a value on the edge does not tell over and over;
/// - `RESOLVED` is told when a violation ends so, or when the use leaves the lowest level, once
///   after what was told before;
/// - a limit that a summary does not name any more, such as that of a closed position, counts as
///   unused; accounts that are not given stay as they were.
///
/// A violation is open from its `VIOLATED` to its `RESOLVED`. Every alert is one WARN line in the
/// log. All methods may be called on any thread; listeners run on that of [#check].
public final class RiskMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(RiskMonitor.class);
  private static final int DEFAULT_HISTORY = 1_000;

  private final int historySize;
  private final List<Consumer<RiskAlert>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Map<Place, Watch>> watches = new TreeMap<>();
  private final Deque<Violation> history = new ArrayDeque<>();

  private RiskMonitor(int historySize) {
    this.historySize = historySize;
  }

  /// What a limit holds for.
  private record Place(String rule, String currency, String symbol) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::rule)
            .thenComparing(Place::currency)
            .thenComparing(Place::symbol);

    static Place of(LimitUse use) {
      return new Place(use.rule(), use.currency(), use.symbol());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /// {@return a monitor that keeps the last 1,000 violations that ended}
  public static RiskMonitor create() {
    return keeping(DEFAULT_HISTORY);
  }

  /// {@return a monitor}
  ///
  /// @param violations how many of those that ended are kept, 0 or more
  public static RiskMonitor keeping(int violations) {
    if (violations < 0) {
      throw new IllegalArgumentException("violations to keep must be 0 or more, was " + violations);
    }
    return new RiskMonitor(violations);
  }

  /// Adds a listener; one that throws is logged and told the next alert all the same.
  ///
  /// @param listener whom to tell
  public void addListener(Consumer<RiskAlert> listener) {
    listeners.add(listener);
  }

  /// Compares with what was seen last; logs and tells what has changed.
  ///
  /// @param nowNanos the time, for alerts and violations
  /// @param summaries one for each account to look at
  /// @return what was told, in the order of the summaries and of their uses
  public List<RiskAlert> check(long nowNanos, Collection<RiskSummary> summaries) {
    List<RiskAlert> alerts = new ArrayList<>();
    synchronized (this) {
      summaries.forEach(summary -> look(nowNanos, summary, alerts));
    }
    alerts.forEach(this::tell);
    return Collections.unmodifiableList(alerts);
  }

  /// {@return the violations that are open, by account, then by rule}
  public synchronized List<Violation> openViolations() {
    return watches.values().stream()
        .flatMap(ofAccount -> ofAccount.values().stream())
        .flatMap(watch -> watch.open().stream())
        .toList();
  }

  /// {@return the violations that ended, the last one first}
  public synchronized List<Violation> history() {
    return List.copyOf(history);
  }

  private void look(long nowNanos, RiskSummary summary, List<RiskAlert> alerts) {
    String account = summary.account();
    Map<Place, Watch> known = watches.computeIfAbsent(account, _ -> new TreeMap<>());
    Map<Place, Watch> seen = new TreeMap<>();
    for (LimitUse use : summary.uses()) {
      Place place = Place.of(use);
      Watch watch =
          Optional.ofNullable(known.remove(place)).orElseGet(() -> new Watch(account, use));
      seen.put(place, watch);
      look(nowNanos, watch, account, use, alerts);
    }
    known.values().forEach(gone -> look(nowNanos, gone, account, gone.unused(), alerts));
    watches.put(account, seen);
  }

  private void look(
      long nowNanos, Watch watch, String account, LimitUse use, List<RiskAlert> alerts) {
    watch
        .look(use, nowNanos)
        .ifPresent(level -> alerts.add(new RiskAlert(account, level, use, nowNanos)));
    watch.close(nowNanos).ifPresent(this::keep);
  }

  private void keep(Violation closed) {
    history.addFirst(closed);
    while (history.size() > historySize) {
      history.removeLast();
    }
  }

  private void tell(RiskAlert alert) {
    LOG.warn("{}", alert.sentence());
    for (Consumer<RiskAlert> listener : listeners) {
      try {
        listener.accept(alert);
      } catch (Throwable thrown) {
        Failures.rethrowIfFatal(thrown);
        LOG.error("a listener of risk alerts failed", thrown);
      }
    }
  }
}
