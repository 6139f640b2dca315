package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// Whatever is commanded, the engine's events keep the promises about orders.
class OrderPromisesTest {
  private static final int COMMANDS = 15_000;

  @ParameterizedTest
  @CsvSource({"QUOTES, 101", "QUOTES, 102", "BARS, 103", "BARS, 104"})
  void pairsBracketsAndFlagsHoldInARandomFlow(Matching matching, long seed) {
    World world = World.empty(config -> config.with(matching, ZoneId.of("Asia/Kolkata")));
    world.gate.checks(FakeGate.maxPosition(100_000));
    RandomFlow flow = new RandomFlow(seed, matching);
    OrderPromises promises = new OrderPromises();
    long lastOrderId = 0;

    flow.opening().forEach(world.door::answer);
    for (int i = 0; i < COMMANDS; i++) {
      String where = matching + ", seed " + seed + ", command " + i + ": ";
      take(world, flow.next(lastOrderId, world::order));
      for (Event event : world.told.take()) {
        promises.hear(event, where);
        if (event instanceof Event.OrderAccepted e) {
          lastOrderId = e.orderId();
        }
      }
      promises.commandEnded(where);
    }

    assertEquals(
        Set.of("entry", "fill or kill", "pair", "post-only", "reduce-only"),
        promises.met().keySet());
  }

  private static void take(World world, Command command) {
    try {
      world.door.take(command);
    } catch (BadInputException _) {
      // The flow contains bad input, which tells nothing.
    }
  }

  @Test
  void eachBrokenPromiseIsSeen() {
    OrderTerms post = OrderTerms.NONE.withFlags(true, false);
    OrderTerms reduce = OrderTerms.NONE.withFlags(false, true);

    assertBroken(accepted(1, 5), termed(1, post, 0, 0), filled(1, 5, 0, Liquidity.TAKER));
    assertBroken(accepted(1, 5), termed(1, reduce, 0, 0), filled(1, 5, 0, Liquidity.MAKER));
    assertBroken(
        accepted(1, 5),
        termed(1, OrderTerms.NONE, 0, 2),
        accepted(2, 5),
        termed(2, OrderTerms.NONE, 0, 1),
        filled(1, 3, 2, Liquidity.MAKER),
        filled(2, 3, 2, Liquidity.MAKER));
    assertBroken(
        accepted(1, 5),
        termed(1, OrderTerms.NONE, 0, 2),
        accepted(2, 5),
        termed(2, OrderTerms.NONE, 0, 1),
        filled(1, 3, 2, Liquidity.MAKER));
    assertBroken(
        accepted(1, 5),
        accepted(2, 5),
        termed(2, OrderTerms.NONE, 1, 0),
        filled(1, 2, 3, Liquidity.MAKER),
        filled(2, 3, 2, Liquidity.MAKER));
    assertBroken(accepted(1, 5), filled(1, 6, 0, Liquidity.MAKER));
    assertBroken(
        accepted(1, 5), filled(1, 5, 0, Liquidity.MAKER), filled(1, 1, 0, Liquidity.MAKER));
  }

  private static void assertBroken(Event... events) {
    OrderPromises promises = new OrderPromises();
    assertThrows(
        AssertionError.class,
        () -> {
          List.of(events).forEach(event -> promises.hear(event, ""));
          promises.commandEnded("");
        });
  }

  private static Event accepted(long orderId, long lots) {
    return new Event.OrderAccepted(
        1,
        1,
        orderId,
        1,
        1,
        Side.BUY,
        OrderType.LIMIT,
        TimeInForce.GTC,
        Sizing.LOTS,
        OrderStatus.NEW,
        lots,
        100,
        0);
  }

  private static Event termed(long orderId, OrderTerms terms, long entryId, long siblingId) {
    return new Event.OrderTermed(1, 1, orderId, 1, 1, Side.BUY, terms, entryId, siblingId);
  }

  private static Event filled(long orderId, long lots, long left, Liquidity part) {
    return new Event.OrderFilled(1, 1, orderId, orderId, 1, 1, Side.BUY, 100, lots, left, 0, part);
  }
}
