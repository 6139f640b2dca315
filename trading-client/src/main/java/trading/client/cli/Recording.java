package trading.client.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import trading.client.TradingClient;
import trading.client.TradingConfig;

/// The file of metrics of a run, if one is wanted, and the time between its lines.
///
/// A file that cannot be written any more is told once and given up: trading goes on without it.
final class Recording implements AutoCloseable {
  private final PrintWriter err;
  private final Duration interval;
  private Optional<MetricsFile> file;
  private boolean whole = true;

  private Recording(Optional<MetricsFile> file, Duration interval, PrintWriter err) {
    this.file = file;
    this.interval = interval;
    this.err = err;
  }

  /// {@return what a configuration wants to be recorded}
  ///
  /// @param err where a failure is told
  /// @throws trading.api.BadInputException when the file cannot be written
  static Recording of(TradingConfig config, PrintWriter err) {
    return new Recording(
        config.metricsFile().map(MetricsFile::create), config.metricsInterval(), err);
  }

  boolean isWanted() {
    return file.isPresent();
  }

  /// {@return whether nothing is missing in the file}
  boolean isWhole() {
    return whole;
  }

  Duration interval() {
    return interval;
  }

  void record(TradingClient client) {
    try {
      file.ifPresent(lines -> lines.append(client.metrics()));
    } catch (UncheckedIOException e) {
      whole = false;
      err.println("trading: " + e.getMessage() + ", no more metrics: " + e.getCause());
      file = Optional.empty();
    }
  }

  @Override
  public void close() {
    file.ifPresent(MetricsFile::close);
  }
}
