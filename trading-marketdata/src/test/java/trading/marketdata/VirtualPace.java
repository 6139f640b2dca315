package trading.marketdata;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Time that passes when somebody waits for it, up to an end; there it stands still.
final class VirtualPace implements PaceClock {
  private final AtomicLong nanos;
  private final long endNanos;
  private final CountDownLatch ended = new CountDownLatch(1);

  VirtualPace(long startNanos, long endNanos) {
    this.nanos = new AtomicLong(startNanos);
    this.endNanos = endNanos;
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public void parkUntil(long untilNanos) {
    if (untilNanos - endNanos < 0) {
      nanos.set(untilNanos);
    } else {
      nanos.set(endNanos);
      ended.countDown();
      LockSupport.park(this);
    }
  }

  /// Lets time pass while the caller does something.
  void pass(long moreNanos) {
    nanos.addAndGet(moreNanos);
  }

  /// Says that nobody will wait for the end any more.
  void end() {
    ended.countDown();
  }

  /// Blocks until a runner waits for what comes after the end.
  void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
