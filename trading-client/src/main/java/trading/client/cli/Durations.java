package trading.client.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a duration as people write it: `30s`, `1.5s`, `5m`, `1h30m`.
final class Durations implements ITypeConverter<Duration> {
  private static final Duration LONGEST = Duration.ofDays(365);

  @Override
  public Duration convert(String text) {
    try {
      Duration duration = Duration.parse("PT" + text);
      if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw new TypeConversionException(
        "a duration must be like 30s, 1.5s, 5m or 1h30m, more than 0 and at most 8760h, was \""
            + text
            + "\"");
  }
}
