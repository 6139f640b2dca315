package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.spi.RiskRule;
import trading.api.spi.Verdict;

class RuleGateTest {

  @Test
  void withoutRulesEverythingPasses() {
    World world = World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.none()));

    assertTrue(world.ask(World.ITC, Side.SELL, 1_000_000_000_000L).isEmpty());
  }

  @Test
  void rulesAreAskedInIdOrderWhateverTheOrderOfTheirProviders() {
    List<String> asked = new ArrayList<>();
    World world =
        World.of(
            FakeRule.gate(recording("c", asked), recording("a", asked), recording("b", asked)));

    world.ask(World.ITC, Side.BUY, 1);

    assertEquals(List.of("a", "b", "c"), asked);
  }

  @Test
  void theFirstRefusalWinsAndLaterRulesAreNotAsked() {
    List<String> asked = new ArrayList<>();
    World world =
        World.of(
            FakeRule.gate(
                recording("z", asked),
                new FakeRule("y", (_, _) -> new Verdict.Refuse(7, 8, "eight is beyond seven")),
                recording("x", asked)));

    Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 1);

    assertEquals(
        Optional.of(
            new Refusal(Reason.RISK_LIMIT, "y", 7, 8, "eight is beyond seven", Optional.empty())),
        refusal);
    assertEquals(List.of("x"), asked);
  }

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("boom"),
        new ArithmeticException("overflow"),
        new AssertionError("never"),
        new NoClassDefFoundError("gone"),
        new StackOverflowError(),
        new Exception("checked"));
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void aRuleThatThrowsRefuses(Throwable thrown) {
    World world = World.of(FakeRule.gate(new FakeRule("bad", throwing(thrown))));

    Refusal refusal = world.ask(World.ITC, Side.BUY, 1).orElseThrow();

    assertEquals(Reason.RULE_FAILED, refusal.reason());
    assertEquals("bad", refusal.rule());
    assertEquals(0, refusal.limit());
    assertEquals(0, refusal.actual());
    assertEquals("risk rule bad failed with " + thrown.getClass().getName(), refusal.sentence());
    assertSame(thrown, refusal.cause().orElseThrow());
  }

  @Test
  void theCausesStackLeadsFromTheGateToTheRule() {
    RiskRule rule =
        (_, _) -> {
          throw new IllegalStateException("boom");
        };
    World world = World.of(FakeRule.gate(new FakeRule("bad", rule)));

    Throwable cause = world.ask(World.ITC, Side.BUY, 1).orElseThrow().cause().orElseThrow();

    List<String> classes =
        Stream.of(cause.getStackTrace()).map(StackTraceElement::getClassName).toList();
    int inRule = classes.indexOf(RuleGateTest.class.getName());
    int inGate = classes.indexOf(RuleGate.class.getName());
    assertTrue(inRule >= 0 && inRule < inGate, classes.toString());
  }

  @Test
  void aJvmInTroubleIsNotARefusal() {
    World world = World.of(FakeRule.gate(new FakeRule("bad", throwing(new OutOfMemoryError()))));

    assertThrows(OutOfMemoryError.class, () -> world.ask(World.ITC, Side.BUY, 1));
  }

  @Test
  void aRuleThatRunsOutOfStackRefuses() {
    World world = World.of(FakeRule.gate(new FakeRule("deep", (_, _) -> descend())));

    Refusal refusal = world.ask(World.ITC, Side.BUY, 1).orElseThrow();

    assertEquals(Reason.RULE_FAILED, refusal.reason());
    assertTrue(refusal.cause().orElseThrow() instanceof StackOverflowError);
  }

  @Test
  @SuppressWarnings("NullAway")
  void aRuleThatAnswersNullRefuses() {
    for (RiskRule rule :
        List.<RiskRule>of((_, _) -> null, (_, _) -> new Verdict.Refuse(1, 2, null))) {
      World world = World.of(FakeRule.gate(new FakeRule("void", rule)));

      Refusal refusal = world.ask(World.ITC, Side.BUY, 1).orElseThrow();

      assertEquals(Reason.RULE_FAILED, refusal.reason());
      assertEquals("risk rule void answered null", refusal.sentence());
      assertTrue(refusal.cause().isEmpty());
    }
  }

  @Test
  void afterAFailureTheGateStillWorks() {
    World world =
        World.of(
            FakeRule.gate(
                new FakeRule(
                    "moody",
                    (order, _) -> {
                      if (order.lots() == 13) {
                        throw new IllegalStateException("unlucky");
                      }
                      return Verdict.Pass.PASS;
                    })));

    assertFalse(world.ask(World.ITC, Side.BUY, 13).isEmpty());
    assertTrue(world.ask(World.ITC, Side.BUY, 12).isEmpty());
  }

  @Test
  void anAccountOrInstrumentThatNoEventNamedIsABug() {
    World world = World.bare(FakeRule.gate(), new FakeLedger());

    assertThrows(IllegalStateException.class, () -> world.ask(World.ITC, Side.BUY, 1));
  }

  @Test
  void anAccountsOwnLimitBeatsTheDefault() {
    RiskConfig config =
        RiskConfig.none()
            .withRule("max_position_size", Map.of("limit", "10"))
            .withAccount(World.OTHER, "max_position_size", Map.of("limit", "20"));
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));

    assertTrue(world.ask(1, World.ITC, Side.BUY, 10).isEmpty());
    assertEquals(10, world.ask(1, World.ITC, Side.BUY, 11).orElseThrow().limit());
    assertTrue(world.ask(2, World.ITC, Side.BUY, 20).isEmpty());
    assertEquals(20, world.ask(2, World.ITC, Side.BUY, 21).orElseThrow().limit());
  }

  @Test
  void aRuleMayRunForOneAccountAlone() {
    RiskConfig config =
        RiskConfig.none().withAccount(World.OTHER, "max_position_size", Map.of("limit", "5"));
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));

    assertTrue(world.ask(1, World.ITC, Side.BUY, 6).isEmpty());
    assertFalse(world.ask(2, World.ITC, Side.BUY, 6).isEmpty());
  }

  private static FakeRule recording(String id, List<String> asked) {
    return new FakeRule(
        id,
        (_, _) -> {
          asked.add(id);
          return Verdict.Pass.PASS;
        });
  }

  private static RiskRule throwing(Throwable thrown) {
    return (_, _) -> {
      throw RuleGateTest.<RuntimeException>sneaky(thrown);
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static Verdict descend() {
    Verdict below = descend();
    return below == Verdict.Pass.PASS ? below : Verdict.Pass.PASS;
  }
}
