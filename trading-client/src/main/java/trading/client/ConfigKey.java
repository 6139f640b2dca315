package trading.client;

import java.util.Optional;

/// One key of the configuration.
///
/// @param <T> what its value means
/// @param name its name, with dots between its parts
/// @param type what its value may be
/// @param byDefault the text in effect when nobody gives one; empty when there is no value then
/// @param variable the environment variable that gives it
/// @param doc one sentence for people, with the unit
record ConfigKey<T>(
    String name,
    ConfigType<T> type,
    Optional<String> byDefault,
    Optional<String> variable,
    String doc) {

  static <T> ConfigKey<T> of(String name, ConfigType<T> type, String byDefault, String doc) {
    return new ConfigKey<>(name, type, Optional.of(byDefault), Optional.empty(), doc);
  }

  static <T> ConfigKey<T> absent(String name, ConfigType<T> type, String doc) {
    return new ConfigKey<>(name, type, Optional.empty(), Optional.empty(), doc);
  }

  ConfigKey<T> orVariable(String newVariable) {
    return new ConfigKey<>(name, type, byDefault, Optional.of(newVariable), doc);
  }
}
