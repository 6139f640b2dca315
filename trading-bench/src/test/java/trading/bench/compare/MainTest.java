package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
  private static final Plan TINY =
      new Plan(
          1,
          false,
          200,
          new Plan.Phase(1, Duration.ofMillis(20)),
          new Plan.Phase(2, Duration.ofMillis(50)));

  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aComparisonPrintsFiguresRatiosAndBudgets() throws IOException {
    Path json = temp.resolve("compare.json");

    int code = run("--quick", "--json", json.toString());

    assertEquals(0, code, err::toString);
    assertTrue(out.toString().contains("ended equal"), out::toString);
    assertTrue(out.toString().contains("budget at least 100: "), out::toString);
    assertTrue(out.toString().contains("budget at least 50: "), out::toString);
    assertTrue(err.toString().contains("compare: round 1 of 1, method call"), err::toString);
    assertFigures(JsonMapper.shared().readTree(Files.readString(json)));
  }

  private static void assertFigures(JsonNode root) {
    assertTrue(root.get("stateEqual").booleanValue());
    assertTrue(root.get("medianRatioHttpClient").doubleValue() > 0);
    assertTrue(root.get("medianRatioSocket").doubleValue() > 0);
    assertEquals(0, root.get("forks").intValue());
    assertEquals(200, root.get("session").get("commands").intValue());
    assertTrue(root.get("jdk").isString());
    assertTrue(root.get("machine").get("cores").intValue() > 0);
    assertEquals(2, root.get("budgets").size());
    for (Way way : Way.values()) {
      JsonNode figures = root.get("ways").get(way.key());
      Set<String> names = Set.copyOf(figures.propertyNames());
      assertTrue(
          names.containsAll(
              List.of("mean", "meanError", "median", "min", "max", "p99", "p99.9", "savedPercent")),
          names::toString);
      assertTrue(figures.get("samples").longValue() > 0);
      assertTrue(figures.get("min").doubleValue() <= figures.get("median").doubleValue());
      assertTrue(figures.get("median").doubleValue() <= figures.get("p99").doubleValue());
      assertTrue(figures.get("p99").doubleValue() <= figures.get("p99.9").doubleValue());
      assertTrue(figures.get("p99.9").doubleValue() <= figures.get("max").doubleValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"books", "engines", "callers"})
  void theOtherComparisonsExplainThemselves(String command) {
    assertEquals(0, run(command, "--help"), err::toString);

    assertTrue(out.toString().startsWith("Usage: trading compare " + command), out::toString);
    assertTrue(out.toString().contains("--json=FILE"), out::toString);
    assertEquals(2, run(command, "--nonsense"));
    assertEquals(2, run(command, "--rounds", "0"));
    assertEquals(2, run(command, "--json", temp.toString()));
    assertTrue(err.toString().contains("--json must name a file"), err::toString);
    assertEquals(2, run("--quick", command));
    assertTrue(err.toString().contains("must stand behind the word " + command), err::toString);
  }

  @Test
  void aFaultOnOneSideIsSaidAndNoRatioIsPrinted() throws IOException {
    Path json = temp.resolve("compare.json");

    int code = run("--quick", "--fault", "--json", json.toString());

    assertEquals(1, code);
    assertTrue(out.toString().contains("The engines differ"), out::toString);
    assertTrue(out.toString().contains("state hash by HTTP, java.net.http is "), out::toString);
    assertFalse(out.toString().contains("÷"), out::toString);
    assertFalse(out.toString().contains("median"), out::toString);
    JsonNode root = JsonMapper.shared().readTree(Files.readString(json));
    assertFalse(root.get("stateEqual").booleanValue());
    assertFalse(root.has("medianRatioHttpClient"));
    assertFalse(root.has("medianRatioSocket"));
    assertEquals(0, root.get("ways").size());
    assertEquals(6, root.get("differences").size());
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidBeforeTheMeasurement() {
    int code = run("--json", temp.resolve("none/compare.json").toString());

    assertEquals(2, code);
    assertTrue(err.toString().startsWith("trading: BAD_COMMAND_LINE: --json must "), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertEquals(2, run("--startup", "--quick"));
    assertEquals(2, run("--startup", "--fault"));
    assertEquals(2, run("--fast"));
  }

  @Test
  void withoutAnImageItsStartIsNotMeasured() {
    assertEquals(2, run("--startup", "--image", temp.toString()));
    assertTrue(err.toString().contains("there is no image at " + temp), err::toString);
  }

  @Test
  void helpNamesTheFaultSwitch() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("--fault"), out::toString);
  }

  private int run(String... args) {
    return Main.run(new Main(TINY, TINY), args, new PrintWriter(out), new PrintWriter(err));
  }
}
