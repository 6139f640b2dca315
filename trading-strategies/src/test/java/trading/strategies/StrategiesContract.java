package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.strategies.Eventually.eventually;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Signal;
import trading.strategies.StrategyStatus.State;

/// What everything that runs strategies must do, whatever thread they are on.
@Timeout(120)
abstract class StrategiesContract extends LogFixture {
  static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  static final String ONE = "one";
  static final String TWO = "two";

  final FakeEngine engine = new FakeEngine(TCS);
  final Strategies strategies = open(engine, engine);

  /// The instances of strategy one, in the order in which they were made.
  final List<Probe> made = new CopyOnWriteArrayList<>();

  final Probe two = new Probe();
  private long bars;

  abstract Strategies open(OrderEntry door, AccountReader reader);

  @BeforeEach
  void attachTwo() {
    engine.listen(strategies);
    strategies.attach(ONE, recipe(_ -> {}), "acc_1");
    engine.openAccount("acc_1", 1_000_000);
    engine.openAccount("acc_2", 1_000_000);
    strategies.attach(TWO, two, "acc_2");
  }

  @AfterEach
  void closeStrategies() {
    strategies.close();
  }

  @Test
  void aRunningStrategyIsShownTheMarketAndTrades() {
    made.getFirst().atBar = (_, desk) -> desk.submit(limit("acc_1", 5));

    showBar();
    strategies.onQuote(new TestQuote(TCS, 9_000, 70));

    eventually(() -> assertEquals(1, seen(made.getFirst(), "order 1 NEW")));
    eventually(() -> assertEquals(1, seen(two, "quote 70 at 9000")));
    assertEquals(State.RUNNING, one().state());
    assertEquals(Map.of("short", "1"), one().settings());
    assertEquals(1, one().ordersSubmitted());
  }

  @Test
  void aRunningStrategyChangesItsOrdersAndLinksThem() {
    made.getFirst().atBar =
        (_, desk) -> {
          desk.submit(new LinkedOrders.OneCancelsOther(limit("acc_1", 5), limit("acc_1", 5)));
          desk.amend(2, Amendment.limit(61));
        };

    showBar();

    eventually(() -> assertEquals(2, seen(made.getFirst(), "order 2 NEW")));
    assertEquals(61, engine.order(2).orElseThrow().limitTicks());
  }

  @Test
  void aDisabledStrategyIsShownNothingAndItsOpenOrdersAreCanceled() {
    engine.tradeAtOnce(70);
    made.getFirst().atBar =
        (_, desk) -> {
          desk.submit(limit("acc_1", 5));
          desk.submit(OrderRequest.market("acc_1", "TCS", Side.BUY, 3));
          desk.submit(limit("acc_1", 6));
        };
    showBar();
    eventually(() -> assertEquals(1, seen(made.getFirst(), "order 3 NEW")));

    strategies.disable(ONE);
    strategies.disable(ONE);

    assertEquals(List.of("acc_1 1", "acc_1 3"), engine.canceled);
    assertEquals(State.DISABLED, one().state());
    assertEquals("", one().stopReason());
    List<String> before = made.getFirst().calls();
    showBar();
    eventually(() -> assertEquals(2, seen(two, "bar")));
    assertEquals(before, made.getFirst().calls());
    assertEquals(3, engine.netLots("acc_1", "TCS"));
    assertEquals(3, one().ordersSubmitted());
  }

  @Test
  void enablingMakesAFreshInstanceThatSeesWhatComesFromThenOn() {
    orderOnce(made.getFirst());
    strategies.disable(ONE);

    strategies.enable(ONE);
    strategies.enable(ONE);
    showBar();

    assertEquals(2, made.size());
    eventually(() -> assertEquals(List.of("bar 2 at 2"), made.getLast().calls()));
    assertEquals(0, seen(made.getFirst(), "bar 2"));
    assertEquals(State.RUNNING, one().state());
  }

  @Test
  void numbersAndCountsGoOnAcrossInstances() {
    orderOnce(made.getFirst());
    strategies.disable(ONE);
    strategies.enable(ONE);
    orderOnce(made.getLast());

    eventually(() -> assertEquals(1, seen(made.getLast(), "order 2 NEW")));
    assertEquals(2, one().ordersSubmitted());
    assertEquals(0, seen(made.getLast(), "order 1"));
  }

  @Test
  void anInstanceCannotCancelAnOrderOfTheOneBefore() {
    orderOnce(made.getFirst());
    strategies.disable(ONE);
    strategies.enable(ONE);
    made.getLast().atBar = (_, desk) -> desk.cancel(1);

    showBar();

    eventually(() -> assertEquals(State.STOPPED, one().state()));
    assertTrue(one().stopReason().endsWith("must be 2..1, was 1"), one().stopReason());
  }

