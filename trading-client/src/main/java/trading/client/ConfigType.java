package trading.client;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/// What a value of the configuration may be: how its text is read, and how that is told to people.
///
/// @param <T> what the text means
/// @param kind how it looks in JSON
/// @param allowed the allowed values, for people: follows "must be"
/// @param reader reads a text; throws when it is not allowed
/// @param writer writes the one text of a value
record ConfigType<T>(
    Kind kind, String allowed, Function<String, T> reader, Function<T, String> writer) {

  /// How a value looks in JSON.
  enum Kind {
    NUMBER,
    TEXT,
    SWITCH,
    LIST
  }

  /// {@return what a text means, empty when it is not allowed}
  Optional<T> read(String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// {@return the text as this project writes it, empty when it is not allowed}
  Optional<String> plain(String text) {
    return read(text).map(writer);
  }
}
