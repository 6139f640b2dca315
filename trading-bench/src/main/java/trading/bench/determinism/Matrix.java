package trading.bench.determinism;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import trading.api.Clock;
import trading.core.Engine;
import trading.portfolio.Portfolio;
import trading.risk.RuleGate;

/// Runs one session in a process of its own for each [Setup], and compares what they print.
final class Matrix {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int SHOWN = 16;
  private static final String CLASSPATH =
      Stream.of(Child.class, Clock.class, Engine.class, Portfolio.class, RuleGate.class)
          .map(Matrix::origin)
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));

  private final long commands;
  private final long interpretedCommands;
  private final long seed;
  private final Fault fault;
  private final PrintWriter out;

  /// What one process printed.
  ///
  /// @param setup its configuration
  /// @param machine what its virtual machine said of itself
  /// @param lines what was left of the session at each length
  record Run(Setup setup, String machine, List<String> lines) {}

  /// @param interpretedCommands how many commands without a compiler, and where all others are
  ///   looked at, too
  Matrix(long seed, long commands, long interpretedCommands, Fault fault, PrintWriter out) {
    this.seed = seed;
    this.commands = commands;
    this.interpretedCommands = interpretedCommands;
    this.fault = fault;
    this.out = out;
  }

  /// {@return the setups that did not do what the first one did; none when all is well}
  ///
  /// @param setups what runs, one after the other
  /// @param runs is given what they printed
  /// @throws IOException when a process cannot be started or fails
  List<Setup> compare(List<Setup> setups, List<Run> runs) throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<Setup, String> differing = new LinkedHashMap<>();
    out.printf(Locale.ROOT, "%-58s %9s  %-16s %8s%n", "setup", "commands", "digest", "seconds");
    out.flush();
    for (Setup setup : setups) {
      long start = System.nanoTime();
      Run run = run(setup);
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      runs.add(run);
      Set<String> parts = new LinkedHashSet<>();
      for (String line : run.lines()) {
        parts.addAll(difference(expected.computeIfAbsent(count(line), _ -> line), line));
      }
      if (!parts.isEmpty()) {
        differing.put(setup, String.join(", ", parts));
      }
      print(setup, run.lines().getLast(), seconds, parts.isEmpty());
    }
    summarise(expected, setups.size(), differing);
    return List.copyOf(differing.keySet());
  }

  /// {@return the names of what differs in two lines}
  private static List<String> difference(String expected, String line) {
    String[] one = expected.split(" ", -1);
    String[] other = line.split(" ", -1);
    List<String> names = new ArrayList<>();
    for (int i = 1; i < one.length; i += 2) {
      if (!one[i].equals(other[i])) {
        names.add(one[i - 1]);
      }
    }
    return names;
  }

  private void print(Setup setup, String line, double seconds, boolean same) {
    out.printf(
        Locale.ROOT,
        "%-58s %9s  %s %8.1f%s%n",
        setup,
        count(line),
        line.split(" digest ", -1)[1].substring(0, SHOWN),
        seconds,
        same ? "" : "  DIFFERS");
    out.flush();
  }

  private void summarise(
      Map<String, String> expected, int processes, Map<Setup, String> differing) {
    out.println();
    expected.values().forEach(out::println);
    differing.forEach((setup, parts) -> out.println("differs: " + setup + ": " + parts));
    if (differing.isEmpty()) {
      out.println("All " + processes + " processes agree.");
    }
    out.flush();
  }

  private Run run(Setup setup) throws IOException {
    List<String> lengths = lengths(setup);
    Path errors = Files.createTempFile("session", ".err");
    try {
      Process process =
          new ProcessBuilder(command(setup, lengths)).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.onExit().join().exitValue();
      List<String> lines = text.lines().toList();
      if (code != 0 || lines.size() != 1 + lengths.size()) {
        throw new IOException(
            setup + " ended with " + code + ":\n" + text + Files.readString(errors));
      }
      return new Run(setup, lines.getFirst(), lines.subList(1, lines.size()));
    } finally {
      Files.delete(errors);
    }
  }

  private List<String> lengths(Setup setup) {
    String shorter = Long.toString(interpretedCommands);
    return setup.compiler() == Setup.Compiler.INTERPRETED
        ? List.of(shorter)
        : List.of(shorter, Long.toString(commands));
  }

  private List<String> command(Setup setup, List<String> lengths) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(setup.options());
    command.addAll(List.of("-Xmx1g", "-cp", CLASSPATH, Child.class.getName()));
    command.addAll(List.of(Long.toString(seed), fault.name()));
    command.addAll(lengths);
    return command;
  }

  private static String count(String line) {
    return line.split(" ", 3)[1];
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " lies nowhere", e);
    }
  }
}
