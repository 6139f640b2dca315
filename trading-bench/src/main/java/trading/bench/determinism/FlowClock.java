package trading.bench.determinism;

import trading.api.Clock;

/// Virtual time, which the commands themselves move.
final class FlowClock implements Clock {
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  void set(long newNanos) {
    nanos = newNanos;
  }
}
