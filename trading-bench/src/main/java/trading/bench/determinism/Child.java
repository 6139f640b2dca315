package trading.bench.determinism;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;

/// Runs one session in this process and prints what is left of it, one line for each length.
final class Child {
  private Child() {}

  /// Runs it.
  ///
  /// @param args seed, [Fault], and the lengths in commands, ascending
  public static void main(String[] args) {
    System.out.println("runs on " + machine());
    LongSession session = new LongSession(Long.parseLong(args[0]), Fault.valueOf(args[1]), _ -> {});
    for (int i = 2; i < args.length; i++) {
      System.out.println(session.runTo(Long.parseLong(args[i])).line());
    }
  }

  /// {@return what this virtual machine says of itself: so an option without effect is seen}
  static String machine() {
    String collector =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    String headers =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("UseCompactObjectHeaders")
            .getValue();
    return String.join(
        "; ",
        System.getProperty("java.vm.info", ""),
        collector,
        "compact headers " + headers,
        Locale.getDefault().toLanguageTag(),
        TimeZone.getDefault().getID());
  }
}
