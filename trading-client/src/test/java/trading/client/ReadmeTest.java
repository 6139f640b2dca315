package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java examples of the README: compiled, run, and compared with what the page says they print.
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(java|text)\\R(.*?)```");

  private static final String IMPORTS =
      """
      import java.nio.file.Path;
      import java.time.Duration;
      import trading.api.*;
      import trading.client.*;

      """;

  @TempDir private Path folder;

  @Test
  void theFirstExamplePrintsWhatThePageSays() throws Exception {
    List<MatchResult> blocks = blocks();

    assertEquals("text", blocks.get(1).group(1));
    assertEquals(blocks.get(1).group(2), run(blocks.get(0).group(2)));
  }

  @Test
  void theBacktestExampleRuns() throws Exception {
    String code = blocks().get(2).group(2);
    String data = SharedData.file("backtest/GOOG.csv").toString();

    String printed = run(code.replace("\"bars.csv\"", '"' + data + '"'));

    assertTrue(printed.startsWith("65 trades, digest ") || printed.startsWith("6"), printed);
  }

  private String run(String code) throws Exception {
    Path classes = compile(IMPORTS + "void main() throws Exception {\n" + code + "}\n");
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      Class<?> example = loader.loadClass("Example");
      var constructor = example.getDeclaredConstructor();
      constructor.setAccessible(true);
      var main = example.getDeclaredMethod("main");
      main.setAccessible(true);
      main.invoke(constructor.newInstance());
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Path compile(String code) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-p", modulePath(), "--add-modules", "trading.client");
    boolean compiled =
        compiler.getTask(messages, null, null, options, null, List.of(new Source(code))).call();
    assertTrue(compiled, messages + code);
    return folder;
  }

  private static String modulePath() {
    String path = System.getProperty("jdk.module.path", "");
    return path.isEmpty() ? System.getProperty("java.class.path") : path;
  }

  private static List<MatchResult> blocks() throws IOException {
    String page = Files.readString(Path.of("..", "README.md"));
    return BLOCK.matcher(page).results().toList();
  }

  /// A source file in memory.
  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
