package trading.client;

/// A value of the configuration as somebody gave it, not yet checked.
///
/// @param key the key
/// @param shape how it was given
/// @param text the value; of a list its elements with commas between them
/// @param from who gave it, for people
record ConfigGiven(String key, Shape shape, String text, String from) {

  /// How a value was given.
  enum Shape {
    TEXT,
    LIST,
    /// An object without keys: a section, or a mistake.
    SECTION,
    NULL
  }

  static ConfigGiven text(String key, String text, String from) {
    return new ConfigGiven(key, Shape.TEXT, text, from);
  }

  /// {@return the value for an error's sentence}
  String shown() {
    return switch (shape) {
      case TEXT -> '"' + text + '"';
      case LIST -> "[" + text + "]";
      case SECTION -> "{}";
      case NULL -> "null";
    };
  }
}
