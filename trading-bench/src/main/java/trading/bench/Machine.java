package trading.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where a measurement ran.
///
/// @param processor the processor's name, or its architecture where the system does not tell
/// @param cores how many of them there are
/// @param system the operating system
/// @param jdk vendor and version of the virtual machine
/// @param collectors the garbage collectors
/// @param loadAtStart the machine's load average before; negative where the system does not tell
public record Machine(
    String processor,
    int cores,
    String system,
    String jdk,
    List<String> collectors,
    double loadAtStart) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /// {@return this machine, now}
  public static Machine here() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor.version", System.getProperty("java.vendor"))
            + " ("
            + System.getProperty("java.vm.version")
            + ")",
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList(),
        load());
  }

  /// {@return the machine's load average now; negative where the system does not tell}
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /// {@return whether the machine was at work before the measurement}
  ///
  /// A program that waits for a core takes longer, and one that hands over between threads waits
  /// more often: a busy machine distorts ratios, in favor of the method call.
  public boolean wasBusy() {
    return loadAtStart > cores / 2.0;
  }

  /// {@return what follows a verdict on a budget: nothing, or that it is not to be relied on}
  public String caveat() {
    return wasBusy()
        ? String.format(
            Locale.ROOT, " (not to be relied on: the machine was busy, load %.1f)", loadAtStart)
        : "";
  }

  /// {@return one line for people}
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s, JDK %s, %s, load %.2f at the start",
        processor,
        cores,
        system,
        jdk,
        String.join(" + ", collectors),
        loadAtStart);
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException | UncheckedIOException e) {
      // Only Linux has the file.
      return System.getProperty("os.arch");
    }
  }
}
