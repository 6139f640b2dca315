package trading.client.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Quote;

/// How values look to people: the same in every locale.
final class Texts {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MICRO_SCALE = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Texts() {}

  /// {@return money with two decimals, rounded HALF_EVEN, and thousands separators}
  static String money(long micros) {
    return money(BigInteger.valueOf(micros));
  }

  static String money(BigInteger micros) {
    BigDecimal amount = new BigDecimal(micros, MICRO_SCALE).setScale(2, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  static String price(Instrument instrument, long ticks) {
    return ticks == 0 ? "-" : instrument.price(ticks).toPlainString();
  }

  /// {@return the average price of an order's fills; `-` when nothing traded}
  static String average(Order order) {
    return order.averagePrice().map(BigDecimal::toPlainString).orElse("-");
  }

  /// {@return a quote's change since the day before in percent}
  static String changePercent(Quote quote) {
    return String.format(Locale.ROOT, "%.2f", unsignedZero(quote.changePercent()));
  }

  static String quantity(Instrument instrument, long lots) {
    return instrument.quantity(lots).toPlainString();
  }

  static String time(long nanos, ZoneId zone) {
    return TIME.format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND)).atZone(zone));
  }

  static String percent(OptionalDouble fraction) {
    return fraction.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.2f %%", unsignedZero(fraction.getAsDouble() * 100));
  }

  /// {@return the value, or 0 where two decimals would print -0.00}
  private static double unsignedZero(double value) {
    return Math.abs(value) < 0.005 ? 0 : value;
  }

  static String decimal(OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
  }

  static String settings(Map<String, String> settings) {
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "defaults" : text;
  }
}
