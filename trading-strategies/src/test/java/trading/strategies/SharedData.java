package trading.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Finds the real data that lies beside the repository; tests are skipped without it.
public final class SharedData {
  private SharedData() {}

  /// {@return a folder of the data}
  ///
  /// @param name the folder's name
  public static Path folder(String name) {
    Path working = Path.of("").toAbsolutePath();
    for (Path up = working; up != null; up = up.getParent()) {
      Path folder = up.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return Assumptions.abort("skipped: no folder shared/data/" + name + " beside the repository");
  }

  /// {@return the text of a gzip file}
  ///
  /// @param file the file
  /// @throws IOException when it cannot be read
  public static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
