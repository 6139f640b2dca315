package trading.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Typed, checked settings of one plug-in; remembers what was read.
///
/// Whoever builds it calls [#requireAllRead] once the plug-in is created, so that a misspelled key
/// stops the start instead of being ignored. Not for several threads.
public final class Settings {
  private static final int MICRO_SCALE = 6;

  private final String owner;
  private final Map<String, String> values;
  private final Set<String> unread;

  private Settings(String owner, Map<String, String> values) {
    this.owner = owner;
    this.values = new TreeMap<>(values);
    this.unread = new TreeSet<>(values.keySet());
  }

  /// {@return settings from texts}
  ///
  /// @param owner whose settings they are, for errors, for example `strategy ma_crossover`
  /// @param values key to text
  public static Settings of(String owner, Map<String, String> values) {
    return new Settings(owner, values);
  }

  /// {@return the whole number of a parameter, or its default}
  ///
  /// @param parameter the parameter
  /// @throws BadInputException when it is no whole number or out of range
  public long read(Parameter.Whole parameter) {
    String text = text(parameter);
    if (!text.matches("-?[0-9]+")) {
      throw bad(parameter, text);
    }
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw bad(parameter, text);
    }
    if (value < parameter.min() || value > parameter.max()) {
      throw bad(parameter, text);
    }
    return value;
  }

  /// {@return the decimal of a parameter, or its default, times 10⁶}
  ///
  /// @param parameter the parameter
  /// @throws BadInputException when it is no decimal number, out of range, has more than six
  ///   decimals or is too large for a `long`
  public long readMicros(Parameter.Decimal parameter) {
    String text = text(parameter);
    BigDecimal value = Instrument.decimal(owner + ": " + parameter.name(), text);
    boolean inRange =
        value.compareTo(parameter.min()) >= 0 && value.compareTo(parameter.max()) <= 0;
    if (!inRange) {
      throw bad(parameter, text);
    }
    try {
      return value.movePointRight(MICRO_SCALE).longValueExact();
    } catch (ArithmeticException _) {
      throw bad(parameter, text);
    }
  }

  /// {@return the word of a parameter, or its default}
  ///
  /// @param parameter the parameter
  /// @throws BadInputException when it is none of the words
  public String read(Parameter.Choice parameter) {
    String text = text(parameter);
    if (!parameter.words().contains(text)) {
      throw bad(parameter, text);
    }
    return text;
  }

  /// Refuses settings that nobody read.
  ///
  /// @throws BadInputException when a key was given that no parameter read
  public void requireAllRead() {
    if (!unread.isEmpty()) {
      throw new BadInputException(
          Reason.UNKNOWN_SETTING,
          owner + " does not know the setting " + String.join(", ", unread));
    }
  }

  /// {@return an error about settings that contradict each other}
  ///
  /// @param sentence names the settings, their values and the bound
  public BadInputException contradiction(String sentence) {
    return new BadInputException(Reason.BAD_SETTING, owner + ": " + sentence);
  }

  private String text(Parameter parameter) {
    unread.remove(parameter.name());
    return values.getOrDefault(parameter.name(), parameter.defaultText());
  }

  private BadInputException bad(Parameter parameter, String text) {
    return new BadInputException(
        Reason.BAD_SETTING,
        owner
            + ": "
            + parameter.name()
            + " must be "
            + parameter.range()
            + ", was \""
            + text
            + "\"");
  }
}
