package trading.client.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.Metrics;
import trading.client.MetricsJson;

/// A file of one JSON object per line: the metrics of one moment each.
///
/// A file that is there already is replaced. Each line is on its way to the disk when it is
/// written, so that others can follow the file.
final class MetricsFile implements AutoCloseable {
  private final BufferedWriter out;

  private MetricsFile(BufferedWriter out) {
    this.out = out;
  }

  /// {@return a new, empty file}
  ///
  /// @throws BadInputException when it cannot be written (`BAD_SETTING`)
  static MetricsFile create(Path file) {
    try {
      return new MetricsFile(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new BadInputException(
          Reason.BAD_SETTING, "metrics file " + file + " cannot be written: " + e, e);
    }
  }

  void append(Metrics metrics) {
    try {
      out.write(MetricsJson.line(metrics));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the metrics file cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the metrics file cannot be closed", e);
    }
  }
}
