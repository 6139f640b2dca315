package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the page of the original system promised, and the tests that show it here.
///
/// This module is built last, so the reports of all other modules' tests are there; older ones than
/// this build do not count. The table in `docs/promises.md` is made from `promises.txt` and these
/// reports. A test that was renamed, was not run, was skipped or failed makes another table.
/// `-Dgolden.update=true` writes it anew.
class PromisesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/promises.md");

  private static final String HEAD =
      """
      # Promises

      The system that this one grew from promised the lines below on its page; its code kept none of them. Here each
      line names the tests that show it. The build makes this table from the reports of the tests, and fails when a
      test is missing, was not run or failed.

      """;

  /// A line of `promises.txt`.
  private record Promise(String section, String text, List<String> tests) {}

  @Test
  void everyPromiseHasTestsThatPass() throws IOException {
    TestReports reports = TestReports.read(ROOT, Instant.parse(System.getProperty("build.start")));
    assumeTrue(
        reports.knows("trading.client.image.ReadmeIT"),
        "skipped: this build did not run the other modules' tests; mvn -B verify does");
    String table = table(promises(), reports);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, table);
    }

    assertEquals(
        Files.readString(PAGE),
        table,
        () -> PAGE + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
    assertTrue(table.lines().noneMatch(line -> line.endsWith("NOT SHOWN |")), table);
  }

  @Test
  void aTestThatIsMissingOrFailedIsNotShown() throws IOException {
    TestReports reports =
        TestReports.of(
            """
            <testcase name="a" classname="x.YTest" time="0.1"/>
            <testcase name="b" classname="x.YTest" time="0.1">
              <failure message="m">stack</failure>
            </testcase>
            <testcase name="c{int}[1]" classname="x.YTest$Inner" time="0.1"/>
            <testcase name="c{int}[2]" classname="x.YTest$Inner" time="0.1">
              <skipped message="m"/>
            </testcase>
            """);

    assertEquals("passes", reports.result("x.YTest.a"));
    assertEquals("NOT SHOWN", reports.result("x.YTest.b"));
    assertEquals("NOT SHOWN", reports.result("x.YTest$Inner.c"));
    assertEquals("NOT SHOWN", reports.result("x.YTest.d"));
  }

  private static String table(List<Promise> promises, TestReports reports) {
    StringBuilder page = new StringBuilder(HEAD);
    String section = "";
    for (Promise promise : promises) {
      if (!promise.section().equals(section)) {
        page.append(section.isEmpty() ? "" : "\n");
        section = promise.section();
        page.append("## ")
            .append(section)
            .append("\n\n| promise | test | result |\n|---|---|---|\n");
      }
      page.append(row(promise, reports));
    }
    return page.toString();
  }

  private static String row(Promise promise, TestReports reports) {
    boolean kept = promise.tests().stream().allMatch(test -> reports.result(test).equals("passes"));
    String tests =
        String.join(
            ", ", promise.tests().stream().map(test -> "`" + shortened(test) + "`").toList());
    return "| " + promise.text() + " | " + tests + " | " + (kept ? "passes" : "NOT SHOWN") + " |\n";
  }

  /// {@return class and method without the package}
  private static String shortened(String test) {
    String[] parts = test.split("\\.", -1);
    return parts[parts.length - 2] + "." + parts[parts.length - 1];
  }

  private static List<Promise> promises() throws IOException {
    List<Promise> promises = new ArrayList<>();
    try (InputStream in = PromisesTest.class.getResourceAsStream("/promises.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          List<String> cells = Stream.of(line.split(" \\| ", -1)).map(String::strip).toList();
          List<String> tests =
              Arrays.stream(cells.get(2).split(";", -1)).map(String::strip).toList();
          promises.add(new Promise(cells.get(0), cells.get(1), tests));
        }
      }
    }
    return promises;
  }
}
