package trading.client.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A linked image, started as a process of its own.
public final class Image {
  /// The jar that the build has made of `examples/`.
  public static final Path EXAMPLE_PLUGINS =
      Path.of("target", "examples", "target", "example-plugins.jar").toAbsolutePath();

  private static final Path LINKED = Path.of("target", "image").toAbsolutePath();

  private final Path home;
  private final Program launcher;

  private Image(Path home, Program launcher) {
    this.home = home;
    this.launcher = launcher;
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
    return new Image(LINKED, Program.at(LINKED.resolve("bin/trading")));
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
    return new Image(target, launcher.by(target.resolve("bin/trading")));
  }

  /// {@return this image, started by another path than its own launcher's}
  ///
  /// @param path where to start, such as a link
  public Image by(Path path) {
    return new Image(home, launcher.by(path));
  }

  /// {@return this image, started in another working directory}
  ///
  /// @param directory the directory
  public Image in(Path directory) {
    return new Image(home, launcher.in(directory));
  }

  /// {@return this image, started with one more environment variable}
  ///
  /// @param name the variable's name
  /// @param value its value
  public Image with(String name, String value) {
    return new Image(home, launcher.with(name, value));
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
    return launcher.start(args);
  }

  /// {@return how the launcher ran with these arguments, with something done to it meanwhile}
  ///
  /// @param meanwhile is handed the running process
  /// @param args the arguments
  Run start(Consumer<Program.Running> meanwhile, String... args) {
    return launcher.start(meanwhile, args);
  }

  /// {@return how the image's bare `java` ran with these arguments}
  ///
  /// @param args the arguments
  public Run java(String... args) {
    return launcher.by(home.resolve("bin/java")).start(args);
  }
}
