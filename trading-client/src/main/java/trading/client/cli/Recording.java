package trading.client.cli;

import java.time.Duration;
import java.util.Optional;
import trading.client.TradingClient;
import trading.client.TradingConfig;

/// The file of metrics of a run, if one is wanted, and when its next line is due.
final class Recording implements AutoCloseable {
  private final Optional<MetricsFile> file;
  private final Duration interval;

  private Recording(Optional<MetricsFile> file, Duration interval) {
    this.file = file;
    this.interval = interval;
  }

  /// {@return what a configuration wants to be recorded}
  ///
  /// @throws trading.api.BadInputException when the file cannot be written
  static Recording of(TradingConfig config) {
    return new Recording(config.metricsFile().map(MetricsFile::create), config.metricsInterval());
  }

  boolean isWanted() {
    return file.isPresent();
  }

  Duration interval() {
    return interval;
  }

  void record(TradingClient client) {
    file.ifPresent(lines -> lines.append(client.metrics()));
  }

  @Override
  public void close() {
    file.ifPresent(MetricsFile::close);
  }
}
