package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.client.image.Image.Run;

/// The image starts with what it learned in its training, and without it where it does not fit.
class TrainedImageIT {
  private static final String CACHE = "lib/aot/trading.aot";
  private static final long MEGABYTE = 1_000_000;

  @TempDir private Path temp;

  @Test
  void staysWithinItsBudgetOfSpace() throws IOException {
    Path home = Image.linked().home();
    long cache = Files.size(home.resolve(CACHE));
    long all = size(home);

    assertTrue(all - cache <= 60 * MEGABYTE, "bytes without the cache: " + (all - cache));
    assertTrue(all <= 110 * MEGABYTE, "bytes with the cache: " + all);
  }

  /// With this mode, the JVM does not start when it cannot use the cache.
  @Test
  void usesTheCache() {
    Run run = with("-XX:AOTMode=on").start("--version");

    assertEquals(0, run.exitCode(), run.stderr());
    assertNotEquals(
        0, with("-XX:AOTMode=on -XX:-UseCompactObjectHeaders").start("--version").exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "demo"})
  void classesOfTypicalCommandsComeFromTheCache(String command) {
    List<String> read =
        classes(command).filter(line -> line.contains(" source: jrt:")).filter(ours()).toList();

    assertEquals(List.of(), read);
  }

  /// It takes longer than the rest of a start.
  @Test
  void noCommandWakesTheFlightRecorder() {
    assertTrue(classes("demo").noneMatch(line -> line.contains(" jdk.jfr.Event ")));
    assertTrue(classes("demo").anyMatch(line -> line.contains(" jdk.jfr.FlightRecorder ")));
  }

  @Test
  void usesTheCacheWhereItWasCopiedTo() {
    Image copy = Image.linked().copyTo(temp.resolve("a copy"));

    Run run = copy.with("TRADING_JAVA_OPTS", "-XX:AOTMode=on").start("--version");

    assertEquals(0, run.exitCode(), run.stderr());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseZGC",
        "-XX:-UseCompactObjectHeaders",
        "-XX:-UseCompressedOops",
        "-Xshare:off",
        "-Xmx64m",
        "-Xint",
        "--add-modules=java.sql",
        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
        "-XX:AOTMode=off"
      })
  void otherOptionsChangeNothingThatIsSeen(String options) {
    assertEquals(Image.run("plugins"), with(options).start("plugins"), options);
  }

  @Test
  void aDamagedCacheIsNotMissed() throws IOException {
    Image copy = Image.linked().copyTo(temp.resolve("image"));
    Files.writeString(copy.home().resolve(CACHE), "no cache");

    assertEquals(Image.run("--help"), copy.start("--help"));
  }

  @Test
  void anAbsentCacheIsNotMissed() throws IOException {
    Image copy = Image.linked().copyTo(temp.resolve("image"));
    Files.delete(copy.home().resolve(CACHE));

    assertEquals(Image.run("--help"), copy.start("--help"));
  }

  private static Image with(String options) {
    return Image.linked().with("TRADING_JAVA_OPTS", options);
  }

  /// {@return the classes that a command loads, each with its source}
  private static Stream<String> classes(String command) {
    Run run = with("-Xlog:class+load:stderr").start(command);
    assertEquals(0, run.exitCode(), run.stderr());
    return run.stderr().lines();
  }

  private static Predicate<String> ours() {
    return line -> line.contains(" picocli.") || line.contains(" trading.");
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
