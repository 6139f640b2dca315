package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.client.PluginJars;
import trading.client.image.Image.Run;

/// Jars that cannot be used, beside one that can, handed to the finished image.
class BrokenPluginsIT {
  /// What standard error says, line by line: the file, and somewhere behind it the last cause.
  private static final List<String> PROBLEMS =
      List.of(
          "trading: plug-in a-no-zip.jar was left out: .*",
          "trading: plug-in doubled.jar was left out: the id ma_crossover is provided twice: .*",
          "trading: plug-in lonely.jar was left out: .* com.example.absent not found.*",
          "trading: plug-in thrower.jar was left out: .*IllegalStateException: no licence;"
              + " because of java.io.IOException: gone",
          "trading: plug-in tomorrow.jar was left out: .*UnsupportedClassVersionError.*");

  @TempDir private Path plugins;
  @TempDir private Path temp;
  private PluginJars jars;

  @BeforeEach
  void dropASoundJar() throws IOException {
    jars = PluginJars.in(plugins, temp);
    jars.sound("sound", "sound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugins", "demo"})
  void eachIsNamedAndTheRestStarts(String command) throws IOException {
    dropBrokenJars();

    Run run = Image.run(command, "--plugins", plugins.toString());

    assertEquals(0, run.exitCode(), run.stderr());
    assertLines(PROBLEMS, run.stderr());
  }

  @Test
  void theSoundOneCanBeUsed() throws IOException {
    dropBrokenJars();

    String listed = Image.run("plugins", "--plugins", plugins.toString()).stdout();

    assertTrue(listed.lines().anyMatch(line -> line.matches(" +strategy +sound .*")), listed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plugins", "demo", "backtest --strategy ma_crossover --symbol TCS --data none"})
  void theStrictUserIsStopped(String command) throws IOException {
    dropBrokenJars();

    Run run = strict(command);

    assertEquals(2, run.exitCode(), run.stderr());
    assertEquals("", run.stdout());
    String last = run.stderr().lines().toList().getLast();
    assertEquals(
        "trading: PLUGIN_FAILED: plug-ins that cannot be used (--strict-plugins): 5", last);
    assertLines(PROBLEMS, run.stderr().replace(last + "\n", ""));
  }

  @Test
  void theStrictUserWithSoundJarsStarts() {
    Run run = strict("plugins");

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals("", run.stderr());
  }

  private void dropBrokenJars() throws IOException {
    jars.noZip("a-no-zip");
    jars.sound("doubled", "ma_crossover");
    jars.missingModule("lonely");
    jars.throwing("thrower");
    jars.tooNew("tomorrow");
  }

  private Run strict(String command) {
    return Image.run((command + " --strict-plugins --plugins " + plugins).split(" "));
  }

  private static void assertLines(List<String> patterns, String text) {
    List<String> lines = text.lines().toList();
    assertEquals(patterns.size(), lines.size(), text);
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(lines.get(i).matches(patterns.get(i)), patterns.get(i) + " in " + text);
    }
  }
}