  @Test
  void aStoppedStrategyCanBeEnabledAgain() {
    made.getFirst().atBar =
        (_, _) -> {
          throw new IllegalStateException("bug");
        };
    showBar();
    eventually(() -> assertEquals(State.STOPPED, one().state()));

    strategies.disable(ONE);
    assertEquals(State.STOPPED, one().state());
    strategies.enable(ONE);
    showBar();

    eventually(() -> assertEquals(1, seen(made.getLast(), "bar 2")));
    assertEquals(State.RUNNING, one().state());
    assertEquals("", one().stopReason());
    assertTrue(one().cause().isEmpty());
  }

  @Test
  void reconfiguringPutsAFreshInstanceInThePlaceOfTheFormerOne() {
    orderOnce(made.getFirst());
    long callsBefore = made.getFirst().calls().size();

    strategies.reconfigure(ONE, recipe(_ -> {}, "short", "2"));
    showBar();

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(Map.of("short", "2"), one().settings());
    assertEquals(State.RUNNING, one().state());
    eventually(() -> assertEquals(List.of("bar 2 at 2"), made.getLast().calls()));
    assertEquals(2, made.size());
    assertEquals(callsBefore, made.getFirst().calls().size());
  }

  @Test
  void reconfiguringIsAllOrNothing() {
    orderOnce(made.getFirst());
    BadInputException refused = new BadInputException(Reason.BAD_SETTING, "short must be 1..9");
    StrategyRecipe broken =
        new StrategyRecipe(
            Map.of("short", "0"),
            () -> {
              throw refused;
            });

    assertSame(
        refused, assertThrows(BadInputException.class, () -> strategies.reconfigure(ONE, broken)));

    assertEquals(List.of(), engine.canceled);
    assertEquals(Map.of("short", "1"), one().settings());
    showBar();
    eventually(() -> assertEquals(1, seen(made.getFirst(), "bar 2")));
  }

  @Test
  void reconfiguringADisabledStrategyCountsFromItsNextEnabling() {
    strategies.disable(ONE);

    strategies.reconfigure(ONE, recipe(_ -> {}, "short", "3"));

    assertEquals(State.DISABLED, one().state());
    assertEquals(Map.of("short", "3"), one().settings());
    showBar();
    strategies.enable(ONE);
    showBar();
    eventually(() -> assertEquals(List.of("bar 2 at 2"), made.getLast().calls()));
    assertEquals(3, made.size());
    assertEquals(List.of(), made.get(1).calls());
  }

  @Test
  void reconfiguringAStoppedStrategyLeavesItStoppedAndSaysSoOnce() {
    made.getFirst().atBar =
        (_, _) -> {
          throw new IllegalStateException("bug");
        };
    showBar();
    eventually(() -> assertEquals(State.STOPPED, one().state()));

    strategies.reconfigure(ONE, recipe(_ -> {}, "short", "3"));

    assertEquals(State.STOPPED, one().state());
    assertEquals("onBar threw java.lang.IllegalStateException: bug", one().stopReason());
    eventually(() -> assertEquals(1, logged("ERROR", "was stopped")));
  }

  @Test
  void anInstanceThatWasAttachedWithoutAFactoryCannotRunAgain() {
    strategies.disable(TWO);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> strategies.enable(TWO));

