package trading.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What became of each test method, as the reports of the build say; all cases of a method count.
final class TestReports {
  private static final Pattern CASE =
      Pattern.compile("(?s)<testcase\\s([^>]*?)(?:/>|>(.*?)</testcase>)");
  private static final Pattern NAME = Pattern.compile("\\bname=\"(\\w+)");
  private static final Pattern CLASS = Pattern.compile("\\bclassname=\"([^\"(]+)");
  private static final Pattern NOT_PASSED = Pattern.compile("<(failure|error|skipped)\\b");

  private final Map<String, Boolean> passed = new TreeMap<>();
  private final Instant since;

  private TestReports(Instant since) {
    this.since = since;
  }

  /// {@return the reports below the modules of a folder}
  ///
  /// @param since older ones are of another build
  static TestReports read(Path root, Instant since) throws IOException {
    TestReports reports = new TestReports(since);
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        for (String kind : List.of("surefire-reports", "failsafe-reports")) {
          reports.readFolder(module.resolve("target").resolve(kind));
        }
      }
    }
    return reports;
  }

  /// {@return what one report says}
  static TestReports of(String xml) {
    TestReports reports = new TestReports(Instant.MIN);
    reports.add(xml);
    return reports;
  }

  /// {@return `passes` when the method was run and every case of it passed}
  String result(String test) {
    return passed.getOrDefault(test, false) ? "passes" : "NOT SHOWN";
  }

  /// {@return whether a test of this class was run}
  boolean knows(String testClass) {
    return passed.keySet().stream().anyMatch(test -> test.startsWith(testClass + "."));
  }

  private void readFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("TEST-")).toList()) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          add(Files.readString(file));
        }
      }
    }
  }

  private void add(String xml) {
    Matcher testCase = CASE.matcher(xml);
    while (testCase.find()) {
      Matcher name = NAME.matcher(testCase.group(1));
      Matcher type = CLASS.matcher(testCase.group(1));
      if (name.find() && type.find()) {
        String inside = testCase.group(2) == null ? "" : testCase.group(2);
        boolean ok = !NOT_PASSED.matcher(inside).find();
        passed.merge(type.group(1) + "." + name.group(1), ok, Boolean::logicalAnd);
      }
    }
  }
}
