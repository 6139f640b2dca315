package trading.client.image;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A linked image, started as a process of its own.
public final class Image {
  /// The jar that the build has made of `examples/`.
  public static final Path EXAMPLE_PLUGINS =
      Path.of("target", "examples", "target", "example-plugins.jar").toAbsolutePath();

  private static final Path LINKED = Path.of("target", "image").toAbsolutePath();
  private static final long TIMEOUT_SECONDS = 120;

  private final Path home;
  private final Path launcher;
  private final Path folder;
  private final Map<String, String> environment;

  private Image(Path home, Path launcher, Path folder, Map<String, String> environment) {
    this.home = home;
    this.launcher = launcher;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /// How a process ended, and what it wrote.
  ///
  /// @param exitCode 0 if all went well
  /// @param stdout the standard output
  /// @param stderr the standard error
  public record Run(int exitCode, String stdout, String stderr) {}

  /// {@return how the linked image ran with these arguments}
  ///
  /// @param args the arguments
  public static Run run(String... args) {
    return linked().start(args);
  }

  /// {@return the image that the build has linked}
  public static Image linked() {
    return new Image(LINKED, LINKED.resolve("bin/trading"), Path.of("").toAbsolutePath(), Map.of());
  }

  /// {@return a copy of this image, free to be changed}
  ///
  /// @param target a folder that does not exist yet
  public Image copyTo(Path target) {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, target.resolve(home.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Image(target, target.resolve("bin/trading"), folder, environment);
  }

  /// {@return this image, started by another path than its own launcher's}
  ///
  /// @param path where to start, such as a link
  public Image by(Path path) {
    return new Image(home, path, folder, environment);
  }

  /// {@return this image, started in another working directory}
  ///
  /// @param directory the directory
  public Image in(Path directory) {
    return new Image(home, launcher, directory, environment);
  }

  /// {@return this image, started with one more environment variable}
  ///
  /// @param name the variable's name
  /// @param value its value
  public Image with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Image(home, launcher, folder, more);
  }

  /// {@return the image's folder}
  public Path home() {
    return home;
  }

  /// {@return the folder whose jars the image loads}
  public Path plugins() {
    return home.resolve("plugins");
  }

  /// {@return how the launcher ran with these arguments}
  ///
  /// @param args the arguments
  public Run start(String... args) {
    return execute(launcher, args);
  }

  /// {@return how the image's bare `java` ran with these arguments}
  ///
  /// @param args the arguments
  public Run java(String... args) {
    return execute(home.resolve("bin/java"), args);
  }

  private Run execute(Path program, String... args) {
    try {
      Path stdout = Files.createTempFile("image", ".out");
      Path stderr = Files.createTempFile("image", ".err");
      try {
        int exitCode = await(builder(program, args, stdout, stderr).start());
        return new Run(exitCode, Files.readString(stdout), Files.readString(stderr));
      } finally {
        Files.delete(stdout);
        Files.delete(stderr);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(Path program, String[] args, Path stdout, Path stderr) {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(args)).toList())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    // What the machine sets must not change what a test sees.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("TRADING_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static int await(Process process) {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        fail("still running after " + TIMEOUT_SECONDS + " s: " + process.info());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
