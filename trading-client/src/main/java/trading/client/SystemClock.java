package trading.client;

import java.time.Instant;
import trading.api.Clock;

/// The machine's time: wall time at its making, from there on monotonic.
///
/// A wall clock that is set back or forward later moves nothing here, so no order is stamped before
/// one that came earlier, and no day begins twice.
final class SystemClock implements Clock {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long epochNanos;
  private final long originNanos;

  SystemClock() {
    Instant now = Instant.now();
    originNanos = System.nanoTime();
    epochNanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  @Override
  public long nanos() {
    return epochNanos + (System.nanoTime() - originNanos);
  }
}
