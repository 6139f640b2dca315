package trading.strategies;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after strategies every so often, on a thread of its own.
final class Watchdog {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadedStrategies.class);

  private final Runnable check;
  private final long intervalNanos;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("strategy-watchdog").unstarted(this::run);
  private volatile boolean stopped;

  Watchdog(Runnable check, Duration interval) {
    this.check = check;
    this.intervalNanos = interval.toNanos();
  }

  void start() {
    thread.start();
  }

  /// Lets it look at once.
  void wake() {
    LockSupport.unpark(thread);
  }

  void stop() {
    stopped = true;
    wake();
  }

  private void run() {
    while (!stopped) {
      LockSupport.parkNanos(this, intervalNanos);
      try {
        check.run();
      } catch (Throwable e) {
        LOG.error("strategies could not be looked after", e);
      }
    }
  }
}
