package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Side;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskView;
import trading.api.spi.Usage;
import trading.api.spi.Usage.Unit;
import trading.api.spi.Verdict;

/// What the gate tells of an account: the use of every limit, its level, its positions' risk.
class RiskSummaryTest {
  private static final long RUPEE = 1_000_000;

  private final World world =
      World.of(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()));

  /// 10,000 rupees; 100 ITC bought at 20, now at 25 rupees; 50 SBIN sold at 50, now at 40 rupees;
  /// the highest equity was 11,500.
  private void trade() {
    world.deposit(1, World.INR, 8_000 * RUPEE);
    world.day(1);
    world.deposit(1, World.INR, 2_000 * RUPEE);
    world.hold(World.ITC, 100, 400);
    world.hold(World.SBIN, -50, 1_000);
    world.mark(World.ITC, 600);
    world.mark(World.SBIN, 800);
    world.mark(World.ITC, 500);
  }

  @Test
  void everyRuleTellsHowMuchOfItsLimitIsUsed() {
    trade();
    world.accept(1, 1, World.ITC, Side.BUY, 20);
    world.accept(2, 1, World.GOOG, Side.BUY, 7);

    List<LimitUse> uses = summary().uses();

    assertEquals(
        List.of(
            // 120 × 25 and 50 × 40 of 11,000 rupees.
            use("concentration", "INR", "ITC", Usage.atMost(Unit.PERCENT, 25_000_000, 27_272_728)),
            use("concentration", "INR", "SBIN", Usage.atMost(Unit.PERCENT, 25_000_000, 18_181_819)),
            use(
                "concentration",
                "USD",
                "GOOG",
                Usage.atMost(Unit.PERCENT, 25_000_000, Long.MAX_VALUE)),
            use("max_daily_loss", "INR", "", Usage.atMost(Unit.MONEY, 500_000 * RUPEE, 0)),
            use("max_daily_loss", "USD", "", Usage.atMost(Unit.MONEY, 500_000 * RUPEE, 0)),
            // 500 of 11,500 rupees.
            use("max_drawdown", "INR", "", Usage.atMost(Unit.PERCENT, 20_000_000, 4_347_827)),
            use("max_drawdown", "USD", "", Usage.atMost(Unit.PERCENT, 20_000_000, 0)),
            // 5,000 of 11,000 rupees.
            use("max_leverage", "INR", "", Usage.atMost(Unit.TIMES, 2_000_000, 454_546)),
            use("max_leverage", "USD", "", Usage.atMost(Unit.TIMES, 2_000_000, Long.MAX_VALUE)),
            use("max_orders_per_day", "", "", Usage.atMost(Unit.NUMBER, 10_000, 4)),
            use("max_position_size", "INR", "ITC", Usage.atMost(Unit.LOTS, 10_000, 120)),
            use("max_position_size", "INR", "SBIN", Usage.atMost(Unit.LOTS, 10_000, 50)),
            use("max_position_size", "USD", "GOOG", Usage.atMost(Unit.LOTS, 10_000, 7)),
            use("min_capital", "INR", "", Usage.atLeast(Unit.MONEY, 1_000 * RUPEE, 11_000 * RUPEE)),
            use("min_capital", "USD", "", Usage.atLeast(Unit.MONEY, 1_000 * RUPEE, 0))),
        uses);
  }

  @Test
  void theLevelIsThatOfTheHighestUseAndTheReasonNamesIt() {
    world.deposit(1, World.INR, 10_000_000 * RUPEE);
    assertEquals(RiskLevel.LOW, summary().level());
    assertEquals(
        "min_capital of trader_001 in INR is at 0.01 % of its limit: 10000000 INR, at least 1000"
            + " INR",
        summary().reason());

    world.day(1);
    world.mark(World.ITC, 2_000);
    world.hold(World.ITC, 8_000, 2_000);
    world.mark(World.ITC, 1_000);

    RiskSummary summary = summary();
    assertEquals(RiskLevel.HIGH, summary.level());
    assertEquals(
        "max_daily_loss of trader_001 in INR is at 80 % of its limit: 400000 INR, at most 500000"
            + " INR",
        summary.reason());
    assertEquals(List.of(), summary.violations());

    world.mark(World.ITC, 749);

    assertEquals(RiskLevel.CRITICAL, summary().level());
    assertEquals(
        List.of("max_daily_loss"), summary().violations().stream().map(LimitUse::rule).toList());
  }

  @Test
  void whatIsLostTodayIsUsedOfTheDailyLoss() {
    world.deposit(1, World.INR, 10_000 * RUPEE);
    world.day(1);
    world.hold(World.ITC, 100, 400);
    world.mark(World.ITC, 300);

    assertEquals(500 * RUPEE, useOf("max_daily_loss").actual());
    assertEquals(100_000, useOf("max_daily_loss").useMillionths());
  }

  @Test
  void anAccountWithoutMoneyAndRulesWithoutLimitsUseNothing() {
    World none = World.of(FakeRule.gate(new FakeRule("mute", (_, _) -> Verdict.Pass.PASS)));

    RiskSummary summary = none.gate.summary(World.TRADER, none.ledger);

    assertEquals(List.of(), summary.uses());
    assertEquals(RiskLevel.LOW, summary.level());
    assertEquals("no rule has a limit to tell", summary.reason());
  }

  @Test
  void aRuleThatCannotTellCountsAsViolated() {
    World strange =
        World.of(
            FakeRule.gate(
                new FakeRule("answers_null", new Telling(Usage.Scope.ACCOUNT, null)),
                new FakeRule("has_no_scope", new Telling(null, Optional.empty())),
                new FakeRule("throws", new Throwing())));

    RiskSummary summary = strange.gate.summary(World.TRADER, strange.ledger);

    assertEquals(RiskLevel.CRITICAL, summary.level());
    assertEquals(
        List.of(
            "answers_null of trader_001 cannot be told: the rule answered null",
            "has_no_scope of trader_001 cannot be told: it does not say for what",
            "throws of trader_001 cannot be told: the rule failed with"
                + " java.lang.IllegalStateException"),
        summary.violations().stream().map(use -> use.sentence(World.TRADER)).toList());
  }

  @Test
  void aRuleOfTheWholeAccountSeesNoMoneyAndNoInstrument() {
    long[] seen = new long[8];
    RiskRule looking =
        new Telling(Usage.Scope.ACCOUNT, Optional.empty()) {
          @Override
          public Optional<Usage> usage(RiskView risk) {
            seen[0] = risk.netLots();
            seen[1] = risk.workingBuyLots() + risk.workingSellLots();
            seen[2] = risk.markTicks();
            seen[3] = risk.tickValueMicros();
            seen[4] = risk.equityMicros();
            seen[5] = risk.peakEquityMicros();
            seen[6] = risk.grossExposureMicros();
            seen[7] = risk.ordersToday();
            return super.usage(risk);
          }
        };
    World looked = World.of(FakeRule.gate(new FakeRule("looking", looking)));
    looked.deposit(1, World.INR, 8_000 * RUPEE);
    looked.hold(World.ITC, 100, 400);

    looked.gate.summary(World.TRADER, looked.ledger);

    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L), Arrays.stream(seen).boxed().toList());
  }

  @Test
  void thePortfoliosRiskIsThatOfItsPositions() {
    trade();
    world.accept(1, 1, World.ITC, Side.BUY, 20);

    PortfolioRisk risk = world.gate.portfolioRisk(World.TRADER, world.ledger);

    assertEquals(World.TRADER, risk.account());
    assertEquals(RiskLevel.CRITICAL, risk.level());
    assertEquals(summary().uses(), risk.uses());
    assertEquals(
        List.of(
            new PortfolioRisk.Money(
                "INR",
                11_000 * RUPEE,
                4_500 * RUPEE,
                500 * RUPEE,
                OptionalLong.of(5_000 * RUPEE),
                OptionalLong.of(409_091),
                Optional.of(
                    new PortfolioRisk.Largest("ITC", 2_500 * RUPEE, OptionalLong.of(22_727_273))),
                11_500 * RUPEE,
                500 * RUPEE,
                OptionalLong.of(4_347_827),
                1_000 * RUPEE)),
        risk.money());
  }

  @Test
  void whatCannotBeDividedIsAbsent() {
    world.hold(World.SBIN, -50, 1_000);
    world.mark(World.SBIN, 2_000);
    world.accept(1, 1, World.ITC, Side.BUY, 20);

    PortfolioRisk.Money money =
        world.gate.portfolioRisk(World.TRADER, world.ledger).money().getFirst();

    assertEquals(-2_500 * RUPEE, money.equityMicros());
    assertEquals(5_000 * RUPEE, money.grossMicros());
    assertEquals(-5_000 * RUPEE, money.netMicros());
    assertEquals(OptionalLong.empty(), money.grossWithWorkingMicros());
    assertEquals(OptionalLong.empty(), money.leverageMillionths());
    assertEquals(OptionalLong.empty(), money.drawdownMillionths());
    assertEquals(
        new PortfolioRisk.Largest("SBIN", -5_000 * RUPEE, OptionalLong.empty()),
        money.largest().orElseThrow());
  }

  @Test
  void nothingHeldIsNoRisk() {
    world.deposit(1, World.INR, 10_000 * RUPEE);

    PortfolioRisk.Money money =
        world.gate.portfolioRisk(World.TRADER, world.ledger).money().getFirst();

    assertEquals(Optional.empty(), money.largest());
    assertEquals(OptionalLong.of(0), money.leverageMillionths());
    assertEquals(OptionalLong.of(0), money.drawdownMillionths());
    assertEquals(10_000 * RUPEE, money.peakEquityMicros());
  }

  @Test
  void aGateThatWasRestoredTellsTheSame() {
    trade();
    world.accept(1, 1, World.ITC, Side.BUY, 20);
    Snapshot snapshot = Snapshot.of(world.gate);
    World restored =
        World.bare(RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()), world.ledger);

    restored.gate.read(snapshot.reader(snapshot.values().size()));

    assertEquals(
        world.gate.portfolioRisk(World.TRADER, world.ledger),
        restored.gate.portfolioRisk(World.TRADER, world.ledger));
    assertEquals(summary(), restored.gate.summary(World.TRADER, world.ledger));
    assertEquals(snapshot.values(), Snapshot.of(restored.gate).values());
  }

  @Test
  void anUnknownAccountHasNoRisk() {
    BadInputException error =
        assertThrows(
            BadInputException.class, () -> world.gate.portfolioRisk("nobody", world.ledger));

    assertEquals(Reason.UNKNOWN_ACCOUNT, error.reason());
  }

  @Test
  void askingChangesNothing() {
    trade();
    List<Object> before = Snapshot.of(world.gate).values();

    summary();
    world.gate.portfolioRisk(World.TRADER, world.ledger);

    assertEquals(before, Snapshot.of(world.gate).values());
    assertTrue(world.ask(World.ITC, Side.BUY, 1).isEmpty());
  }

  private RiskSummary summary() {
    return world.gate.summary(World.TRADER, world.ledger);
  }

  private LimitUse useOf(String rule) {
    return summary().uses().stream()
        .filter(use -> use.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static LimitUse use(String rule, String currency, String symbol, Usage usage) {
    return new LimitUse(rule, currency, symbol, usage, "");
  }

  /// A stranger's rule that tells what a test wants, also what it must not.
  private static class Telling implements RiskRule {
    private final Usage.Scope scope;
    private final Optional<Usage> usage;

    @SuppressWarnings("NullAway")
    Telling(Usage.Scope scope, Optional<Usage> usage) {
      this.scope = scope;
      this.usage = usage;
    }

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      return Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return scope;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      return usage;
    }
  }

  private static final class Throwing implements RiskRule {
    @Override
    public Verdict check(OrderView order, RiskView risk) {
      return Verdict.Pass.PASS;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      throw new IllegalStateException("its own words stay out");
    }
  }
}
