package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.TimeInForce;

/// A FOK order trades whole or not at all.
class FillOrKillTest {
  /// A tick of a lot is a million: books are full after few.
  private static final Instrument DEAR = Instrument.of("DEAR", "USD", "1000", "1000");

  private final World world = World.onQuotes();

  @BeforeEach
  void list() {
    world.engine.listInstrument(DEAR);
    world.engine.openAccount("carol");
  }

  @ParameterizedTest
  @EnumSource
  void whatAnIcebergHidesIsBehindAnOwnOrder(SelfTradePrevention mode) {
    world.engine.setSelfTradePrevention("alice", mode);
    world.accepted(limit("bob", Side.SELL, 10).with(OrderTerms.NONE.showing(2)));
    world.accepted(limit("alice", Side.SELL, 5));

    Order order = world.accepted(limit("alice", Side.BUY, 10).with(TimeInForce.FOK));

    boolean ownGivesWay = mode == SelfTradePrevention.CANCEL_OLDEST;
    assertEquals(ownGivesWay ? 10 : 0, order.filledLots());
    assertEquals(ownGivesWay ? OrderStatus.FILLED : OrderStatus.CANCELED, order.status());
    assertEquals(5, world.order(2).lots(), "nothing was taken off the own order");
  }

  @Test
  void whatIsShownBeforeAnOwnOrderIsEnough() {
    world.accepted(limit("bob", Side.SELL, 10).with(OrderTerms.NONE.showing(4)));
    world.accepted(limit("carol", Side.SELL, 3));
    world.accepted(limit("alice", Side.SELL, 5));

    Order order = world.accepted(limit("alice", Side.BUY, 7).with(TimeInForce.FOK));

    assertEquals(OrderStatus.FILLED, order.status());
  }

  @Test
  void aTakersBooksAreFullOnTheWay() {
    world.accepted(dear("bob", Side.SELL, 3_000));
    world.accepted(dear("carol", Side.SELL, 3_000));

    assertKilled(world.accepted(dear("alice", Side.BUY, 6_000).with(TimeInForce.FOK)));
  }

  @Test
  void theBooksOfOneAccountAreFullAfterItsFirstOrder() {
    world.accepted(dear("carol", Side.BUY, 3_000));
    world.accepted(dear("alice", Side.SELL, 3_000));
    world.accepted(dear("bob", Side.SELL, 2_500));
    world.accepted(dear("bob", Side.SELL, 2_500));

    assertKilled(world.accepted(dear("alice", Side.BUY, 5_000).with(TimeInForce.FOK)));
  }

  private static void assertKilled(Order order) {
    assertEquals(0, order.filledLots());
    assertEquals(Reason.FILL_OR_KILL, order.reason().orElseThrow());
  }

  private static OrderRequest limit(String account, Side side, long lots) {
    return OrderRequest.limit(account, "ACME", side, lots, 100);
  }

  private static OrderRequest dear(String account, Side side, long lots) {
    return OrderRequest.limit(account, "DEAR", side, lots, 1_000);
  }
}
