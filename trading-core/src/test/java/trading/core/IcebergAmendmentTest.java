package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Amendment;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Side;

/// A quantity of at most what has traded ends an order, also one that is shown in part.
class IcebergAmendmentTest {
  private final World world = World.onQuotes();

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 6})
  void aQuantityThatHasTradedCancelsTheRest(long lots) {
    world.accepted(
        OrderRequest.limit("alice", "ACME", Side.BUY, 10, 100).with(OrderTerms.NONE.showing(5)));
    world.quote(0, 0, 100, 6);
    assertEquals(6, world.order(1).filledLots());

    OrderResult result = world.engine.amendOrder("alice", 1, Amendment.lots(lots));

    Order order = assertInstanceOf(OrderResult.Accepted.class, result, result::toString).order();
    assertEquals(OrderStatus.CANCELED, order.status());
    assertEquals(Reason.AMENDED_AWAY, order.reason().orElseThrow());
  }
}
