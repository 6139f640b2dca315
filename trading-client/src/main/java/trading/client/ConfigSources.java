package trading.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.BadInputException;

/// What was given for the configuration: by a file, the environment and the command line.
///
/// A later one of these wins over an earlier one, see [TradingConfig]. Immutable.
public final class ConfigSources {
  private final List<ConfigGiven> given;

  private ConfigSources(List<ConfigGiven> given) {
    this.given = List.copyOf(given);
  }

  /// {@return nothing: every value is its default}
  public static ConfigSources none() {
    return new ConfigSources(List.of());
  }

  /// {@return what a file, environment variables and the command line give}
  ///
  /// The file is read now. Of the environment, the variables of the table of keys count, all others
  /// are ignored.
  ///
  /// @param file a JSON object; nested objects mean keys with dots
  /// @param environment variables by name, for example `System.getenv()`
  /// @param commandLine values by key; those of a list stand between commas
  /// @throws BadInputException `BAD_DATA_FILE` when the file cannot be read or is no JSON object,
  ///   and `BAD_SETTING` when a key stands in it twice; it names file, line and column
  public static ConfigSources of(
      Optional<Path> file, Map<String, String> environment, Map<String, String> commandLine) {
    List<ConfigGiven> given = new ArrayList<>();
    file.map(ConfigFile::read).ifPresent(given::addAll);
    ConfigKeys.variables()
        .forEach((variable, key) -> {
          String text = environment.get(variable);
          if (text != null) {
            given.add(ConfigGiven.text(key, text, "environment variable " + variable));
          }
        });
    commandLine.forEach((key, text) -> given.add(ConfigGiven.text(key, text, "command line")));
    return new ConfigSources(given);
  }

  /// {@return the log levels that are given, by key: `log.level` and `log.levels.<module>`}
  ///
  /// They are needed before anything logs, so before there are plug-ins. What is not allowed is
  /// left out here, and refused by [TradingConfig#load].
  public Map<String, String> logLevels() {
    Map<String, String> levels = new LinkedHashMap<>();
    Map<String, ConfigGiven> strongest = strongest();
    List<ConfigKey<String>> keys = new ArrayList<>(List.of(ConfigKeys.LOG_LEVEL));
    keys.addAll(ConfigKeys.LOG_LEVELS);
    for (ConfigKey<String> key : keys) {
      Optional.ofNullable(strongest.get(key.name()))
          .flatMap(value -> key.type().plain(value.text()))
          .ifPresent(level -> levels.put(key.name(), level));
    }
    return levels;
  }

  /// {@return all that is given, the weakest source first}
  List<ConfigGiven> given() {
    return given;
  }

  /// {@return what wins, by key}
  Map<String, ConfigGiven> strongest() {
    Map<String, ConfigGiven> strongest = new LinkedHashMap<>();
    given.forEach(value -> strongest.put(value.key(), value));
    return strongest;
  }
}
