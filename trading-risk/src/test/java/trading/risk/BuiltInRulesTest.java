package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;

class BuiltInRulesTest {
  private static final long MILLION = 1_000_000;

  @Nested
  class MaxPositionSize {
    private final World world = world("max_position_size", "100");

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      assertPasses(world.ask(World.ITC, Side.BUY, 100));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.BUY, 101));
      assertPasses(world.ask(World.ITC, Side.SELL, 100));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.SELL, 101));
    }

    @Test
    void theSentenceNamesThingValueAndBound() {
      assertEquals(
          "position of trader_001 in ITC must be at most 100 lots, could become 101 with all"
              + " working orders (max_position_size)",
          world.ask(World.ITC, Side.BUY, 101).orElseThrow().sentence());
    }

    @Test
    void workingOrdersOfTheSameSideCount() {
      world.accept(1, 1, World.ITC, Side.BUY, 60);
      world.accept(2, 1, World.ITC, Side.SELL, 30);

      assertPasses(world.ask(World.ITC, Side.BUY, 40));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.BUY, 41));
      assertPasses(world.ask(World.ITC, Side.SELL, 70));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.SELL, 71));
    }

    @Test
    void aPositionOfTheOtherSideGivesRoom() {
      world.hold(World.ITC, -50, 100);

      assertPasses(world.ask(World.ITC, Side.BUY, 150));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.BUY, 151));
      assertRefused("max_position_size", 100, 101, world.ask(World.ITC, Side.SELL, 51));
    }

    @Test
    void whatOnlyReducesPassesEvenBeyondTheLimit() {
      RuleGate gate =
          RuleGate.open(
              BuiltInRules.providers(),
              RiskConfig.none().withRule("max_position_size", Map.of("limit", "0")));
      World flat = World.of(gate);
      flat.hold(World.ITC, 50, 100);

      assertPasses(flat.ask(World.ITC, Side.SELL, 50));
      assertRefused("max_position_size", 0, 1, flat.ask(World.ITC, Side.SELL, 51));
      assertRefused("max_position_size", 0, 51, flat.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void whatIsAmendedCountsOnlyAsItWillBe() {
      world.accept(1, 1, World.ITC, Side.BUY, 90);

      assertPasses(world.ask(World.order(1, World.ITC, Side.BUY, 100).replacing(90)));
      assertRefused(
          "max_position_size",
          100,
          101,
          world.ask(World.order(1, World.ITC, Side.BUY, 101).replacing(90)));
    }

    @Test
    void otherInstrumentsAndAccountsDoNotCount() {
      world.hold(World.SBIN, 100, 100);
      world.accept(7, 2, World.ITC, Side.BUY, 100);

      assertPasses(world.ask(World.ITC, Side.BUY, 100));
    }
  }

  @Nested
  class MaxDailyLoss {
    private final World world = world("max_daily_loss", "1000");

    /// Holds 100 lots bought at 2,000 ticks (100 rupees), so that a tick is 5 rupees of profit or
    /// loss.
    private void buyHundredAtHundredRupees() {
      world.deposit(1, World.INR, 20_000 * MILLION);
      world.day(1);
      world.hold(World.ITC, 100, 2_000);
    }

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      buyHundredAtHundredRupees();
      world.mark(World.ITC, 1_800);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.deposit(1, World.INR, 5);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.mark(World.ITC, 1_799);
      Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 1);
      assertRefused("max_daily_loss", 1_000 * MILLION, 1_005 * MILLION, refusal);
      assertEquals(
          "loss of trader_001 this day must be at most 1000 INR, was 1005 INR (max_daily_loss;"
              + " limit and actual in micros)",
          refusal.orElseThrow().sentence());
    }

    @Test
    void oneMicroBeyondIsRefused() {
      World exact = world("max_daily_loss", "4.999999");
      exact.day(1);
      exact.hold(World.ITC, 100, 2_000);

      exact.mark(World.ITC, 1_999);

      assertRefused("max_daily_loss", 4_999_999, 5_000_000, exact.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void whatOnlyReducesPasses() {
      buyHundredAtHundredRupees();
      world.mark(World.ITC, 1_000);

      assertPasses(world.ask(World.ITC, Side.SELL, 100));
      assertRefused(
          "max_daily_loss", 1_000 * MILLION, 5_000 * MILLION, world.ask(World.ITC, Side.SELL, 101));
      world.accept(9, 1, World.ITC, Side.SELL, 60);
      assertPasses(world.ask(World.ITC, Side.SELL, 40));
      assertTrue(world.ask(World.ITC, Side.SELL, 41).isPresent());
    }

    @Test
    void aNewDayForgivesTheLoss() {
      buyHundredAtHundredRupees();
      world.mark(World.ITC, 1_000);
      assertTrue(world.ask(World.ITC, Side.BUY, 1).isPresent());

      world.day(2);

      assertPasses(world.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void depositsAndWithdrawalsAreNoProfitAndNoLoss() {
      buyHundredAtHundredRupees();
      world.mark(World.ITC, 1_799);
      world.deposit(1, World.INR, 5_000 * MILLION);
      assertTrue(world.ask(World.ITC, Side.BUY, 1).isPresent());

      world.mark(World.ITC, 2_000);
      world.deposit(1, World.INR, -5_000 * MILLION);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void aLossInAnotherCurrencyDoesNotCount() {
      buyHundredAtHundredRupees();
      world.mark(World.ITC, 1_000);

      assertPasses(world.ask(World.GOOG, Side.BUY, 1));
    }
  }

  @Nested
  class MaxOrdersPerDay {
    private final World world = world("max_orders_per_day", "3");

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      world.day(1);
      world.accept(1, 1, World.ITC, Side.BUY, 10);
      world.accept(2, 1, World.SBIN, Side.SELL, 10);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.accept(3, 1, World.ITC, Side.BUY, 10);

      Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 1);
      assertRefused("max_orders_per_day", 3, 4, refusal);
      assertEquals(
          "orders of trader_001 this day must be at most 3, would be 4 (max_orders_per_day)",
          refusal.orElseThrow().sentence());
      assertPasses(world.ask(2, World.ITC, Side.BUY, 1));
    }

    @Test
    void aNewDayStartsTheCountAnew() {
      for (int order : World.upTo(3)) {
        world.accept(order, 1, World.ITC, Side.BUY, 10);
      }
      assertTrue(world.ask(World.ITC, Side.BUY, 1).isPresent());

      world.day(1);

      assertPasses(world.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void amendingMakesNoNewOrder() {
      for (int order : World.upTo(3)) {
        world.accept(order, 1, World.ITC, Side.BUY, 10);
      }

      assertPasses(world.ask(World.order(1, World.ITC, Side.BUY, 12).replacing(10)));
      assertTrue(world.ask(World.order(1, World.ITC, Side.BUY, 12)).isPresent());
    }

    @Test
    void anExitBesideTheOtherOneIsAFurtherOrder() {
      for (int order : World.upTo(3)) {
        world.accept(order, 1, World.ITC, Side.SELL, 10);
      }

      AskingOrder exit = World.order(1, World.ITC, Side.SELL, 10).besideExit(10, false);
      assertRefused("max_orders_per_day", 3, 4, world.ask(exit));
    }

    @Test
    void theSecondOfAPairCountsTheFirstOne() {
      world.accept(1, 1, World.ITC, Side.BUY, 10);
      AskingOrder second = World.order(1, World.ITC, Side.BUY, 10).behind(Side.SELL, 10, false);
      assertPasses(world.ask(second));

      world.accept(2, 1, World.ITC, Side.BUY, 10);

      assertRefused("max_orders_per_day", 3, 4, world.ask(second));
    }

    @Test
    void refusedRequestsDoNotCount() {
      for (int _ : World.upTo(10)) {
        world.reject(0, 1, World.ITC, Side.BUY, 10);
      }

      assertPasses(world.ask(World.ITC, Side.BUY, 1));
    }
  }

  @Nested
  class Concentration {
    private final World world = world("concentration", "25");

    Concentration() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.mark(World.ITC, 200);
    }

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      assertPasses(world.ask(World.ITC, Side.BUY, 250));
      assertPasses(world.ask(World.ITC, Side.SELL, 250));
      Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 251);
      assertRefused("concentration", 25 * MILLION, 25_100_000, refusal);
      assertEquals(
          "position of trader_001 in ITC must be at most 25 % of equity, could become 25.1 % with"
              + " all working orders (concentration; limit and actual in millionths of a percent)",
          refusal.orElseThrow().sentence());
    }

    @Test
    void oneMicroOfEquityDecides() {
      world.deposit(1, World.INR, -1);

      assertRefused(
          "concentration", 25 * MILLION, 25 * MILLION + 1, world.ask(World.ITC, Side.BUY, 250));

      world.deposit(1, World.INR, 1);
      assertPasses(world.ask(World.ITC, Side.BUY, 250));
    }

    @Test
    void workingOrdersAndThePositionCount() {
      world.hold(World.ITC, 100, 200);
      world.accept(5, 1, World.ITC, Side.BUY, 50);

      assertPasses(world.ask(World.ITC, Side.BUY, 100));
      assertTrue(world.ask(World.ITC, Side.BUY, 101).isPresent());
      assertPasses(world.ask(World.ITC, Side.SELL, 350));
      assertTrue(world.ask(World.ITC, Side.SELL, 351).isPresent());
    }

    @Test
    void anInstrumentWithoutPriceIsRefused() {
      Optional<Refusal> refusal = world.ask(World.SBIN, Side.BUY, 1);

      assertEquals(Reason.NO_PRICE, refusal.orElseThrow().reason());
      assertEquals("concentration", refusal.orElseThrow().rule());
      assertEquals(
          "position of trader_001 in SBIN must be at most 25 % of equity, but the instrument has"
              + " no price (concentration; limit and actual in millionths of a percent)",
          refusal.orElseThrow().sentence());
    }

    @Test
    void withoutPositiveEquityOnlyReductionsPass() {
      world.hold(World.ITC, 100, 200);
      world.deposit(1, World.INR, -10_000 * MILLION);

      assertRefused("concentration", 25 * MILLION, 0, world.ask(World.ITC, Side.BUY, 1));
      assertPasses(world.ask(World.ITC, Side.SELL, 100));
      assertRefused("concentration", 25 * MILLION, 0, world.ask(World.ITC, Side.SELL, 101));
    }

    @Test
    void equityInAnotherCurrencyDoesNotCount() {
      world.mark(World.GOOG, 100);

      assertRefused("concentration", 25 * MILLION, 0, world.ask(World.GOOG, Side.BUY, 1));
    }

    @Test
    void productsBeyondALongAreComparedExactly() {
      World rich = world("concentration", "10000");
      rich.deposit(1, World.INR, 90_000_000_000L * MILLION);
      rich.mark(World.ITC, 20_000_000);

      assertPasses(rich.ask(World.ITC, Side.BUY, 9_000_000));
      assertRefused(
          "concentration",
          10_000 * MILLION,
          10_000_001_112L,
          rich.ask(World.ITC, Side.BUY, 9_000_001));

      rich.deposit(1, World.INR, -1);
      assertRefused(
          "concentration",
          10_000 * MILLION,
          10_000 * MILLION + 1,
          rich.ask(World.ITC, Side.BUY, 9_000_000));
    }

    @Test
    void productsOnBothSidesOfTheSignBitAreComparedExactly() {
      World edge = world("concentration", "25");
      edge.deposit(1, World.INR, 368_934_881_474L);
      edge.mark(World.ITC, 1);

      assertPasses(edge.ask(World.ITC, Side.BUY, 1_844_674));
      assertRefused(
          "concentration", 25 * MILLION, 25_000_009, edge.ask(World.ITC, Side.BUY, 1_844_675));
    }

    @Test
    void aValueThatDoesNotFitFailsClosed() {
      world.mark(World.ITC, 1L << 40);

      Refusal refusal = world.ask(World.ITC, Side.BUY, 1_000_000_000_000L).orElseThrow();

      assertEquals(Reason.RULE_FAILED, refusal.reason());
      assertTrue(refusal.cause().orElseThrow() instanceof ArithmeticException);
    }
  }

  static World world(String rule, String limit) {
    RiskConfig config = RiskConfig.none().withRule(rule, Map.of("limit", limit));
    return World.of(RuleGate.open(BuiltInRules.providers(), config));
  }

  static void assertPasses(Optional<Refusal> answer) {
    assertEquals(Optional.empty(), answer);
  }

  static void assertRefused(String rule, long limit, long actual, Optional<Refusal> answer) {
    Refusal refusal = answer.orElseThrow();
    assertEquals(Reason.RISK_LIMIT, refusal.reason());
    assertEquals(rule, refusal.rule());
    assertEquals(limit, refusal.limit(), refusal.sentence());
    assertEquals(actual, refusal.actual(), refusal.sentence());
  }
}
