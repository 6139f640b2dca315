package trading.core;

import trading.api.Clock;

/// A clock that stands where a test puts it.
final class FakeClock implements Clock {
  private volatile long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  void set(long newNanos) {
    nanos = newNanos;
  }
}
