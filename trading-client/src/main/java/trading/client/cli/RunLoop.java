package trading.client.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import trading.client.TradingClient;

/// Shows and records how a running client does, until it is to stop.
final class RunLoop {
  private final TradingClient client;
  private final Status status;
  private final Recording recording;
  private final long everyNanos;

  RunLoop(TradingClient client, Status status, Recording recording, Duration every) {
    this.client = client;
    this.status = status;
    this.recording = recording;
    this.everyNanos = every.toNanos();
  }

  /// Runs until the time is over, somebody asks to stop, nobody reads the output any more, or the
  /// market has failed.
  ///
  /// @param limit the time, if it is limited
  /// @return false after a failure of the market
  boolean run(Optional<Duration> limit, StopSignal stop, PrintWriter out) {
    long start = System.nanoTime();
    long endNanos = limit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    long showNanos = everyNanos;
    long recordNanos = recording.isWanted() ? recording.interval().toNanos() : Long.MAX_VALUE;
    long now = 0;
    while (now < endNanos
        && !stop.await(Math.min(endNanos, Math.min(showNanos, recordNanos)) - now)
        && !out.checkError()) {
      if (client.failure().isPresent()) {
        return false;
      }
      now = System.nanoTime() - start;
      if (now >= recordNanos) {
        recording.record(client);
        recordNanos = next(recordNanos, recording.interval().toNanos(), now);
      }
      if (now >= showNanos) {
        status.show(client.metrics());
        showNanos = next(showNanos, everyNanos, now);
      }
    }
    return true;
  }

  /// {@return the next moment of a cadence; those that a stall made late are left out}
  private static long next(long due, long interval, long now) {
    return due + interval * Math.max(1, Math.ceilDiv(now + 1 - due, interval));
  }
}
