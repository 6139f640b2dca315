package trading.client;

import trading.api.Clock;

/// Time that stands still until somebody moves it.
final class VirtualClock implements Clock {
  private volatile long nanos;

  VirtualClock(long startNanos) {
    nanos = startNanos;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  void set(long newNanos) {
    nanos = newNanos;
  }
}
