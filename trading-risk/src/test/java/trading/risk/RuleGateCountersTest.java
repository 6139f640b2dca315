package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.Event;
import trading.risk.RiskSummary.Money;
import trading.risk.RiskSummary.Working;

class RuleGateCountersTest {
  private final Probe probe = new Probe();
  private final World world = World.of(probe.gate());

  @Test
  void anOrderWorksFromItsAcceptanceUntilItTradedInFull() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);
    assertWorking(10, 0);

    world.fill(1, 1, World.ITC, Side.BUY, 4, 100);
    assertWorking(6, 0);
    assertEquals(4, look().net());

    world.fill(1, 1, World.ITC, Side.BUY, 6, 100);
    assertWorking(0, 0);
    assertEquals(10, look().net());
  }

  @Test
  void whatIsCanceledWorksNoMore() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);
    world.accept(2, 1, World.ITC, Side.SELL, 7);
    world.fill(1, 1, World.ITC, Side.BUY, 4, 100);

    world.cancel(1, 1, World.ITC, Side.BUY, 6);

    assertWorking(0, 7);
  }

  @Test
  void aWaitingOrderWorksAndIsNotCountedTwiceWhenItIsActivated() {
    world.accept(1, 1, World.ITC, Side.SELL, 10, OrderStatus.PENDING_NEW);
    assertWorking(0, 10);
    assertEquals(1, look().orders());

    world.activate(1, 1, World.ITC, Side.SELL, 10);

    assertWorking(0, 10);
    assertEquals(1, look().orders());
  }

  @Test
  void aWaitingAllInOrderCountsOnceItIsSized() {
    world.accept(1, 1, World.ITC, Side.BUY, 0, OrderStatus.PENDING_NEW);
    assertWorking(0, 0);
    assertEquals(0, look().orders());

    world.activate(1, 1, World.ITC, Side.BUY, 25);
    assertWorking(25, 0);
    assertEquals(1, look().orders());

    world.fill(1, 1, World.ITC, Side.BUY, 25, 100);
    assertWorking(0, 0);
  }

  @Test
  void aWaitingOrderThatIsRejectedOrCanceledWorksNoMore() {
    world.accept(1, 1, World.ITC, Side.BUY, 10, OrderStatus.PENDING_NEW);
    world.accept(2, 1, World.ITC, Side.BUY, 0, OrderStatus.PENDING_NEW);
    world.accept(3, 1, World.ITC, Side.BUY, 0, OrderStatus.PENDING_NEW);

    world.reject(1, 1, World.ITC, Side.BUY, 10);
    world.reject(2, 1, World.ITC, Side.BUY, 30);
    world.cancel(3, 1, World.ITC, Side.BUY, 0);

    assertWorking(0, 0);
  }

  @Test
  void anOrderThatIsHeldBackWorksOnceItIsActivatedWithWhatItsEntryTraded() {
    world.accept(1, 1, World.ITC, Side.SELL, 10, OrderStatus.SUSPENDED);
    assertWorking(0, 0);
    assertEquals(0, look().orders());

    world.activate(1, 1, World.ITC, Side.SELL, 4);
    assertWorking(0, 4);
    assertEquals(1, look().orders());

    world.amend(1, 1, World.ITC, Side.SELL, 9);
    assertWorking(0, 9);
    assertEquals(1, look().orders());

    world.fill(1, 1, World.ITC, Side.SELL, 9, 100);
    assertWorking(0, 0);
  }

  @Test
  void anOrderThatIsHeldBackIsTouchedByNothingButItsActivation() {
    world.accept(1, 1, World.ITC, Side.SELL, 10, OrderStatus.SUSPENDED);
    world.accept(2, 1, World.ITC, Side.SELL, 10, OrderStatus.SUSPENDED);
    world.accept(3, 1, World.ITC, Side.SELL, 10, OrderStatus.SUSPENDED);
    world.accept(4, 1, World.ITC, Side.BUY, 0, OrderStatus.PENDING_NEW);

    world.amend(1, 1, World.ITC, Side.SELL, 20);
    world.reduce(2, 1, World.ITC, Side.SELL, 4, 6);
    world.cancel(2, 1, World.ITC, Side.SELL, 6);
    world.reject(3, 1, World.ITC, Side.SELL, 10);
    world.amend(4, 1, World.ITC, Side.BUY, 0);

    assertWorking(0, 0);
    assertEquals(0, look().orders());
  }

  @Test
  void anAmendmentSetsWhatWorks() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);
    world.fill(1, 1, World.ITC, Side.BUY, 3, 100);

    world.amend(1, 1, World.ITC, Side.BUY, 17);
    assertWorking(17, 0);
    world.amend(1, 1, World.ITC, Side.BUY, 2);
    assertWorking(2, 0);

    world.fill(1, 1, World.ITC, Side.BUY, 2, 100);
    assertWorking(0, 0);
    assertEquals(1, look().orders());
  }

  @Test
  void whatAnOrderLosesWithoutATradeWorksNoMore() {
    world.accept(1, 1, World.ITC, Side.SELL, 10);
    world.accept(2, 1, World.ITC, Side.SELL, 8, OrderStatus.PENDING_NEW);

    world.reduce(1, 1, World.ITC, Side.SELL, 4, 6);
    world.reduce(2, 1, World.ITC, Side.SELL, 1, 7);
    assertWorking(0, 13);

    world.activate(2, 1, World.ITC, Side.SELL, 7);
    world.cancel(1, 1, World.ITC, Side.SELL, 6);
    assertWorking(0, 7);
  }

  @Test
  void whoAsksToAmendIsShownTheWorldWithoutTheOrder() {
    world.mark(World.ITC, 200);
    world.accept(1, 1, World.ITC, Side.BUY, 10);
    world.accept(2, 1, World.ITC, Side.BUY, 5);
    world.accept(3, 1, World.ITC, Side.SELL, 4);

    world.ask(World.order(1, World.ITC, Side.BUY, 12).replacing(10));
    assertEquals(5, probe.seen().workingBuy());
    assertEquals(4, probe.seen().workingSell());
    assertEquals(5 * 200 * 50_000, probe.seen().gross());

    world.ask(World.order(1, World.ITC, Side.SELL, 2).replacing(4));
    assertEquals(15, probe.seen().workingBuy());
    assertEquals(0, probe.seen().workingSell());
    assertWorking(15, 4);
  }

  @Test
  void theFirstOfAPairIsSeenWhereNothingWasCountedBefore() {
    AskingOrder second = World.order(1, World.ITC, Side.SELL, 3).behind(Side.BUY, 3, true);
    world.ask(second);
    assertEquals(-1, probe.seen().gross(), "there is no price");

    world.mark(World.ITC, 200);
    world.ask(second);
    assertEquals(3, probe.seen().workingBuy());
    assertEquals(3, probe.seen().reducingBuy());
    assertEquals(0, probe.seen().workingSell());
    assertEquals(1, probe.seen().orders());
    assertEquals(3 * 200 * 50_000, probe.seen().gross());
    assertEquals(0, look().gross());
  }

  @Test
  void anExitIsShownTheWorldWithoutTheOtherOne() {
    world.mark(World.ITC, 200);
    world.acceptReducing(1, 1, World.ITC, Side.SELL, 5, OrderStatus.NEW);
    AskingOrder exit = World.order(1, World.ITC, Side.SELL, 5);

    world.ask(exit.besideExit(5, true));
    assertEquals(0, probe.seen().workingSell());
    assertEquals(0, probe.seen().reducingSell());
    assertEquals(0, probe.seen().gross());

    world.accept(2, 1, World.ITC, Side.SELL, 4);
    world.ask(exit.reducing().besideExit(4, false));
    assertEquals(5, probe.seen().workingSell());
    assertEquals(5, probe.seen().reducingSell());
  }

  @Test
  void anInstrumentWhoseOnlyOrderIsAmendedNeedsNoPrice() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);

    world.ask(World.order(1, World.ITC, Side.BUY, 12).replacing(10));
    assertEquals(0, probe.seen().gross());
    assertEquals(-1, look().gross());
  }

  @Test
  void theMarketsOrdersAndRefusedRequestsChangeNothing() {
    List<Object> before = Snapshot.of(world.gate).values();

    world.fill(0, 0, World.ITC, Side.SELL, 10, 100);
    world.cancel(0, 0, World.ITC, Side.SELL, 10);
    world.reject(0, 1, World.ITC, Side.BUY, 10);
    world.reject(0, -1, -1, Side.BUY, 10);

    assertEquals(before, Snapshot.of(world.gate).values());
  }

  @Test
  void anOrderThatTradesMoreThanItHadStopsTheEngine() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);

    assertThrows(IllegalStateException.class, () -> world.fill(1, 1, World.ITC, Side.BUY, 11, 100));
    assertThrows(IllegalStateException.class, () -> world.fill(2, 1, World.ITC, Side.BUY, 1, 100));
  }

  @Test
  void workingOrdersOutliveTheDayAndTheCountDoesNot() {
    world.accept(1, 1, World.ITC, Side.BUY, 10);
    world.accept(2, 1, World.SBIN, Side.BUY, 10);
    assertEquals(2, look().orders());

    world.day(1);

    assertEquals(0, look().orders());
    assertWorking(10, 0);
  }

  @Test
  void theDaysProfitIsEquityLessWhatItWasAtTheDaysStart() {
    world.deposit(1, World.INR, 1_000_000_000);
    assertEquals(0, look().dayProfit());
    world.hold(World.ITC, 100, 200);
    world.mark(World.ITC, 210);
    assertEquals(100 * 10 * 50_000, look().dayProfit());

    world.day(1);
    assertEquals(0, look().dayProfit());

    world.mark(World.ITC, 205);
    world.deposit(1, World.INR, 777);
    assertEquals(-100 * 5 * 50_000, look().dayProfit());
    assertEquals(1_000_000_777 + 100 * 5 * 50_000, look().equity());
  }

  @Test
  void anAccountOpenedLaterStartsAtItsDeposits() {
    world.day(1);
    world.apply(new Event.AccountOpened(1, 0, 3, "late"));
    world.deposit(3, World.INR, 5_000_000);
    world.deposit(3, World.INR, -1_000_000);

    assertEquals(
        List.of(new Money("INR", 4_000_000, 0)), world.gate.summary("late", world.ledger).money());
  }

  @Test
  void aDaysStartThatDoesNotFitMakesTheDaysProfitUnknownUntilTheNextDay() {
    World careful =
        World.of(
            RuleGate.open(
                BuiltInRules.providers(), RiskConfig.none().withRule("max_daily_loss", Map.of())));
    careful.hold(World.ITC, 100, 200);
    careful.ledger.overflow(true);
    careful.day(1);
    careful.ledger.overflow(false);
    assertUnknown(careful);
    careful.deposit(1, World.INR, 5);
    careful.mark(World.ITC, 100);
    assertUnknown(careful);

    careful.day(2);
    assertTrue(careful.ask(World.ITC, Side.BUY, 1).isEmpty());
  }

  @Test
  void theViewIsInTheInstrumentsCurrency() {
    world.deposit(1, World.INR, 10);
    world.deposit(1, World.USD, 20);

    world.ask(World.ITC, Side.BUY, 1);
    assertEquals(10, probe.seen().cash());
    world.ask(World.GOOG, Side.BUY, 1);
    assertEquals(20, probe.seen().cash());
  }

  @Test
  void theSummarySaysWhatTheGateKnows() {
    RiskConfig config =
        RiskConfig.none()
            .withRule("max_orders_per_day", Map.of())
            .withRule("max_position_size", Map.of("limit", "50"))
            .withAccount(World.TRADER, "max_position_size", Map.of("limit", "60"));
    World summed = World.of(RuleGate.open(BuiltInRules.providers(), config));
    summed.deposit(1, World.INR, 1_000_000);
    summed.day(1);
    summed.deposit(1, World.INR, 500_000);
    summed.accept(1, 1, World.SBIN, Side.SELL, 7);
    summed.accept(2, 1, World.GOOG, Side.BUY, 3);

    RiskSummary summary = summed.gate.summary(World.TRADER, summed.ledger);

    assertEquals(World.TRADER, summary.account());
    assertEquals(2, summary.ordersToday());
    assertEquals(List.of(new Money("INR", 1_500_000, 0)), summary.money());
    assertEquals(List.of(new Working("SBIN", 0, 7), new Working("GOOG", 3, 0)), summary.working());
    assertEquals(
        List.of(
            new RiskSummary.Rule(
                "max_orders_per_day",
                "Refuses orders beyond a number of accepted orders per day.",
                Map.of("limit", "10000")),
            new RiskSummary.Rule(
                "max_position_size",
                "Refuses orders that could take a position beyond a number of lots.",
                Map.of("limit", "60"))),
        summary.rules());
    assertEquals(
        Map.of("limit", "50"),
        summed.gate.summary(World.OTHER, summed.ledger).rules().get(1).settings());
  }

  @Test
  void anUnknownAccountHasNoSummary() {
    for (String name : List.of("trader_009", "")) {
      BadInputException error =
          assertThrows(BadInputException.class, () -> world.gate.summary(name, world.ledger));

      assertEquals(Reason.UNKNOWN_ACCOUNT, error.reason());
    }
  }

  private static void assertUnknown(World world) {
    assertEquals(Reason.RULE_FAILED, world.ask(World.ITC, Side.BUY, 1).orElseThrow().reason());
  }

  private Probe.Seen look() {
    world.ask(World.ITC, Side.BUY, 1);
    return probe.seen();
  }

  private void assertWorking(long buy, long sell) {
    Probe.Seen seen = look();
    assertEquals(buy, seen.workingBuy());
    assertEquals(sell, seen.workingSell());
  }
}
