package trading.client;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import trading.api.Instrument;
import trading.api.Parameter;
import trading.api.Settings;
import trading.client.ConfigType.Kind;

/// The types that values of the configuration have.
final class ConfigTypes {
  private static final int NANO_SCALE = 9;
  private static final int SECONDS_SCALE = 6;

  private ConfigTypes() {}

  static ConfigType<Long> anyWhole() {
    return new ConfigType<>(
        Kind.NUMBER, "a whole number, -2^63..2^63-1", ConfigTypes::whole, String::valueOf);
  }

  static ConfigType<BigDecimal> decimal(String min, String max, int decimals) {
    String allowed = min + ".." + max + " with at most " + decimals + " decimals";
    return new ConfigType<>(
        Kind.NUMBER,
        allowed,
        text -> decimal(text, new BigDecimal(min), new BigDecimal(max), decimals),
        BigDecimal::toPlainString);
  }

  static ConfigType<Duration> seconds(String min, String max) {
    ConfigType<BigDecimal> decimal = decimal(min, max, SECONDS_SCALE);
    return new ConfigType<>(
        Kind.NUMBER,
        decimal.allowed(),
        text -> duration(decimal.reader().apply(text)),
        ConfigTypes::secondsText);
  }

  /// {@return one of some words, in any case, told as they are given here}
  static ConfigType<String> word(String... words) {
    return choice(List.of(words), Function.identity());
  }

  /// {@return one of an enum's constants, in any case}
  static <E extends Enum<E>> ConfigType<E> constant(Class<E> type) {
    return choice(List.of(type.getEnumConstants()), Enum::name);
  }

  static ConfigType<Boolean> yesOrNo() {
    ConfigType<Boolean> words = choice(List.of(true, false), String::valueOf);
    return new ConfigType<>(Kind.SWITCH, words.allowed(), words.reader(), words.writer());
  }

  static ConfigType<Boolean> yes() {
    ConfigType<Boolean> word = choice(List.of(true), String::valueOf);
    return new ConfigType<>(Kind.SWITCH, word.allowed(), word.reader(), word.writer());
  }

  /// {@return a text that passes a check, which may throw}
  static ConfigType<String> text(String allowed, Predicate<String> check) {
    return new ConfigType<>(Kind.TEXT, allowed, text -> require(text, check), Function.identity());
  }

  /// {@return one or more different texts; in a text they stand between commas}
  static ConfigType<List<String>> list(String allowed, Predicate<String> check) {
    return new ConfigType<>(
        Kind.LIST, allowed, text -> elements(text, check), list -> String.join(",", list));
  }

  static ConfigType<Path> file() {
    return new ConfigType<>(
        Kind.TEXT, "a file", text -> Path.of(require(text, t -> !t.isBlank())), Path::toString);
  }

  static ConfigType<ZoneId> zone() {
    return new ConfigType<>(
        Kind.TEXT, "a time zone, for example Asia/Kolkata or UTC", ZoneId::of, ZoneId::getId);
  }

  static ConfigType<LocalTime> timeOfDay() {
    return new ConfigType<>(
        Kind.TEXT,
        "a time of day, 00:00..23:59 or with :seconds",
        LocalTime::parse,
        String::valueOf);
  }

  /// {@return the type of a plug-in's setting}
  static ConfigType<String> of(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole ->
          new ConfigType<>(
              Kind.NUMBER,
              whole.range(),
              text -> String.valueOf(given(whole, text).read(whole)),
              Function.identity());
      case Parameter.Decimal decimal ->
          new ConfigType<>(
              Kind.NUMBER, decimal.range(), text -> plain(decimal, text), Function.identity());
      case Parameter.Choice choice ->
          new ConfigType<>(
              Kind.TEXT,
              choice.range(),
              text -> given(choice, text).read(choice),
              Function.identity());
    };
  }

  private static Settings given(Parameter parameter, String text) {
    return Settings.of(parameter.name(), Map.of(parameter.name(), text));
  }

  private static String plain(Parameter.Decimal decimal, String text) {
    given(decimal, text).readMicros(decimal);
    return new BigDecimal(text).toPlainString();
  }

  private static <T> ConfigType<T> choice(List<T> all, Function<T, String> name) {
    String allowed = all.stream().map(name).collect(Collectors.joining("|"));
    Function<String, T> reader =
        text ->
            all.stream()
                .filter(each -> name.apply(each).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    return new ConfigType<>(Kind.TEXT, allowed, reader, name);
  }

  private static long whole(String text) {
    return Long.parseLong(require(text, t -> t.matches("-?[0-9]+")));
  }

  private static BigDecimal decimal(String text, BigDecimal min, BigDecimal max, int decimals) {
    BigDecimal value = Instrument.decimal("value", text);
    boolean tooFine = value.stripTrailingZeros().scale() > decimals;
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0 || tooFine) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static Duration duration(BigDecimal seconds) {
    return Duration.ofNanos(seconds.movePointRight(NANO_SCALE).longValueExact());
  }

  private static String secondsText(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), NANO_SCALE).stripTrailingZeros();
    return seconds.toPlainString();
  }

  private static String require(String text, Predicate<String> check) {
    if (!check.test(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static List<String> elements(String text, Predicate<String> check) {
    List<String> elements =
        Arrays.stream(text.split(",", -1)).map(each -> require(each.strip(), check)).toList();
    if (Set.copyOf(elements).size() < elements.size()) {
      throw new IllegalArgumentException(text);
    }
    return elements;
  }
}
