package trading.bench.compare;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import trading.bench.compare.Startup.Found;
import trading.bench.compare.Startup.Start;
import trading.bench.compare.Startup.Times;

/// Size and start of the image, for people and as JSON.
final class StartupReport {
  private StartupReport() {}

  static void print(Found found, PrintWriter out) {
    out.println(found.machine().line());
    out.println();
    out.printf(Locale.ROOT, "image %.1f MB", found.megabytes());
    if (found.aotBytes().isPresent()) {
      out.printf(Locale.ROOT, ", %.1f MB without its AOT cache", found.megabytesWithoutAot());
    }
    out.println();
    out.println();
    out.printf("%-32s%10s%10s%10s%n", "start, ms", "median", "min", "max");
    for (Start start : Start.values()) {
      Times times = found.of(start);
      out.printf(
          Locale.ROOT,
          "%-32s%10.1f%10.1f%10.1f%n",
          start.label(),
          times.median(),
          times.min(),
          times.max());
    }
    out.println();
    for (Budget budget : found.budgets()) {
      out.printf(
          Locale.ROOT,
          "%s: %.1f; budget at most %.0f: %s%s%n",
          budget.what(),
          budget.actual(),
          budget.bound(),
          budget.verdict(),
          found.machine().caveat());
    }
    out.println();
    out.printf(
        "Each started %d times, one after the other in turn, after one start that is not"
            + " counted.%n",
        found.of(Start.HELP).millis().size());
  }

  static ObjectNode json(Found found) {
    ObjectNode root = Json.object().put("imageBytes", found.imageBytes());
    found
        .aotBytes()
        .ifPresent(
            aot -> root.put("aotBytes", aot).put("imageBytesWithoutAot", found.imageBytes() - aot));
    ObjectNode starts = root.putObject("starts");
    for (Start start : Start.values()) {
      Times times = found.of(start);
      ObjectNode node =
          starts
              .putObject(start.key())
              .put("medianMillis", times.median())
              .put("minMillis", times.min())
              .put("maxMillis", times.max());
      ArrayNode all = node.putArray("millis");
      times.millis().forEach(all::add);
    }
    root.set("budgets", Json.of(found.budgets()));
    root.put("jdk", found.machine().jdk());
    root.set("machine", Json.of(found.machine()));
    return root;
  }
}
