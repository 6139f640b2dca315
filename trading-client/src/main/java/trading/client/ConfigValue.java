package trading.client;

import java.util.Optional;

/// A value in effect and where it came from, for programs that show the configuration. Immutable.
public final class ConfigValue {
  static final String DEFAULT = "default";

  private final ConfigKey<?> key;
  private final Optional<String> value;
  private final String from;

  ConfigValue(ConfigKey<?> key, Optional<String> value, String from) {
    this.key = key;
    this.value = value;
    this.from = from;
  }

  /// {@return its key, with dots between its parts}
  public String key() {
    return key.name();
  }

  /// {@return its text, as this project writes it; empty when there is no value}
  public Optional<String> value() {
    return value;
  }

  /// {@return where it came from: `default`, `FILE, line N`, `environment variable NAME`, `command
  /// line`, or what implied it}
  public String from() {
    return from;
  }

  /// {@return the allowed values}
  public String allowed() {
    return key.type().allowed();
  }

  /// {@return the environment variable that gives it, if there is one}
  public Optional<String> variable() {
    return key.variable();
  }

  /// {@return one sentence: what it is, with its unit}
  public String doc() {
    return key.doc();
  }

  ConfigType.Kind kind() {
    return key.type().kind();
  }

  /// {@return whether somebody gave or implied it}
  boolean isSet() {
    return !from.equals(DEFAULT);
  }

  /// {@return the same with a text that something implies}
  ConfigValue implied(String text, String by) {
    return new ConfigValue(key, Optional.of(text), by);
  }

  /// {@return where it came from and its key, the start of an error's sentence}
  String where() {
    return from + ": " + key();
  }
}
