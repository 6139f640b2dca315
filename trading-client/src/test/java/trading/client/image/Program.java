package trading.client.image;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import trading.client.image.Image.Run;

/// An executable file, started as a process of its own.
final class Program {
  private static final long TIMEOUT_SECONDS = 120;
  private static final long POLL_NANOS = 20_000_000;

  /// What the machine sets must not change what a test sees.
  private static final List<String> REMOVED =
      List.of(
          "TRADING_JAVA_OPTS",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "TRADING_MODE",
          "MAX_POSITION_SIZE",
          "RISK_TOLERANCE",
          "UPDATE_INTERVAL");

  private final Path file;
  private final Path folder;
  private final Map<String, String> environment;

  private Program(Path file, Path folder, Map<String, String> environment) {
    this.file = file;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  static Program at(Path file) {
    return new Program(file, Path.of("").toAbsolutePath(), Map.of());
  }

  Program by(Path otherFile) {
    return new Program(otherFile, folder, environment);
  }

  Program in(Path otherFolder) {
    return new Program(file, otherFolder, environment);
  }

  Program with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Program(file, folder, more);
  }

  Run start(String... args) {
    return start(_ -> {}, args);
  }

  /// {@return how it ran, with something done to it meanwhile}
  ///
  /// @param meanwhile is handed the running process
  Run start(Consumer<Running> meanwhile, String... args) {
    try {
      Path stdout = Files.createTempFile("program", ".out");
      Path stderr = Files.createTempFile("program", ".err");
      try {
        Process process = builder(args, stdout, stderr).start();
        int exitCode = await(process, new Running(process, stdout), meanwhile);
        return new Run(exitCode, Files.readString(stdout), Files.readString(stderr));
      } finally {
        Files.delete(stdout);
        Files.delete(stderr);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A process that runs, and what it has written so far.
  record Running(Process process, Path stdout) {
    /// Waits until it has written a text, a minute at most.
    void awaitOutput(String text) {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (!written().contains(text)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          fail("\"" + text + "\" was not written, but:\n" + written());
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }

    /// The last character may be written in part only.
    private String written() {
      try {
        return new String(Files.readAllBytes(stdout), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private ProcessBuilder builder(String[] args, Path stdout, Path stderr) {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(file.toString()), Stream.of(args)).toList())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().keySet().removeAll(REMOVED);
    builder.environment().putAll(environment);
    return builder;
  }

  private static int await(Process process, Running running, Consumer<Running> meanwhile) {
    try {
      meanwhile.accept(running);
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
