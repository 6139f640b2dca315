package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.risk.BuiltInRulesTest.assertPasses;
import static trading.risk.BuiltInRulesTest.assertRefused;
import static trading.risk.BuiltInRulesTest.world;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import trading.api.Liquidity;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.Event;

class CapitalRulesTest {
  private static final long MILLION = 1_000_000;

  @Nested
  class MaxDrawdown {
    private final World world = world("max_drawdown", "20");

    /// Holds 100 lots bought at 2,000 ticks (100 rupees) with 10,000 rupees, so that a tick is 5
    /// rupees; the peak is 12,000.
    private void buyHundredAndReachTwelveThousand() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.hold(World.ITC, 100, 2_000);
      world.mark(World.ITC, 2_400);
    }

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      buyHundredAndReachTwelveThousand();
      world.mark(World.ITC, 1_920);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.mark(World.ITC, 1_919);

      Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 1);
      assertRefused("max_drawdown", 20 * MILLION, 20_041_667, refusal);
      assertEquals(
          "equity of trader_001 must be positive and at most 20 % below its peak of 12000 INR, was"
              + " 9595 INR, 20.041667 % below (max_drawdown; limit and actual in millionths of a"
              + " percent)",
          refusal.orElseThrow().sentence());
    }

    @Test
    void oneMicroOfEquityDecides() {
      World exact = world("max_drawdown", "50");
      exact.deposit(1, World.INR, 10 * MILLION);
      exact.accept(1, 1, World.ITC, Side.BUY, 1);
      exact.fill(1, 1, World.ITC, Side.BUY, 1, 150);
      exact.mark(World.ITC, 50);
      assertPasses(exact.ask(World.ITC, Side.BUY, 1));

      exact.deposit(1, World.INR, -1);

      assertRefused("max_drawdown", 50 * MILLION, 50_000_006, exact.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void whatOnlyReducesPasses() {
      buyHundredAndReachTwelveThousand();
      world.mark(World.ITC, 1_000);

      assertPasses(world.ask(World.ITC, Side.SELL, 100));
      assertTrue(world.ask(World.ITC, Side.SELL, 101).isPresent());
      assertTrue(world.ask(World.SBIN, Side.BUY, 1).isPresent());
    }

    @Test
    void depositsAndWithdrawalsMovePeakAndEquityAlike() {
      buyHundredAndReachTwelveThousand();
      world.mark(World.ITC, 1_920);

      world.deposit(1, World.INR, -1);
      assertTrue(world.ask(World.ITC, Side.BUY, 1).isPresent());
      world.deposit(1, World.INR, 1);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.deposit(1, World.INR, 12_000 * MILLION);
      world.mark(World.ITC, 1_440);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));
      world.mark(World.ITC, 1_439);
      assertRefused("max_drawdown", 20 * MILLION, 20_020_834, world.ask(World.ITC, Side.BUY, 1));
    }

    /// So many prices of which each is below the one before are more than what is kept of them.
    @Test
    void pricesBeforeAPositionAreNotOfItAlsoWhenTheyAreForgottenWithItsFirstFill() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.hold(World.ITC, 100, 2_000);
      world.hold(World.ITC, -100, 2_000);
      for (int ticks = 3_000; ticks > 3_000 - 256; ticks--) {
        world.mark(World.ITC, ticks);
      }

      world.hold(World.ITC, 100, 2_000);
      world.mark(World.ITC, 1_600);

      assertPasses(world.ask(World.ITC, Side.BUY, 1));
      world.mark(World.ITC, 1_599);
      assertRefused("max_drawdown", 20 * MILLION, 20_050_000, world.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void whoHoldsSeveralFollowsEachPriceUntilOneIsLeft() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.hold(World.ITC, 100, 2_000);
      world.hold(World.SBIN, 100, 2_000);
      world.mark(World.ITC, 2_200);
      world.mark(World.ITC, 2_000);
      world.mark(World.SBIN, 2_200);
      world.mark(World.SBIN, 2_000);
      world.hold(World.SBIN, -100, 2_000);
      world.mark(World.SBIN, 9_000);

      world.mark(World.ITC, 1_760);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));
      world.mark(World.ITC, 1_759);
      assertRefused("max_drawdown", 20 * MILLION, 20_045_455, world.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void aNewDayDoesNotForgive() {
      buyHundredAndReachTwelveThousand();
      world.mark(World.ITC, 1_919);

      world.day(7);

      assertTrue(world.ask(World.ITC, Side.BUY, 1).isPresent());
    }

    @Test
    void feesAreALossFromThePeak() {
      World paying = world("max_drawdown", "0");
      paying.deposit(1, World.INR, 100 * MILLION);
      assertPasses(paying.ask(World.ITC, Side.BUY, 1));
      paying.accept(1, 1, World.ITC, Side.BUY, 1);
      paying.apply(
          new Event.OrderFilled(1, 0, 1, 1, 1, World.ITC, Side.BUY, 20, 1, 0, 1, Liquidity.TAKER));

      assertRefused("max_drawdown", 0, 1, paying.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void withoutPositiveEquityOnlyReductionsPass() {
      World free = world("max_drawdown", "100");
      assertRefused("max_drawdown", 100 * MILLION, 0, free.ask(World.ITC, Side.BUY, 1));

      free.deposit(1, World.INR, 10_000 * MILLION);
      free.hold(World.ITC, 200, 2_000);
      free.mark(World.ITC, 1_000);
      assertRefused("max_drawdown", 100 * MILLION, 100 * MILLION, free.ask(World.ITC, Side.BUY, 1));
      assertPasses(free.ask(World.ITC, Side.SELL, 200));
      free.mark(World.ITC, 1_001);
      assertPasses(free.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void equityThatOnceDidNotFitRefusesForGood() {
      buyHundredAndReachTwelveThousand();
      world.ledger.overflow(true);
      world.deposit(1, World.INR, 1);
      world.ledger.overflow(false);
      world.mark(World.ITC, 5_000);

      Refusal refusal = world.ask(World.ITC, Side.BUY, 1).orElseThrow();
      assertEquals(Reason.RULE_FAILED, refusal.reason());
      assertTrue(refusal.cause().orElseThrow() instanceof ArithmeticException);
      assertPasses(world.ask(World.ITC, Side.SELL, 1));
    }

    @Test
    void aPriceAtWhichEquityDoesNotFitRefusesForGood() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.hold(World.ITC, 10_000_000, 1);
      world.ledger.overflow(true);
      world.mark(World.ITC, 1L << 40);
      world.ledger.overflow(false);
      world.mark(World.ITC, 1);

      assertEquals(Reason.RULE_FAILED, world.ask(World.ITC, Side.BUY, 1).orElseThrow().reason());
    }

    @Test
    void anotherCurrencyHasItsOwnPeak() {
      buyHundredAndReachTwelveThousand();
      world.deposit(1, World.USD, 100 * MILLION);
      world.mark(World.ITC, 100);

      assertPasses(world.ask(World.GOOG, Side.BUY, 1));
    }
  }

  @Nested
  class MaxLeverage {
    private final World world = world("max_leverage", "2");

    MaxLeverage() {
      world.deposit(1, World.INR, 10_000 * MILLION);
      world.mark(World.ITC, 2_000);
      world.mark(World.SBIN, 1_000);
    }

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      for (Side side : Side.values()) {
        assertPasses(world.ask(World.ITC, side, 200));
        assertRefused("max_leverage", 2 * MILLION, 2_010_000, world.ask(World.ITC, side, 201));
      }
      assertEquals(
          "positions of trader_001 in INR must be worth at most 2 times the equity, could become"
              + " 2.01 times with all working orders (max_leverage; limit and actual in"
              + " millionths)",
          world.ask(World.ITC, Side.BUY, 201).orElseThrow().sentence());
    }

    @Test
    void oneMicroOfEquityDecides() {
      world.deposit(1, World.INR, -1);

      assertRefused("max_leverage", 2 * MILLION, 2_000_001, world.ask(World.ITC, Side.BUY, 200));
    }

    @Test
    void longAndShortPositionsAddUp() {
      world.hold(World.ITC, 100, 2_000);
      world.hold(World.SBIN, -100, 1_000);

      assertPasses(world.ask(World.ITC, Side.BUY, 50));
      assertRefused("max_leverage", 2 * MILLION, 2_010_000, world.ask(World.ITC, Side.BUY, 51));
      assertPasses(world.ask(World.SBIN, Side.SELL, 100));
      assertRefused("max_leverage", 2 * MILLION, 2_005_000, world.ask(World.SBIN, Side.SELL, 101));
    }

    @Test
    void workingOrdersOfOtherInstrumentsCount() {
      world.accept(1, 1, World.SBIN, Side.BUY, 100);
      world.accept(2, 1, World.SBIN, Side.SELL, 40);
      world.accept(3, 1, World.ITC, Side.SELL, 30);

      assertPasses(world.ask(World.ITC, Side.BUY, 150));
      assertRefused("max_leverage", 2 * MILLION, 2_010_000, world.ask(World.ITC, Side.BUY, 151));
      assertPasses(world.ask(World.ITC, Side.SELL, 120));
      assertRefused("max_leverage", 2 * MILLION, 2_010_000, world.ask(World.ITC, Side.SELL, 121));
    }

    @Test
    void anOrderThatTurnsAPositionCountsWithItsLargerSide() {
      world.hold(World.ITC, 200, 2_000);

      assertPasses(world.ask(World.ITC, Side.SELL, 400));
      assertRefused("max_leverage", 2 * MILLION, 2_010_000, world.ask(World.ITC, Side.SELL, 401));
    }

    @Test
    void whatOnlyReducesPasses() {
      world.hold(World.ITC, 200, 2_000);
      world.mark(World.ITC, 1_500);
      assertPasses(world.ask(World.ITC, Side.SELL, 200));
      assertTrue(world.ask(World.ITC, Side.SELL, 201).isPresent());
      assertTrue(world.ask(World.SBIN, Side.BUY, 1).isPresent());
    }

    @Test
    void anInstrumentWithoutPriceIsRefused() {
      World unpriced = world("max_leverage", "2");
      unpriced.deposit(1, World.INR, 10_000 * MILLION);
      Refusal refusal = unpriced.ask(World.ITC, Side.BUY, 1).orElseThrow();
      assertEquals(Reason.NO_PRICE, refusal.reason());
      assertEquals("max_leverage", refusal.rule());
      assertEquals(
          "positions of trader_001 in INR must be worth at most 2 times the equity, but an"
              + " instrument has no price (max_leverage; limit and actual in millionths)",
          refusal.sentence());

      unpriced.mark(World.ITC, 100);
      assertPasses(unpriced.ask(World.ITC, Side.BUY, 1));
      unpriced.accept(1, 1, World.SBIN, Side.BUY, 1);
      assertEquals(Reason.NO_PRICE, unpriced.ask(World.ITC, Side.BUY, 1).orElseThrow().reason());
      unpriced.cancel(1, 1, World.SBIN, Side.BUY, 1);
      assertPasses(unpriced.ask(World.ITC, Side.BUY, 1));
    }

    @Test
    void withoutPositiveEquityOnlyReductionsPass() {
      world.hold(World.ITC, 100, 2_000);
      world.deposit(1, World.INR, -10_000 * MILLION);

      assertRefused("max_leverage", 2 * MILLION, 0, world.ask(World.ITC, Side.BUY, 1));
      assertPasses(world.ask(World.ITC, Side.SELL, 100));
    }

    @Test
    void otherCurrenciesAndAccountsDoNotCount() {
      world.hold(World.GOOG, 1_000_000, 100);
      world.accept(7, 2, World.SBIN, Side.BUY, 1_000_000);

      assertPasses(world.ask(World.ITC, Side.BUY, 200));
    }

    @Test
    void aSumThatDoesNotFitFailsClosed() {
      world.mark(World.SBIN, 1L << 40);
      world.accept(1, 1, World.SBIN, Side.BUY, 160);
      assertRefused(
          "max_leverage",
          2 * MILLION,
          879_609_303L * MILLION + 220_800,
          world.ask(World.ITC, Side.BUY, 100));

      world.accept(2, 1, World.SBIN, Side.BUY, 1_000_000);

      Refusal refusal = world.ask(World.ITC, Side.BUY, 1).orElseThrow();
      assertEquals(Reason.RULE_FAILED, refusal.reason());
      assertTrue(refusal.cause().orElseThrow() instanceof ArithmeticException);
    }
  }

  @Nested
  class MinCapital {
    private final World world = world("min_capital", "1000");

    @Test
    void atTheLimitPassesAndOneBeyondIsRefused() {
      world.deposit(1, World.INR, 1_000 * MILLION);
      assertPasses(world.ask(World.ITC, Side.BUY, 1));

      world.deposit(1, World.INR, -1);

      Optional<Refusal> refusal = world.ask(World.ITC, Side.BUY, 1);
      assertRefused("min_capital", 1_000 * MILLION, 1_000 * MILLION - 1, refusal);
      assertEquals(
          "equity of trader_001 must be at least 1000 INR, was 999.999999 INR (min_capital; limit"
              + " and actual in micros)",
          refusal.orElseThrow().sentence());
    }

    @Test
    void whatOnlyReducesPasses() {
      world.deposit(1, World.INR, 1_000 * MILLION);
      world.hold(World.ITC, -100, 200);
      world.mark(World.ITC, 400);

      assertPasses(world.ask(World.ITC, Side.BUY, 100));
      assertRefused("min_capital", 1_000 * MILLION, 0, world.ask(World.ITC, Side.BUY, 101));
      assertRefused("min_capital", 1_000 * MILLION, 0, world.ask(World.ITC, Side.SELL, 1));
    }

    @Test
    void moneyOfAnotherCurrencyOrAccountDoesNotCount() {
      world.deposit(1, World.USD, 5_000 * MILLION);
      world.deposit(2, World.INR, 5_000 * MILLION);

      assertRefused("min_capital", 1_000 * MILLION, 0, world.ask(World.ITC, Side.BUY, 1));
      assertPasses(world.ask(World.GOOG, Side.BUY, 1));
    }

    @Test
    void noAccountMayHaveALimitThatLetsItTradeOnNothing() {
      World smallest = world("min_capital", "0.000001");

      assertRefused("min_capital", 1, 0, smallest.ask(World.ITC, Side.BUY, 1));
    }
  }
}
