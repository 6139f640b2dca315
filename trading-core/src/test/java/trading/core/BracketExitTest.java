package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;

/// A bracket's stop ends the position, whatever its entry still waits for.
class BracketExitTest {
  private final World world = World.onQuotes();

  @ParameterizedTest
  @EnumSource
  void aStopDoesNotMeetItsOwnEntry(SelfTradePrevention mode) {
    world.engine.setSelfTradePrevention("alice", mode);
    LinkedResult placed =
        world.engine.placeLinked(
            new LinkedOrders.Bracket(
                OrderRequest.limit("alice", "ACME", Side.BUY, 10, 100),
                OrderRequest.stop("alice", "ACME", Side.SELL, 10, 95),
                OrderRequest.limit("alice", "ACME", Side.SELL, 10, 120)));
    assertInstanceOf(LinkedResult.Accepted.class, placed);
    world.quote(0, 0, 100, 5);
    assertEquals(5, world.engine.netLots("alice", "ACME"));

    world.engine.onQuote(new FakeQuote(World.ACME, 94, 20, 101, 20, 95));

    assertEquals(0, world.engine.netLots("alice", "ACME"));
    assertEquals(OrderStatus.CANCELED, world.order(1).status());
    assertEquals(Reason.LINKED_ORDER, world.order(1).reason().orElseThrow());
    assertEquals(OrderStatus.FILLED, world.order(2).status());
    assertEquals(5 * 94, world.order(2).filledMicros());
    assertEquals(OrderStatus.CANCELED, world.order(3).status());
  }
}
