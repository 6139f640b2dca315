package trading.marketdata;

import java.util.concurrent.locks.LockSupport;

/// The machine's monotonic clock.
enum SystemPaceClock implements PaceClock {
  INSTANCE;

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void parkUntil(long nanos) {
    LockSupport.parkNanos(this, nanos - System.nanoTime());
  }
}
