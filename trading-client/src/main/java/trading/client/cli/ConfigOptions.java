package trading.client.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import trading.client.ConfigSources;

/// Where the configuration comes from.
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "JSON file of the configuration; none is read when absent.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A value of the configuration, for example market.interval=0.2; wins over environment"
              + " variables, and these over the file. Elements of a list stand between commas."
              + " Repeatable.")
  private Map<String, String> values = new LinkedHashMap<>();

  /// {@return what file, environment and command line give; log levels are in effect from now on}
  ///
  /// Must be called before anything logs, so before plug-ins are loaded.
  ///
  /// @param more values that options of the command give by key; they win over `--set`
  ConfigSources read(Map<String, String> more) {
    Map<String, String> commandLine = new LinkedHashMap<>(values);
    commandLine.putAll(more);
    ConfigSources sources = ConfigSources.of(file, System.getenv(), commandLine);
    // The image's logback.xml reads these when the first logger is made.
    sources.logLevels().forEach((key, level) -> System.setProperty("trading." + key, level));
    return sources;
  }
}
