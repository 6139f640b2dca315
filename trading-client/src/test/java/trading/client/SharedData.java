package trading.client;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Recorded market data that lies beside the project; tests that need it are skipped without it.
public final class SharedData {
  private SharedData() {}

  /// {@return a file of recorded data; skips the test when it is not there}
  ///
  /// @param name its path below `shared/data`
  public static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    Assumptions.abort("skipped: recorded data shared/data/" + name + " is not there");
    throw new AssertionError("abort returns never");
  }
}
