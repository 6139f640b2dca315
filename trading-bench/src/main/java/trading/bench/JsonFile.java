package trading.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The option that writes all figures of a command to a file, too.
public final class JsonFile {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all figures to this file, too.")
  private @Nullable Path file;

  /// Creates the option; the command line fills it.
  public JsonFile() {}

  /// Stops a command whose file cannot be written: better before the measurement than after it.
  public void requireWritable() {
    if (file == null) {
      return;
    }
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null
        || !Files.isWritable(Files.exists(absolute) ? absolute : folder)
        || Files.isDirectory(absolute)) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--json must name a file that can be written, was " + absolute);
    }
  }

  /// Writes the figures, if a file was named.
  ///
  /// @param tree the figures
  /// @throws IOException when the file cannot be written
  public void write(ObjectNode tree) throws IOException {
    if (file != null) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
      Files.writeString(
          file, JsonMapper.shared().writer().with(printer).writeValueAsString(tree) + "\n");
    }
  }
}
