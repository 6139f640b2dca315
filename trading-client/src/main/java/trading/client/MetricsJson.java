package trading.client;

import trading.client.json.Json;

/// Metrics for machines: one JSON object, its keys the names of the records' components.
public final class MetricsJson {

  private MetricsJson() {}

  /// {@return the metrics as JSON in one line, without a line's end}
  ///
  /// Times are nanoseconds, money is micros of its currency, use of limits is in millionths of a
  /// percent.
  ///
  /// @param metrics the metrics
  public static String line(Metrics metrics) {
    return Json.MAPPER.writeValueAsString(metrics);
  }
}