    assertEquals(
        "the former instance cannot run again: attach the strategy with a factory",
        thrown.getMessage());
    assertEquals(State.DISABLED, strategies.statuses().get(1).state());
    strategies.reconfigure(TWO, StrategyRecipe.of(new Probe()));
  }

  @Test
  void anUnknownStrategyIsRefusedWithACode() {
    List<Consumer<String>> calls =
        List.of(
            strategies::enable,
            strategies::disable,
            id -> strategies.reconfigure(id, recipe(_ -> {})));

    for (Consumer<String> call : calls) {
      BadInputException thrown = assertThrows(BadInputException.class, () -> call.accept("three"));
      assertEquals(Reason.UNKNOWN_PLUGIN, thrown.reason());
      assertEquals(
          "no strategy with the id three is attached; attached are one, two", thrown.getMessage());
    }
    assertEquals(1, made.size());
  }

  @Test
  void whatCannotBeMadeIsNotAttached() {
    StrategyRecipe broken =
        new StrategyRecipe(
            Map.of(),
            () -> {
              throw new BadInputException(Reason.BAD_SETTING, "no");
            });

    assertThrows(BadInputException.class, () -> strategies.attach("three", broken, "acc_3"));

    assertEquals(2, strategies.statuses().size());
    strategies.attach("three", new Probe(), "acc_3");
    assertThrows(
        IllegalArgumentException.class, () -> strategies.attach("four", new Probe(), "acc_3"));
    assertThrows(
        IllegalArgumentException.class, () -> strategies.attach("three", new Probe(), "acc_4"));
  }

  @Test
  void anOrderThatCannotBeCanceledIsLoggedUnlessItHasEnded() {
    orderOnce(made.getFirst());
    engine.refuseNext(Reason.NOT_ORDER_OWNER, "somebody else's");

    strategies.disable(ONE);

    assertEquals(1, logged("WARN", "order 1 of strategy one stays: somebody else's"));
  }

  @Test
  void closingCancelsWhatIsOpenAndEndsAllForGood() {
    orderOnce(made.getFirst());

    strategies.close();
    strategies.close();
    showBar();

    assertEquals(List.of("acc_1 1"), engine.canceled);
    assertEquals(OrderStatus.CANCELED, engine.order(1).orElseThrow().status());
    assertEquals(0, seen(made.getFirst(), "bar 2"));
    assertEquals(List.of(State.DISABLED, State.DISABLED), states());
    StrategyRecipe recipe = recipe(_ -> {});
    assertThrows(IllegalStateException.class, () -> strategies.enable(ONE));
    assertThrows(IllegalStateException.class, () -> strategies.reconfigure(ONE, recipe));
    assertThrows(IllegalStateException.class, () -> strategies.attach("3", recipe, "acc_3"));
  }

  @Test
  void stoppingCanKeepOpenOrders() {
    orderOnce(made.getFirst());

    strategies.stop(OpenOrders.KEEP);
    strategies.disable(ONE);
    strategies.close();

    assertEquals(List.of(), engine.canceled);
    assertEquals(OrderStatus.NEW, engine.order(1).orElseThrow().status());
    assertEquals(List.of(State.DISABLED, State.DISABLED), states());
  }

  @Test
  void stoppingLeavesTheReasonOfWhatWasStoppedBefore() {
    made.getFirst().atBar =
        (_, _) -> {
          throw new IllegalStateException("bug");
        };
    showBar();
    eventually(() -> assertEquals(State.STOPPED, one().state()));

    strategies.close();

    assertEquals(List.of(State.STOPPED, State.DISABLED), states());
  }

  @Test
  void theReportShowsTheLastTenSignalsWithTheirTimes() {
    made.getFirst().atBar =
        (bar, desk) -> desk.signal(new Signal(TCS, Side.BUY, 0.5, bar.closeTicks(), "bar " + bars));

    LongStream.rangeClosed(1, 12).forEach(_ -> showBar());

    eventually(() -> assertEquals(12, one().signals()));
    assertEquals(
        LongStream.rangeClosed(3, 12).boxed().toList(),
        one().activity().lastSignals().stream().map(TimedSignal::atNanos).toList());
    assertEquals(12, one().lastSignal().orElseThrow().lots());
  }

  final StrategyStatus one() {
    return strategies.statuses().getFirst();
  }

  final List<State> states() {
    return strategies.statuses().stream().map(StrategyStatus::state).toList();
  }

  /// Shows the next bar: its number is its time and its price.
  final void showBar() {
    bars++;
    strategies.onBar(new TestBar(TCS, bars, bars, bars));
  }

  /// Lets a strategy leave one open order.
  final void orderOnce(Probe probe) {
    probe.atBar = (_, desk) -> desk.submit(limit("acc_1", 5));
    showBar();
    eventually(() -> assertEquals(1, seen(probe, "NEW")));
    probe.atBar = (_, _) -> {};
  }

  /// A recipe of strategy one, whose instances are prepared and kept.
  final StrategyRecipe recipe(Consumer<Probe> prepare, String... settings) {
    Map<String, String> shown =
        settings.length == 0 ? Map.of("short", "1") : Map.of(settings[0], settings[1]);
    return new StrategyRecipe(
        shown,
        () -> {
          Probe probe = new Probe();
          prepare.accept(probe);
          made.add(probe);
          return probe;
        });
  }

  static long seen(Probe probe, String text) {
    return probe.calls().stream().filter(call -> call.contains(text)).count();
  }

  static OrderRequest limit(String account, long lots) {
    return OrderRequest.limit(account, "TCS", Side.BUY, lots, 60);
  }
}
