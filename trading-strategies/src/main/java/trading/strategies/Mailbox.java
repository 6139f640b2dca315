package trading.strategies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What waits for one strategy's thread, in the order of time; any thread puts, that one takes.
///
/// A quote that nobody saw yet gives way to the next one of its instrument, which waits at the end.
/// Bars stay. The lock is never held while a strategy runs: who puts waits for no strategy.
final class Mailbox {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// Quotes by symbol, bars by an object that is nobody else's.
  private final Map<Object, Waiting> waiting = new LinkedHashMap<>();

  private long conflatedQuotes;
  private boolean ordersChanged;
  private boolean closed;

  /// @param sinceNanos when it came; for a quote, when the first one came that nobody saw
  private record Waiting(Delivery delivery, long sinceNanos) {}

  Mailbox(int capacity) {
    this.capacity = capacity;
  }

  /// {@return false when it is full; once closed it forgets everything, and is never full}
  boolean put(QuoteCopy quote, long nowNanos) {
    lock.lock();
    try {
      String symbol = quote.instrument().symbol();
      Waiting unseen = waiting.remove(symbol);
      if (unseen == null) {
        return put(symbol, new Waiting(quote, nowNanos));
      }
      conflatedQuotes++;
      QuoteCopy latest = quote.insteadOf((QuoteCopy) unseen.delivery());
      return put(symbol, new Waiting(latest, unseen.sinceNanos()));
    } finally {
      lock.unlock();
    }
  }

  /// {@return false when it is full; once closed it forgets everything, and is never full}
  boolean put(BarCopy bar, long nowNanos) {
    lock.lock();
    try {
      return put(new Object(), new Waiting(bar, nowNanos));
    } finally {
      lock.unlock();
    }
  }

  /// Says that the host has mail about orders.
  void ordersChanged() {
    lock.lock();
    try {
      ordersChanged = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// {@return what comes next, waiting for it; null once closed}
  @Nullable Delivery take() {
    lock.lock();
    try {
      while (!closed && !ordersChanged && waiting.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      if (closed) {
        return null;
      }
      // A host reads its mail before it shows a quote or bar.
      ordersChanged = false;
      return pollFirst();
    } finally {
      lock.unlock();
    }
  }

  /// Drops what waits, and lets the taker go.
  void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// {@return what waits}
  ///
  /// @param unread how many changes of orders wait elsewhere
  StrategyStatus.Backlog backlog(int unread, long nowNanos) {
    lock.lock();
    try {
      if (closed) {
        return new StrategyStatus.Backlog(0, conflatedQuotes, 0);
      }
      long lagNanos =
          waiting.values().stream().mapToLong(each -> nowNanos - each.sinceNanos()).max().orElse(0);
      return new StrategyStatus.Backlog(
          waiting.size() + unread, conflatedQuotes, Math.max(0, lagNanos));
    } finally {
      lock.unlock();
    }
  }

  private boolean put(Object key, Waiting newest) {
    if (closed) {
      return true;
    }
    if (waiting.size() == capacity) {
      return false;
    }
    waiting.put(key, newest);
    changed.signal();
    return true;
  }

  private Delivery pollFirst() {
    if (waiting.isEmpty()) {
      return StrategyHost::drain;
    }
    Object first = waiting.keySet().iterator().next();
    return Objects.requireNonNull(waiting.remove(first)).delivery();
  }
}
