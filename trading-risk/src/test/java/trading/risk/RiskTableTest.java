package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trading.api.Parameter;
import trading.api.Side;
import trading.api.spi.RiskRuleProvider;
import trading.risk.World.Feed;

/// The tables of docs/risk.md say what is so.
class RiskTableTest {
  private static final Path PAGE = Path.of("..", "docs", "risk.md");
  private static final List<String> RULES =
      BuiltInRules.providers().stream().map(RiskRuleProvider::id).toList();

  @Test
  void everyRuleHasARowWithItsUnitAndDefault() throws IOException {
    Map<String, List<String>> rows = table("Rule");

    assertEquals(RULES, List.copyOf(rows.keySet()));
    Map<String, String> units = units();
    for (RiskRuleProvider provider : BuiltInRules.providers()) {
      List<String> row = rows.get(provider.id());
      Parameter limit = provider.parameters().getFirst();
      assertEquals(units.get(provider.id()), row.get(1), provider.id());
      assertEquals(limit.defaultText(), row.get(2), provider.id());
    }
  }

  @Test
  void everyRowNamesTheFeedsThatTheScenarioTakesAway() throws IOException {
    Map<String, List<String>> rows = table("Rule");

    for (RuleScenario scenario : RuleScenario.all()) {
      String ledger = feeds(scenario, Feed.To.LEDGER);
      String gate = feeds(scenario, Feed.To.GATE);
      assertEquals(ledger, rows.get(scenario.rule()).get(3), scenario.rule());
      assertEquals(gate, rows.get(scenario.rule()).get(4), scenario.rule());
    }
  }

  @Test
  void everyTestThatARowNamesExists() throws IOException {
    for (Map.Entry<String, List<String>> row : table("Rule").entrySet()) {
      List<String> tests = row.getValue().subList(5, row.getValue().size());
      assertEquals(3, tests.size(), row.getKey());
      for (String test : tests) {
        assertTrue(exists(test), row.getKey() + " names " + test);
      }
    }
  }

  @Test
  void aTestThatDoesNotExistIsSeen() {
    assertTrue(exists("RiskTableTest.aTestThatDoesNotExistIsSeen"));
    assertTrue(!exists("RiskTableTest.feeds"));
    assertTrue(!exists("RiskTableTest.nothing"));
    assertTrue(!exists("NoSuchTest.aTestThatDoesNotExistIsSeen"));
  }

  @Test
  void everyRuleHasAScenarioInWords() throws IOException {
    Map<String, List<String>> rows = table("Scenario");

    assertEquals(RULES, List.copyOf(rows.keySet()));
    for (RuleScenario scenario : RuleScenario.all()) {
      List<String> row = rows.get(scenario.rule());
      assertEquals(scenario.setting(), row.get(1), scenario.rule());
      assertEquals("BUY " + scenario.lots(), row.get(3), scenario.rule());
      assertEquals(scenario.limit() + ", " + scenario.actual(), row.get(5), scenario.rule());
    }
  }

  @Test
  void theTolerancesAreThoseOfTheTable() throws IOException {
    Map<String, List<String>> rows = table("Tolerance");

    assertEquals(RULES, List.copyOf(rows.keySet()));
    for (int i = 0; i < RiskTolerance.values().length; i++) {
      RiskTolerance tolerance = RiskTolerance.values()[i];
      for (String rule : RULES) {
        assertEquals(tolerance.limits().get(rule), rows.get(rule).get(i + 1), rule);
      }
    }
  }

  /// {@return the rows of the table whose head begins with a word, by the rule they begin with}
  private static Map<String, List<String>> table(String head) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      inside = line.startsWith("| " + head + " |") || inside && line.startsWith("|");
      if (inside && line.startsWith("| `")) {
        List<String> cells =
            Arrays.stream(line.split("\\|"))
                .map(cell -> cell.replace("`", "").strip())
                .skip(1)
                .toList();
        assertTrue(rows.put(cells.getFirst(), cells) == null, line);
      }
    }
    return rows;
  }

  private static String feeds(RuleScenario scenario, Feed.To to) {
    String feeds =
        scenario.feeds().stream()
            .filter(feed -> feed.to() == to)
            .map(Feed::type)
            .sorted(Comparator.naturalOrder())
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return feeds.isEmpty() ? "–" : feeds;
  }

  /// {@return what the rules' uses count, by rule}
  private static Map<String, String> units() {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()));
    world.deposit(1, World.INR, 1);
    world.accept(1, 1, World.ITC, Side.BUY, 1);
    Map<String, String> units = new TreeMap<>();
    for (LimitUse use : world.gate.summary(World.TRADER, world.ledger).uses()) {
      units.put(use.rule(), use.usage().unit().name().toLowerCase(Locale.ROOT));
    }
    return units;
  }

  /// {@return whether a test method exists, `Class.method` or `Class.Nested.method`}
  private static boolean exists(String test) {
    List<String> parts = new ArrayList<>(List.of(test.split("\\.")));
    String method = parts.removeLast();
    try {
      Class<?> owner = Class.forName("trading.risk." + String.join("$", parts));
      return Stream.of(owner.getDeclaredMethods())
          .filter(each -> each.getName().equals(method))
          .anyMatch(each ->
              Stream.of(each.getAnnotations())
                  .anyMatch(note -> note.annotationType().getSimpleName().endsWith("Test")));
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
