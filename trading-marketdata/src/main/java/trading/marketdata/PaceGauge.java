package trading.marketdata;

import java.util.OptionalDouble;

/// Counts a runner's moments; the runner writes, any thread reads.
// Hot: written for every moment; allocates only when read.
final class PaceGauge {
  private static final int WINDOW = 64;
  private static final double NANOS_PER_SECOND = 1e9;

  private final long[] beginnings = new long[WINDOW];
  private long lastNanos;
  private long moments;
  private long dropped;
  private long lateNanos;
  private long maxLateNanos;

  PaceGauge(long startNanos) {
    this.lastNanos = startNanos;
  }

  synchronized void moment(long nowNanos, long newLateNanos) {
    beginnings[(int) (moments % WINDOW)] = nowNanos;
    moments++;
    lastNanos = nowNanos;
    lateNanos = newLateNanos;
    maxLateNanos = Math.max(maxLateNanos, newLateNanos);
  }

  synchronized void drop() {
    dropped++;
  }

  synchronized FeedPace read(FeedRunner.State state, long nowNanos) {
    long idle = nowNanos - lastNanos;
    return new FeedPace(state, moments, dropped, perSecond(), lateNanos, maxLateNanos, idle);
  }

  private OptionalDouble perSecond() {
    int kept = (int) Math.min(moments, WINDOW);
    long first = beginnings[(int) ((moments - kept) % WINDOW)];
    long span = lastNanos - first;
    return kept < 2 || span <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((kept - 1) * NANOS_PER_SECOND / span);
  }
}
