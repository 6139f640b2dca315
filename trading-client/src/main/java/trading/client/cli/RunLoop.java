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
  /// @return the exit code: 1 after a failure of the market, else 0
  int run(Optional<Duration> limit, StopSignal stop, PrintWriter out) {
    long start = System.nanoTime();
    long lastNanos = limit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    long shown = everyNanos;
    long recorded = recording.isWanted() ? recording.interval().toNanos() : Long.MAX_VALUE;
    long due = Math.min(lastNanos, Math.min(shown, recorded));
    while (!stop.await(due - (System.nanoTime() - start)) && !out.checkError()) {
      if (client.failure().isPresent()) {
        return Main.FAILED;
      }
      if (due >= recorded) {
        recording.record(client);
        recorded += recording.interval().toNanos();
      }
      if (due >= shown) {
        status.show(client.metrics());
        shown += everyNanos;
      }
      if (due >= lastNanos) {
        break;
      }
      due = Math.min(lastNanos, Math.min(shown, recorded));
    }
    return 0;
  }
}
