package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.spi.Desk;
import trading.strategies.StrategyStatus.State;

/// What linked orders of a strategy do.
class DeskLinkedOrdersTest extends HostFixture {
  private final List<Long> numbers = new ArrayList<>();

  @Test
  void theyAreQueuedAndEveryOneIsToldUnderItsNumber() {
    one.atBar =
        (_, desk) -> {
          numbers.addAll(desk.submit(bracket("acc_1")));
          numbers.add(desk.submit(limit("acc_1", 1)));
          assertEquals(List.of(), engine.placed);
        };

    host.onBar(bar());

    assertEquals(List.of(1L, 2L, 3L, 4L), numbers);
    assertEquals(numbers, clientOrderIds());
    assertEquals(
        List.of("order 1 NEW 0", "order 2 SUSPENDED 0", "order 3 SUSPENDED 0", "order 4 NEW 0"),
        one.calls().subList(1, 5));
    assertEquals(4, status(0).ordersSubmitted());
    assertEquals(1, engine.order(2).orElseThrow().entryId());
    assertEquals(3, engine.order(2).orElseThrow().siblingId());
  }

  @Test
  void aPairAndOrdersAfterAnEntryAreNumberedInTheirOrder() {
    one.atBar =
        (_, desk) -> {
          numbers.addAll(
              desk.submit(new LinkedOrders.OneCancelsOther(limit("acc_1", 2), limit("acc_1", 2))));
          numbers.addAll(
              desk.submit(
                  new LinkedOrders.OneTriggersOthers(
                      limit("acc_1", 3), List.of(limit("acc_1", 4), limit("acc_1", 5)))));
        };

    host.onBar(bar());

    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers);
    assertEquals(
        List.of(2L, 2L, 3L, 4L, 5L), engine.placed.stream().map(OrderRequest::lots).toList());
    assertEquals(numbers, clientOrderIds());
  }

  @Test
  void theirWholeLifeIsTold() {
    one.atBar = (_, desk) -> desk.submit(bracket("acc_1"));
    host.onBar(bar());
    one.forgetCalls();

    engine.fill(1, 10, 60);
    engine.activate(2);
    engine.activate(3);
    host.drain();
    engine.reduce(3, 4);
    host.drain();

    assertEquals(
        List.of("order 1 FILLED 10", "order 2 NEW 0", "order 3 NEW 0", "order 3 NEW 0"),
        one.calls());
  }

  @Test
  void whenTheyAreRefusedEachOfThemIs() {
    engine.refuseNext(Reason.BAD_LINK, "no");
    one.atBar = (_, desk) -> desk.submit(bracket("acc_1"));

    host.onBar(bar());

    assertEquals(
        List.of("refused 1 BAD_LINK", "refused 2 BAD_LINK", "refused 3 BAD_LINK"),
        one.calls().subList(1, 4));
    assertEquals(3, status(0).refusals());
    assertEquals(3, status(0).ordersSubmitted());
    host.disable("one");
    assertEquals(List.of(), engine.canceled);
  }

  @Test
  void everyOneMustBeOfTheStrategysAccount() {
    one.atBar =
        (_, desk) ->
            desk.submit(new LinkedOrders.OneCancelsOther(limit("acc_1", 2), limit("acc_2", 2)));

    host.onBar(bar());

    assertEquals(
        "onBar threw java.lang.IllegalStateException: strategy one trades account acc_1, not acc_2",
        status(0).stopReason());
    assertEquals(List.of(), engine.placed);
  }

  @Test
  void aDisabledStrategysWaitingOrdersAreCanceledToo() {
    one.atBar = (_, desk) -> desk.submit(bracket("acc_1"));
    host.onBar(bar());
    engine.fill(1, 4, 60);

    host.disable("one");

    assertEquals(List.of("acc_1 1", "acc_1 2", "acc_1 3"), engine.canceled);
    assertEquals(List.of(OrderStatus.CANCELED, OrderStatus.CANCELED), statuses(2, 3));
    assertEquals(0, logged("WARN", "stays"));
  }

  @Test
  void whatAStoppedStrategyHoldsBackIsCanceledThroughTheDoor() {
    one.atBar = (_, desk) -> desk.submit(bracket("acc_1"));
    one.atOrder =
        (order, _) -> {
          if (order.status() == OrderStatus.FILLED) {
            throw new IllegalStateException("bug");
          }
        };
    host.onBar(bar());
    engine.fill(1, 10, 60);

    host.drain();

    assertEquals(State.STOPPED, status(0).state());
    assertEquals(List.of("acc_1 2", "acc_1 3"), engine.canceled);
    assertEquals(List.of(OrderStatus.CANCELED, OrderStatus.CANCELED), statuses(2, 3));
  }

  @Test
  void whatEndsWithItsEntryIsToldAndNotCanceledAgain() {
    one.atBar = (_, desk) -> desk.cancel(desk.submit(bracket("acc_1")).getFirst());

    host.onBar(bar());
    host.disable("one");

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(
        List.of("order 1 CANCELED 0", "order 2 CANCELED 0", "order 3 CANCELED 0"),
        one.calls().subList(4, 7));
  }

  @Test
  void eachOfThemCountsAsAnOrderOfTheDrain() {
    one.atBar =
        (_, desk) -> {
          for (int i = 0; i < 3_334; i++) {
            desk.submit(bracket("acc_1"));
          }
        };

    host.onBar(bar());

    assertEquals("it placed more than 10000 orders within one drain", status(0).stopReason());
    assertEquals(9_999, engine.placed.size());
  }

  @Test
  void nothingCanBeHandedInOutsideOfCallbacks() {
    AtomicReference<Desk> kept = new AtomicReference<>();
    one.atBar = (_, desk) -> kept.set(desk);
    host.onBar(bar());

    LinkedOrders orders = bracket("acc_1");
    assertThrows(IllegalStateException.class, () -> kept.get().submit(orders));
  }

  private List<OrderStatus> statuses(long... ids) {
    return LongStream.of(ids).mapToObj(id -> engine.order(id).orElseThrow().status()).toList();
  }

  private static LinkedOrders bracket(String account) {
    return new LinkedOrders.Bracket(
        limit(account, 10),
        OrderRequest.stop(account, "TCS", Side.SELL, 10, 50),
        OrderRequest.limit(account, "TCS", Side.SELL, 10, 80));
  }
}
