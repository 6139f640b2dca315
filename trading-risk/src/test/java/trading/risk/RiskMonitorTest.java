package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trading.api.Side;
import trading.api.spi.Usage;
import trading.risk.RiskAlert.Level;

class RiskMonitorTest {
  private static final long RUPEE = 1_000_000;

  private final RiskMonitor monitor = RiskMonitor.keeping(2);
  private long now;

  @Test
  void aUseThatRisesIsToldOncePerLevel() {
    assertEquals(List.of(), look(79));
    assertEquals(List.of(Level.WARNING), look(80));
    assertEquals(List.of(), look(94));
    assertEquals(List.of(Level.CRITICAL), look(95));
    assertEquals(List.of(), look(100));
    assertEquals(List.of(Level.VIOLATED), look(101));
    assertEquals(List.of(), look(150));
  }

  @Test
  void onlyTheHighestLevelIsToldWhenSeveralAreReached() {
    assertEquals(List.of(Level.VIOLATED), look(300));
  }

  @Test
  void aViolationIsResolvedTwoPointsBelowTheLimit() {
    look(101);
    assertEquals(List.of(), look(100));
    assertEquals(List.of(), look(99));
    assertEquals(List.of(Level.RESOLVED), look(98));
    assertEquals(List.of(), look(99));
    assertEquals(List.of(Level.VIOLATED), look(101));
  }

  @Test
  void aWarningIsResolvedTwoPointsBelowWhereItBegan() {
    look(80);
    assertEquals(List.of(), look(79));
    assertEquals(List.of(), look(80));
    assertEquals(List.of(Level.RESOLVED), look(78));
    assertEquals(List.of(), look(1));
    assertEquals(List.of(Level.WARNING), look(80));
  }

  @Test
  void aCriticalUseThatFallsToAWarningIsNotToldUntilItRisesAgain() {
    look(95);
    assertEquals(List.of(), look(93));
    assertEquals(List.of(), look(94));
    assertEquals(List.of(), look(90));
    assertEquals(List.of(Level.CRITICAL), look(95));
    assertEquals(List.of(Level.RESOLVED), look(10));
  }

  @Test
  void whatWasResolvedOnceIsNotResolvedAgain() {
    look(101);
    assertEquals(List.of(Level.RESOLVED), look(96));
    assertEquals(List.of(), look(10));
  }

  @Test
  void violationsOpenAndResolve() {
    look(90);
    assertEquals(List.of(), monitor.openViolations());

    look(110);
    look(130);
    look(120);
    assertEquals(
        List.of(new Violation("bob", use("a", 130), 2, OptionalLong.empty())),
        monitor.openViolations());
    assertEquals(List.of(), monitor.history());

    look(5);
    assertEquals(List.of(), monitor.openViolations());
    assertEquals(
        List.of(new Violation("bob", use("a", 130), 2, OptionalLong.of(5))), monitor.history());
  }

  @Test
  void theHistoryKeepsTheLastViolations() {
    for (int peak : new int[] {110, 120, 130}) {
      look(peak);
      look(0);
    }

    assertEquals(
        List.of(130L, 120L),
        monitor.history().stream().map(each -> each.worst().actual()).toList());
    assertThrows(IllegalArgumentException.class, () -> RiskMonitor.keeping(-1));
  }

  @Test
  void everyLimitOfEveryAccountIsWatchedByItself() {
    List<RiskAlert> first =
        monitor.check(
            7, List.of(summary("bob", use("a", 80), use("b", 101)), summary("eve", use("a", 95))));
    List<RiskAlert> second = monitor.check(8, List.of(summary("bob", use("a", 80), use("b", 101))));

    assertEquals(
        List.of(
            new RiskAlert("bob", Level.WARNING, use("a", 80), 7),
            new RiskAlert("bob", Level.VIOLATED, use("b", 101), 7),
            new RiskAlert("eve", Level.CRITICAL, use("a", 95), 7)),
        first);
    assertEquals(List.of(), second);
    assertEquals(
        List.of(Level.RESOLVED), levels(monitor.check(9, List.of(summary("eve", use("a", 10))))));
  }

  @Test
  void aLimitThatIsNotNamedAnyMoreIsResolvedAsUnused() {
    look(101);

    List<RiskAlert> alerts = monitor.check(2, List.of(summary("bob")));

    assertEquals(List.of(Level.RESOLVED), levels(alerts));
    assertEquals(0, alerts.getFirst().actual());
    assertEquals(100, alerts.getFirst().limit());
    assertEquals(List.of(), monitor.openViolations());
    assertEquals(List.of(), monitor.check(3, List.of(summary("bob"))));
  }

  @Test
  void anAlertSaysEverythingAboutItsLimit() {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()));
    world.deposit(1, World.INR, 10_000 * RUPEE);
    world.mark(World.ITC, 200);
    world.accept(1, 1, World.ITC, Side.BUY, 200);

    RiskAlert alert =
        monitor.check(42, List.of(world.gate.summary(World.TRADER, world.ledger))).getFirst();

    assertEquals(World.TRADER, alert.account());
    assertEquals("concentration", alert.rule());
    assertEquals("ITC", alert.symbol());
    assertEquals(Level.WARNING, alert.level());
    assertEquals(25_000_000, alert.limit());
    assertEquals(20_000_000, alert.actual());
    assertEquals(80_000_000, alert.useMillionths());
    assertEquals(42, alert.atNanos());
    assertEquals(
        "risk limit approaching: concentration of trader_001 in ITC is at 80 % of its limit: 20 %,"
            + " at most 25 %",
        alert.sentence());
  }

  @Test
  void everyAlertIsOneLineOfTheLog() {
    String log =
        logged(() -> {
          look(80);
          look(95);
          look(101);
          look(50);
        });

    List<String> lines = Arrays.asList(log.strip().split("\n"));
    assertEquals(4, lines.size(), log);
    assertTrue(lines.stream().allMatch(line -> line.contains("WARN")), log);
    for (int i = 0; i < 2; i++) {
      assertTrue(lines.get(i).contains("risk limit approaching: a of bob is at "), log);
    }
    assertTrue(lines.get(2).contains("risk limit violated: a of bob is at 101 %"), log);
    assertTrue(lines.get(3).contains("risk limit resolved: a of bob is at 50 %"), log);
  }

  @Test
  void aListenerThatThrowsDoesNotKeepTheOthersFromHearing() {
    List<RiskAlert> heard = new ArrayList<>();
    monitor.addListener(_ -> {
      throw new IllegalStateException("not now");
    });
    monitor.addListener(heard::add);

    logged(() -> look(101));

    assertEquals(List.of(Level.VIOLATED), levels(heard));
  }

  @Test
  void aListenerMayAskTheMonitor() {
    List<List<Violation>> open = new ArrayList<>();
    monitor.addListener(_ -> open.add(monitor.openViolations()));

    look(101);

    assertEquals(1, open.getFirst().size());
  }

  private List<Level> look(long percent) {
    now++;
    return levels(monitor.check(now, List.of(summary("bob", use("a", percent)))));
  }

  private static List<Level> levels(List<RiskAlert> alerts) {
    return alerts.stream().map(RiskAlert::level).toList();
  }

  private static LimitUse use(String rule, long percent) {
    return new LimitUse(rule, "", "", Usage.atMost(Usage.Unit.NUMBER, 100, percent), "");
  }

  private static RiskSummary summary(String account, LimitUse... uses) {
    return new RiskSummary(
        account, RiskLevel.LOW, "", 0, List.of(), Stream.of(uses).toList(), List.of(), List.of());
  }

  private static String logged(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }
}
