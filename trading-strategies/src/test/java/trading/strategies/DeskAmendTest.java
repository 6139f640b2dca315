package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Side;
import trading.api.spi.Desk;
import trading.strategies.StrategyStatus.State;

/// What a strategy's changes of its orders do.
class DeskAmendTest extends HostFixture {
  private final List<Order> told = new ArrayList<>();

  @BeforeEach
  void keepWhatIsTold() {
    one.atOrder = (order, _) -> told.add(order);
  }

  @Test
  void aChangeIsQueuedAndItsOutcomeIsToldAfterTheCallback() {
    one.atBar =
        (_, desk) -> {
          desk.amend(desk.submit(limit("acc_1", 10)), new Amendment(7, 61, 0));
          assertEquals(List.of(), engine.amended);
        };

    host.onBar(bar());

    assertEquals(List.of("acc_1 1"), engine.amended);
    assertEquals(List.of(10L, 7L), told.stream().map(Order::lots).toList());
    assertEquals(61, told.getLast().limitTicks());
    assertEquals(1, status(0).ordersSubmitted());
  }

  @Test
  void aRefusedChangeIsToldAndLeavesTheOrderAlive() {
    one.atBar = (_, desk) -> desk.submit(stop(5, 80));
    host.onBar(bar());
    engine.refuseNext(Reason.RISK_LIMIT, "too much");
    one.atBar = (_, desk) -> desk.amend(1, new Amendment(20, 0, 90));

    host.onBar(bar());

    assertEquals("change of 1 with 5 lots refused RISK_LIMIT", one.calls().getLast());
    assertEquals(0, status(0).refusals());
    host.disable("one");
    assertEquals(List.of("acc_1 1"), engine.canceled);
  }

  @Test
  void anOrderThatHasEndedIsNotChanged() {
    one.atBar =
        (bar, desk) -> {
          if (bar.closeTicks() == 70) {
            desk.submit(limit("acc_1", 10));
          } else {
            desk.amend(1, Amendment.lots(20));
          }
        };
    host.onBar(bar());
    engine.fill(1, 10, 60);

    host.onBar(new TestBar(TCS, 6_000, 70, 71));

    assertEquals(List.of(), engine.amended);
    assertEquals(OrderStatus.FILLED, told.getLast().status());
    assertEquals(State.RUNNING, status(0).state());
  }

  @Test
  void anOrderThatEndsInTheSameRoundIsNotChanged() {
    one.atBar =
        (_, desk) -> {
          long id = desk.submit(limit("acc_1", 10));
          desk.cancel(id);
          desk.amend(id, Amendment.lots(20));
        };

    host.onBar(bar());

    assertEquals(List.of(), engine.amended);
    assertEquals(OrderStatus.CANCELED, told.getLast().status());
  }

  @Test
  void whatTheMarketDoesToAnOrderIsTold() {
    one.atBar = (_, desk) -> desk.submit(stop(5, 80));
    host.onBar(bar());
    two.forgetCalls();

    engine.moveStop(1, 75);
    host.drain();
    assertEquals(75, told.getLast().terms().stopTicks());
    engine.reduce(1, 2);
    host.drain();
    assertEquals(3, told.getLast().lots());
    engine.trigger(1, 74);
    host.drain();

    assertEquals(4, told.size());
    assertEquals(List.of(), two.calls());
  }

  @Test
  void endlessChangesAreARunaway() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    one.atOrder = (order, desk) -> desk.amend(1, Amendment.lots(order.lots() + 1));
    two.atBar = (_, desk) -> desk.submit(limit("acc_2", 1));

    host.onBar(bar());

    assertEquals(
        "it placed or amended more than 10000 orders within one drain", status(0).stopReason());
    assertEquals(9_999, engine.amended.size());
    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals("order 1 NEW 0", two.calls().getLast());
  }

  @Test
  void onlyItsOwnNumbersCanBeChanged() {
    one.atBar = (_, desk) -> desk.amend(1, Amendment.lots(1));

    host.onBar(bar());

    assertEquals(State.STOPPED, status(0).state());
    assertTrue(status(0).stopReason().endsWith("must be 1..0, was 1"), status(0).stopReason());
  }

  @Test
  void nothingCanBeChangedOutsideOfCallbacks() {
    AtomicReference<Desk> kept = new AtomicReference<>();
    one.atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 10));
          kept.set(desk);
        };
    host.onBar(bar());

    Amendment amendment = Amendment.lots(1);
    assertThrows(IllegalStateException.class, () -> kept.get().amend(1, amendment));
  }

  private static OrderRequest stop(long lots, long stopTicks) {
    return OrderRequest.stop("acc_1", "TCS", Side.SELL, lots, stopTicks)
        .with(OrderTerms.NONE.withStop(stopTicks).withFlags(false, true));
  }
}
