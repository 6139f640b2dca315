package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.risk.BuiltInRulesTest.assertPasses;
import static trading.risk.BuiltInRulesTest.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.OrderStatus;
import trading.api.Side;

/// Orders that may only reduce, beside each other and beside plain ones.
class ReduceOnlyTest {
  private static final long MILLION = 1_000_000;

  /// An account that holds 100 ITC with a loss, and a rule that it has broken.
  @ParameterizedTest
  @CsvSource({
    "max_position_size, 0",
    "concentration, 0",
    "max_leverage, 0",
    "max_daily_loss, 0",
    "max_drawdown, 0",
    "min_capital, 1000000000"
  })
  void aPlainOrderDoesNotOpenWhatAReduceOnlyOneClosedBeforeIt(String rule, String limit) {
    World world = losing(rule, limit);
    AskingOrder sell = World.order(1, World.ITC, Side.SELL, 100);
    assertPasses(world.ask(sell));
    world.accept(1, 1, World.ITC, Side.SELL, 100);

    assertTrue(world.ask(sell.reducing()).isPresent(), "both together could end short");

    world.cancel(1, 1, World.ITC, Side.SELL, 100);
    assertPasses(world.ask(sell.reducing()));
  }

  @ParameterizedTest
  @CsvSource({
    "max_position_size, 0",
    "concentration, 0",
    "max_leverage, 0",
    "max_daily_loss, 0",
    "max_drawdown, 0",
    "min_capital, 1000000000"
  })
  void aStopAndATargetPassTogetherAndAPlainOrderAfterThemDoesNot(String rule, String limit) {
    World world = losing(rule, limit);
    AskingOrder sell = World.order(1, World.ITC, Side.SELL, 100);

    assertPasses(world.ask(sell.reducing()));
    world.acceptReducing(1, 1, World.ITC, Side.SELL, 100, OrderStatus.NEW);
    assertPasses(world.ask(sell.reducing()));
    world.acceptReducing(2, 1, World.ITC, Side.SELL, 100, OrderStatus.NEW);

    assertPasses(world.ask(sell.reducing().replacing(100)));
    assertTrue(world.ask(World.ITC, Side.SELL, 1).isPresent());
  }

  @Test
  void aPositionDoesNotGoBeyondItsLimitBehindAReduceOnlyOrder() {
    World world = BuiltInRulesTest.world("max_position_size", "100");
    world.hold(World.ITC, 100, 200);
    assertPasses(world.ask(World.ITC, Side.SELL, 200));
    world.accept(1, 1, World.ITC, Side.SELL, 200);

    AskingOrder close = World.order(1, World.ITC, Side.SELL, 100);
    assertRefused("max_position_size", 100, 200, world.ask(close.reducing()));
    assertRefused(
        "max_position_size",
        100,
        101,
        world.ask(World.order(1, World.ITC, Side.SELL, 1).reducing()));
  }

  /// Orders that close the same lots count once: 100 held, a plain sell of 50 and any number of
  /// reduce-only ones end at −50 at worst.
  @Test
  void manyReduceOnlyOrdersCountOnlyAsFarAsThereIsAPosition() {
    World world = BuiltInRulesTest.world("max_position_size", "100");
    world.hold(World.ITC, 100, 200);
    world.accept(1, 1, World.ITC, Side.SELL, 50);
    world.acceptReducing(2, 1, World.ITC, Side.SELL, 100, OrderStatus.NEW);
    world.acceptReducing(3, 1, World.ITC, Side.SELL, 100, OrderStatus.NEW);

    assertPasses(world.ask(World.order(1, World.ITC, Side.SELL, 100).reducing()));
  }

  @Test
  void reduceOnlyOrdersCountTogetherBesideAPlainOne() {
    World world = losing("max_daily_loss", "0");
    world.accept(1, 1, World.ITC, Side.SELL, 50);
    AskingOrder half = World.order(1, World.ITC, Side.SELL, 50);

    assertPasses(world.ask(half.reducing()));
    world.acceptReducing(2, 1, World.ITC, Side.SELL, 50, OrderStatus.NEW);

    assertTrue(world.ask(half.reducing()).isPresent(), "three times 50 of 100");
    assertPasses(world.ask(half.reducing().replacing(50)));
  }

  @Test
  void aShortPositionIsClosedInTheSameWay() {
    World world = BuiltInRulesTest.world("max_position_size", "0");
    world.hold(World.ITC, -100, 200);
    AskingOrder buy = World.order(1, World.ITC, Side.BUY, 100);
    world.acceptReducing(1, 1, World.ITC, Side.BUY, 100, OrderStatus.NEW);
    assertPasses(world.ask(buy.reducing()));

    world.accept(2, 1, World.ITC, Side.BUY, 40);

    assertRefused("max_position_size", 0, 40, world.ask(buy.reducing()));
  }

  @Test
  void whatIsHeldBackCountsAsReduceOnlyOnceItIsActivated() {
    Probe probe = new Probe();
    World world = World.of(probe.gate());
    world.acceptReducing(1, 1, World.ITC, Side.SELL, 60, OrderStatus.SUSPENDED);
    world.acceptReducing(2, 1, World.ITC, Side.SELL, 60, OrderStatus.SUSPENDED);
    assertReducing(world, probe, 0, 0);

    world.activate(1, 1, World.ITC, Side.SELL, 50);
    assertReducing(world, probe, 50, 50);
    world.accept(3, 1, World.ITC, Side.SELL, 7);
    assertReducing(world, probe, 57, 50);
    world.fill(1, 1, World.ITC, Side.SELL, 20, 100);
    assertReducing(world, probe, 37, 30);
    world.reduce(1, 1, World.ITC, Side.SELL, 5, 25);
    assertReducing(world, probe, 32, 25);
    world.fill(1, 1, World.ITC, Side.SELL, 25, 100);
    world.cancel(2, 1, World.ITC, Side.SELL, 60);
    assertReducing(world, probe, 7, 0);
  }

  private static void assertReducing(World world, Probe probe, long sells, long reducing) {
    assertPasses(world.ask(World.ITC, Side.BUY, 1));
    assertEquals(sells, probe.seen().workingSell());
    assertEquals(reducing, probe.seen().reducingSell());
  }

  private static World losing(String rule, String limit) {
    World world = BuiltInRulesTest.world(rule, limit);
    world.deposit(1, World.INR, 10_000 * MILLION);
    world.day(1);
    world.hold(World.ITC, 100, 200);
    world.mark(World.ITC, 100);
    return world;
  }
}
