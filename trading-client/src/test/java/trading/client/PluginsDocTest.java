package trading.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The orders of docs/plugins.md are those of a strategy that is tested.
class PluginsDocTest {
  private static final Path PAGE = Path.of("..", "docs", "plugins.md");
  private static final Path TEST = Path.of("src/test/java/trading/client/BacktestTest.java");

  @Test
  void whatThePageShowsIsCompiledAndRun() throws IOException {
    Matcher example = Pattern.compile("(?s)```java\\R(.*?)```").matcher(Files.readString(PAGE));
    assertTrue(example.find(), PAGE + " has no example");
    String tested = Files.readString(TEST).replaceAll("\\s+", " ");

    for (String part : example.group(1).split("(?=// Later)")) {
      String code = part.strip().replaceAll("\\s+", " ");
      assertTrue(tested.contains(code), TEST + " has no " + code);
    }
  }
}
