package trading.client.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How values look in JSON: money and prices as plain decimals, times with their zone's offset.
public final class Json {
  /// Writes decimals as people do, without an exponent.
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MICRO_SCALE = 6;

  private Json() {}

  /// {@return a tree as text, the same bytes on every platform}
  ///
  /// @param tree the tree
  public static String render(JsonNode tree) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return MAPPER.writer().with(printer).writeValueAsString(tree) + "\n";
  }

  /// {@return an amount in units of its currency, with at least two decimals}
  ///
  /// @param micros the amount in micros
  public static BigDecimal money(long micros) {
    BigDecimal amount = BigDecimal.valueOf(micros, MICRO_SCALE).stripTrailingZeros();
    return amount.scale() < 2 ? amount.setScale(2) : amount;
  }

  /// {@return a moment with its zone's offset}
  ///
  /// @param nanos nanoseconds since the epoch
  /// @param zone the zone
  public static String time(long nanos, ZoneId zone) {
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
