package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.strategies.StrategyStatus.State;

class StrategyHostTest extends HostFixture {

  @Test
  void showsQuotesAndBarsToEveryStrategyWithTheirTime() {
    host.onQuote(new TestQuote(TCS, 5_000, 70));
    host.onBar(new TestBar(TCS, 6_000, 70, 71));

    assertEquals(List.of("quote 70 at 5000", "bar 71 at 6000"), one.calls());
    assertEquals(one.calls(), two.calls());
  }

  @Test
  void placesOrdersOnlyAfterEveryStrategyHasSeenTheView() {
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));
    two.atBar = (_, _) -> assertEquals(List.of(), engine.placed);

    host.onBar(bar());

    assertEquals(1, engine.placed.size());
    assertEquals(State.RUNNING, status(1).state());
  }

  @Test
  void numbersOrdersPerStrategyFromOneAndReplacesTheirOwnNumber() {
    List<Long> numbers = new ArrayList<>();
    one.atBar =
        (_, desk) -> {
          numbers.add(desk.submit(market("acc_1", 1).withClientOrderId(77)));
          numbers.add(desk.submit(market("acc_1", 2)));
        };
    two.atBar = (_, desk) -> numbers.add(desk.submit(market("acc_2", 3)));

    host.onBar(bar());

    assertEquals(List.of(1L, 2L, 1L), numbers);
    assertEquals(List.of(1L, 2L, 1L), clientOrderIds());
  }

  @Test
  void tellsAStrategyWhatBecameOfItsOrderInOrder() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    host.onBar(bar());
    engine.fill(1, 4, 70);
    host.drain();
    engine.fill(1, 6, 70);
    host.drain();

    assertEquals(
        List.of("order 1 NEW 0", "order 1 PARTIALLY_FILLED 4", "order 1 FILLED 10"),
        one.calls().subList(1, 4));
    assertEquals(1, two.calls().size());
  }

  @Test
  void whatBecameOfAnOrderWaitsUntilTheHostIsCalledAndComesBeforeTheNextView() {
    one.atBar =
        (bar, desk) -> {
          if (bar.closeTicks() == 70) {
            desk.submit(limit("acc_1", 10));
          }
        };
    host.onBar(bar());

    engine.fill(1, 4, 70);
    assertEquals("order 1 NEW 0", one.calls().getLast());
    host.onBar(new TestBar(TCS, 6_000, 70, 71));
    engine.fill(1, 1, 70);
    host.onQuote(new TestQuote(TCS, 7_000, 72));

    assertEquals(
        List.of(
            "order 1 PARTIALLY_FILLED 4",
            "bar 71 at 6000",
            "order 1 PARTIALLY_FILLED 5",
            "quote 72 at 7000"),
        one.calls().subList(2, one.calls().size()));
  }

  @Test
  void ordersOfTwoStrategiesAreToldAcrossOneDrainInTheOrderOfTheirEvents() {
    List<String> told = new ArrayList<>();
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    two.atBar = (_, desk) -> desk.submit(limit("acc_2", 10));
    host.onBar(bar());
    one.atOrder = (_, _) -> told.add("one");
    two.atOrder = (_, _) -> told.add("two");

    engine.fill(2, 1, 70);
    engine.fill(1, 1, 70);
    engine.fill(2, 1, 70);
    host.drain();

    assertEquals(List.of("two", "one", "two"), told);
  }

  @Test
  void anOrderThatEndsBetweenTwoCallsIsShownOnceAsItStands() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    host.onBar(bar());

    engine.fill(1, 4, 70);
    engine.fill(1, 6, 70);
    host.drain();

    assertEquals(List.of("order 1 FILLED 10"), one.calls().subList(2, one.calls().size()));
  }

  @Test
  void anOrderThatIsFinalAtOnceIsShownOnce() {
    engine.tradeAtOnce(70);
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 10));

    host.onBar(bar());

    assertEquals(List.of("order 1 FILLED 10"), one.calls().subList(1, one.calls().size()));
    assertEquals(10, engine.netLots("acc_1", "TCS"));
  }

  @Test
  void ordersOfOthersInTheSameAccountAreNotShown() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 10));
    host.onBar(bar());
    int before = one.calls().size();

    engine.placeOrder(limit("acc_1", 10));
    engine.placeOrder(limit("acc_1", 10).withClientOrderId(1));
    engine.fill(2, 10, 70);
    engine.fill(3, 10, 70);
    host.drain();

    assertEquals(before, one.calls().size());
    engine.fill(1, 10, 70);
    host.drain();
    assertEquals("order 1 FILLED 10", one.calls().getLast());
  }

  @Test
  void anOrderOfAnotherWithTheSameNumberIsNotTakenForItsOwnWhilePlacing() {
    StrategyHost crowded = StrategyHost.inline(new CrowdedDoor(engine), engine);
    engine.listen(crowded);
    Probe probe = new Probe();
    probe.atBar = (_, desk) -> desk.submit(limit("acc_3", 10));
    crowded.attach("three", probe, "acc_3");
    engine.openAccount("acc_3", 1_000_000);

    crowded.onBar(bar());
    engine.fill(1, 3, 70);
    engine.fill(2, 4, 70);
    crowded.drain();

    assertEquals(
        List.of("order 1 NEW 0", "order 1 PARTIALLY_FILLED 4"),
        probe.calls().subList(1, probe.calls().size()));
  }

  @Test
  void whatIsOrderedOnAnAnswerEntersWithTheSameDrain() {
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));
    one.atOrder =
        (order, desk) -> {
          if (order.status() == OrderStatus.FILLED && order.clientOrderId() == 1) {
            desk.submit(market("acc_1", 2));
          }
        };
    host.onBar(bar());

    engine.open(TCS, 70);
    assertEquals(List.of(1L), clientOrderIds());
    host.drain();

    assertEquals(List.of(1L, 2L), clientOrderIds());
  }

  @Test
  void drainsUntilAnswersBringNoNewOrders() {
    engine.tradeAtOnce(70);
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 1));
    one.atOrder =
        (order, desk) -> {
          if (order.clientOrderId() < 100) {
            desk.submit(market("acc_1", 1));
          }
        };

    host.onBar(bar());

    assertEquals(100, engine.netLots("acc_1", "TCS"));
    assertEquals(100, status(0).ordersSubmitted());
  }

  @Test
  void reportsRefusalsToTheStrategyAndCountsThem() {
    engine.refuseNext(Reason.RISK_LIMIT, "lots must be 1..5, was 9");
    AtomicReference<OrderRequest> refused = new AtomicReference<>();
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 9));
    one.atRefusal = (request, _) -> refused.set(request);

    host.onBar(bar());

    assertEquals("refused 1 RISK_LIMIT", one.calls().getLast());
    assertEquals(market("acc_1", 9).withClientOrderId(1), refused.get());
    assertEquals(1, status(0).refusals());
    assertEquals(1, status(0).ordersSubmitted());
    assertEquals(0, status(1).refusals());
  }

  @Test
  void anOrderRefusedWhileItWaitedComesAsAnOrder() {
    one.atBar = (_, desk) -> desk.submit(market("acc_1", 9));
    host.onBar(bar());

    engine.rejectWaiting(1, Reason.RISK_LIMIT);
    host.drain();

    assertEquals("order 1 REJECTED 0", one.calls().getLast());
    assertEquals(1, status(0).refusals());
  }

  @Test
  void cancelsByClientOrderIdThroughTheDoor() {
    two.atBar = (_, desk) -> desk.submit(limit("acc_2", 1));
    one.atBar =
        (_, desk) -> {
          long first = desk.submit(limit("acc_1", 10));
          desk.submit(limit("acc_1", 20));
          desk.cancel(first);
        };

    host.onBar(bar());

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals("order 1 CANCELED 0", one.calls().getLast());
  }

  @Test
  void cancelingAnOrderThatHasEndedDoesNothing() {
    engine.tradeAtOnce(70);
    one.atBar =
        (_, desk) -> {
          desk.submit(market("acc_1", 1));
          desk.cancel(1);
        };

    host.onBar(bar());

    assertEquals(List.of(), engine.canceled);
    assertEquals(State.RUNNING, status(0).state());
  }

  @Test
  void aRefusedCancelIsLogged() {
    one.atBar = (_, desk) -> desk.submit(limit("acc_1", 1));
    host.onBar(bar());
    one.atBar = (_, desk) -> desk.cancel(1);
    engine.refuseNext(Reason.NOT_ORDER_OWNER, "somebody else's");

    host.onBar(bar());

    assertEquals(1, logged("WARN", "order 1 of strategy one stays: somebody else's"));
  }

  @Test
  void theDeskShowsItsOwnAccount() {
    engine.tradeAtOnce(70);
    engine.placeOrder(market("acc_2", 3));
    List<String> seen = new ArrayList<>();
    two.atBar =
        (_, desk) ->
            seen.add(desk.account() + " " + desk.netLots(TCS) + " " + desk.cashMicros("INR"));

    host.onBar(bar());

    assertEquals(List.of("acc_2 3 " + (2_000_000 - TCS.notionalMicros(70, 3))), seen);
  }

  @Test
  void refusesATakenIdAndATakenAccount() {
    Probe three = new Probe();

    IllegalArgumentException id =
        assertThrows(IllegalArgumentException.class, () -> host.attach("one", three, "acc_3"));
    IllegalArgumentException account =
        assertThrows(IllegalArgumentException.class, () -> host.attach("three", three, "acc_1"));

    assertEquals("strategy one is attached already", id.getMessage());
    assertEquals("account acc_1 is traded by strategy one already", account.getMessage());
  }

  @Test
  void worksWithManyAccounts() {
    List<Probe> probes = new ArrayList<>();
    for (int i = 3; i <= 200; i++) {
      String account = "acc_" + i;
      Probe probe = new Probe();
      probe.atBar = (_, desk) -> desk.submit(market(account, 1));
      probes.add(probe);
      host.attach("strategy " + i, probe, account);
      engine.openAccount(account, 1);
    }

    host.onBar(bar());

    probes.forEach(probe -> assertEquals("order 1 PENDING_NEW 0", probe.calls().getLast()));
  }
}
