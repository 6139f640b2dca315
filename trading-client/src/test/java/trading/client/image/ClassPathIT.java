package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same jars on a class path, as in a program that does not use modules.
class ClassPathIT {
  @Test
  void findsTheSamePlugInsAsTheImage() throws Exception {
    assertEquals(ids(Image.run("plugins").stdout()), ids(onClassPath("plugins")));
  }

  @Test
  void runsTheSameSession() throws Exception {
    assertEquals(Image.run("demo", "--seed", "7").stdout(), onClassPath("demo", "--seed", "7"));
  }

  private static List<String> ids(String listing) {
    return listing
        .lines()
        .filter(line -> line.startsWith("  strategy ") || line.startsWith("  rule "))
        .map(line -> line.trim().split(" +")[1])
        .toList();
  }

  private static String onClassPath(String... args) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    classPath(),
                    "trading.client.cli.Main"),
                Stream.of(args))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  private static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "modules"))) {
      return Stream.concat(Stream.of(Path.of("target", "classes")), jars)
          .map(Path::toString)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
  }
}
