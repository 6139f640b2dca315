package trading.api;

import java.math.BigDecimal;
import java.util.List;

/// One documented setting of a plug-in: name, type, default and bounds in one place.
public sealed interface Parameter {

  /// {@return its key in the settings, lower case with underscores}
  String name();

  /// {@return one line for people}
  String doc();

  /// {@return its default as text}
  String defaultText();

  /// {@return the values it takes, for people}
  String range();

  /// A whole number.
  ///
  /// @param name its key
  /// @param defaultValue used when the key is absent
  /// @param min the smallest value
  /// @param max the largest value
  /// @param doc one line for people
  record Whole(String name, long defaultValue, long min, long max, String doc)
      implements Parameter {
    @Override
    public String defaultText() {
      return Long.toString(defaultValue);
    }

    @Override
    public String range() {
      return min + ".." + max;
    }
  }

  /// A decimal number with at most six decimals, such as an amount of money or a percentage.
  ///
  /// @param name its key
  /// @param defaultValue used when the key is absent
  /// @param min the smallest value
  /// @param max the largest value
  /// @param doc one line for people, with the unit
  record Decimal(String name, BigDecimal defaultValue, BigDecimal min, BigDecimal max, String doc)
      implements Parameter {

    /// {@return a parameter from decimal texts}
    ///
    /// @param name its key
    /// @param defaultValue used when the key is absent
    /// @param min the smallest value
    /// @param max the largest value
    /// @param doc one line for people, with the unit
    public static Decimal of(String name, String defaultValue, String min, String max, String doc) {
      return new Decimal(
          name, new BigDecimal(defaultValue), new BigDecimal(min), new BigDecimal(max), doc);
    }

    @Override
    public String defaultText() {
      return defaultValue.toPlainString();
    }

    @Override
    public String range() {
      return min.toPlainString() + ".." + max.toPlainString() + " with at most 6 decimals";
    }
  }

  /// One word of a list.
  ///
  /// @param name its key
  /// @param defaultValue used when the key is absent; one of the words
  /// @param words what it may be
  /// @param doc one line for people
  record Choice(String name, String defaultValue, List<String> words, String doc)
      implements Parameter {

    /// Checks that the default is one of the words.
    public Choice {
      words = List.copyOf(words);
      if (!words.contains(defaultValue)) {
        throw new IllegalArgumentException(
            "default of " + name + " must be one of " + words + ", was " + defaultValue);
      }
    }

    @Override
    public String defaultText() {
      return defaultValue;
    }

    @Override
    public String range() {
      return String.join("|", words);
    }
  }
}
