package trading.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import trading.bench.Machine;

/// How large the image is, and how long its program takes to start.
final class Startup {
  private static final double NANOS_PER_MILLI = 1_000_000;

  /// What is started, interleaved, so that all see the same machine.
  enum Start {
    /// The virtual machine alone.
    JAVA_VERSION("javaVersion", "bin/java --version", List.of("bin/java", "--version"), ""),
    /// The program, up to its end.
    HELP("help", "bin/trading --help", List.of("bin/trading", "--help"), ""),
    /// The program, until its first order was answered; before that, the market quotes for one
    /// minute of virtual time.
    FIRST_ORDER(
        "firstOrder",
        "bin/trading demo, first order",
        List.of("bin/trading", "demo", "--seed", "7"),
        " -> ");

    private final String key;
    private final String label;
    private final List<String> command;
    private final String until;

    Start(String key, String label, List<String> command, String until) {
      this.key = key;
      this.label = label;
      this.command = command;
      this.until = until;
    }

    String key() {
      return key;
    }

    String label() {
      return label;
    }
  }

  /// How long starts took, in milliseconds, the fastest first.
  ///
  /// @param millis each start
  record Times(List<Double> millis) {
    /// Sorts.
    Times {
      millis = millis.stream().sorted().toList();
    }

    double min() {
      return millis.getFirst();
    }

    double max() {
      return millis.getLast();
    }

    double median() {
      int size = millis.size();
      return (millis.get((size - 1) / 2) + millis.get(size / 2)) / 2;
    }
  }

  /// What was found.
  ///
  /// @param machine where
  /// @param imageBytes the size of all files of the image
  /// @param aotBytes the size of its AOT cache, part of `imageBytes`; empty when it has none
  /// @param times how long each kind of start took
  record Found(Machine machine, long imageBytes, OptionalLong aotBytes, Map<Start, Times> times) {
    private static final double BYTES_PER_MB = 1_000_000;
    private static final double MB_WITHOUT_AOT = 60;
    private static final double MB_WITH_AOT = 110;
    private static final double HELP_MILLIS = 150;
    private static final double FIRST_ORDER_MILLIS = 400;

    double megabytes() {
      return imageBytes / BYTES_PER_MB;
    }

    double megabytesWithoutAot() {
      return (imageBytes - aotBytes.orElse(0)) / BYTES_PER_MB;
    }

    Times of(Start start) {
      return Objects.requireNonNull(times.get(start));
    }

    List<Budget> budgets() {
      List<Budget> budgets = new ArrayList<>();
      budgets.add(
          Budget.atMost("image without AOT cache, MB", MB_WITHOUT_AOT, megabytesWithoutAot()));
      if (aotBytes.isPresent()) {
        budgets.add(Budget.atMost("image with AOT cache, MB", MB_WITH_AOT, megabytes()));
      }
      budgets.add(Budget.atMost("--help, median, ms", HELP_MILLIS, of(Start.HELP).median()));
      budgets.add(
          Budget.atMost(
              "first order, median, ms", FIRST_ORDER_MILLIS, of(Start.FIRST_ORDER).median()));
      return budgets;
    }
  }

  private final Path image;
  private final int runs;
  private final PrintWriter progress;

  Startup(Path image, int runs, PrintWriter progress) {
    this.image = image;
    this.runs = runs;
    this.progress = progress;
  }

  Found run() throws IOException {
    Machine machine = Machine.here();
    Map<Start, List<Double>> millis = new EnumMap<>(Start.class);
    for (int run = 0; run <= runs; run++) {
      progress.printf("compare: start %d of %d%s%n", run, runs, run == 0 ? ", not counted" : "");
      progress.flush();
      for (Start start : Start.values()) {
        double taken = time(start);
        if (run > 0) {
          millis.computeIfAbsent(start, _ -> new ArrayList<>()).add(taken);
        }
      }
    }
    Map<Start, Times> times = new EnumMap<>(Start.class);
    millis.forEach((start, all) -> times.put(start, new Times(all)));
    return new Found(machine, bytes(image), aotBytes(), times);
  }

  private double time(Start start) throws IOException {
    List<String> command = new ArrayList<>(start.command);
    command.set(0, image.resolve(command.getFirst()).toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    long before = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      process.getOutputStream().close();
      OptionalLong reached = readUntil(start.until, out);
      int code = process.waitFor();
      long ended = System.nanoTime();
      if (code != 0 || (!start.until.isEmpty() && reached.isEmpty())) {
        throw new IllegalStateException(
            command + " must end with 0 and print \"" + start.until + "\", ended with " + code);
      }
      return (reached.orElse(ended) - before) / NANOS_PER_MILLI;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /// {@return when the first line with a text was read; everything is read to the end}
  private static OptionalLong readUntil(String text, BufferedReader out) throws IOException {
    OptionalLong reached = OptionalLong.empty();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (reached.isEmpty() && !text.isEmpty() && line.contains(text)) {
        reached = OptionalLong.of(System.nanoTime());
      }
    }
    return reached;
  }

  private OptionalLong aotBytes() throws IOException {
    Path cache = image.resolve("lib/aot");
    return Files.exists(cache) ? OptionalLong.of(bytes(cache)) : OptionalLong.empty();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
