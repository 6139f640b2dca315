package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Side;

/// The module with nothing beside it but the API.
class ModuleAloneTest {

  @Test
  void onlyTheApiIsThereBeside() {
    Set<String> ours =
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("trading."))
            .collect(Collectors.toSet());

    assertEquals(Set.of("trading.api", "trading.core"), ours);
  }

  @Test
  void anEngineWithAPermissiveGateTrades() {
    World world = World.onQuotes();

    Order resting = world.accepted(OrderRequest.limit("alice", "ACME", Side.SELL, 10, 105));
    Order taking = world.accepted(OrderRequest.market("bob", "ACME", Side.BUY, 4));

    assertEquals(OrderStatus.PARTIALLY_FILLED, world.order(resting.id()).status());
    assertEquals(OrderStatus.FILLED, taking.status());
    assertEquals(4, world.engine.netLots("bob", "ACME"));
    assertEquals(-4, world.engine.netLots("alice", "ACME"));
  }

  @Test
  void aBookTradesInPriceTimePriority() {
    List<String> trades = new ArrayList<>();
    OrderBook book =
        OrderBook.open((maker, price, lots) -> trades.add(maker + ": " + lots + " at " + price));
    book.place(Side.SELL, 1, 7, 102, 50);
    book.place(Side.SELL, 2, 7, 101, 10);
    book.place(Side.SELL, 3, 8, 101, 10);

    long left = book.place(Side.BUY, 4, 9, 102, 25);

    assertEquals(0, left);
    assertEquals(List.of("2: 10 at 101", "3: 10 at 101", "1: 5 at 102"), trades);
  }
}
