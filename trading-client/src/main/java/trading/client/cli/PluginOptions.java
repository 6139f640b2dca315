package trading.client.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.PluginCatalog;

/// Where plug-ins are found.
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder of plug-in jars; the image's folder plugins when absent.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--strict-plugins",
      description = "Stop when a plug-in cannot be used, instead of going on without it.")
  private boolean strict;

  /// {@return what is built in and what the folder holds}
  ///
  /// @param err where entries that cannot be used are named
  /// @throws BadInputException when there are such entries and the user is strict
  PluginCatalog load(PrintWriter err) {
    folder.ifPresent(PluginOptions::requireFolder);
    Optional<Path> place =
        folder.or(() ->
            Optional.ofNullable(System.getProperty("trading.home"))
                .map(home -> Path.of(home, "plugins")));
    PluginCatalog catalog = place.map(PluginCatalog::load).orElseGet(PluginCatalog::builtIn);
    catalog.problems().forEach(problem -> err.println("trading: " + problem));
    if (strict && !catalog.problems().isEmpty()) {
      throw new BadInputException(
          Reason.PLUGIN_FAILED,
          "plug-ins that cannot be used (--strict-plugins): " + catalog.problems().size());
    }
    return catalog;
  }

  private static void requireFolder(Path named) {
    if (!Files.isDirectory(named)) {
      throw new BadInputException(Reason.BAD_SETTING, "--plugins must be a folder, was " + named);
    }
  }
}
