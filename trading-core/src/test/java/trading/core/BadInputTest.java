package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// Bad input at the Java door: its own code, a sentence with thing, value and bound, no change.
class BadInputTest {
  private static final Instrument VAST = Instrument.of("VAST", "USD", "549755.813888", "1");

  /// One bad command; the sentence must contain every one of the words.
  record Bad(Command command, Reason reason, String... words) {
    @Override
    public String toString() {
      return reason + " for " + command;
    }
  }

  private static final List<Bad> ORDERS =
      List.of(
          bad(limit(0, 100), Reason.QUANTITY_NOT_POSITIVE, "lots of ACME must be 1..10", "was 0"),
          bad(limit(-10, 100), Reason.QUANTITY_NOT_POSITIVE, "lots of ACME", "was -10"),
          bad(limit(Long.MIN_VALUE, 100), Reason.QUANTITY_NOT_POSITIVE, "was -9223372036854775808"),
          bad(limit(Long.MAX_VALUE, 100), Reason.QUANTITY_TOO_LARGE, "was 9223372036854775807"),
          bad(limit(1_000_000_000_001L, 1), Reason.QUANTITY_TOO_LARGE, "was 1000000000001"),
          bad(limit(1, 0), Reason.PRICE_NOT_POSITIVE, "limit of ACME", "at least 1 tick", "was 0"),
          bad(limit(1, -1), Reason.PRICE_NOT_POSITIVE, "limit of ACME", "was -1"),
          bad(limit(1, (1L << 40) + 1), Reason.PRICE_TOO_LARGE, "1099511627776 ticks, was"),
          bad(limit(1, Long.MAX_VALUE), Reason.PRICE_TOO_LARGE, "was 9223372036854775807"),
          bad(market(1, 100), Reason.PRICE_ON_MARKET, "MARKET order", "no price", "100"),
          bad(market(1, -1), Reason.PRICE_ON_MARKET, "MARKET order", "-1"),
          bad(market(5, 0), Reason.NO_LIQUIDITY, "nobody sells ACME", "5 lots"),
          bad(allIn(0), Reason.NO_LIQUIDITY, "nobody sells ACME", "all in"),
          bad(allIn(5), Reason.LOTS_ON_ALL_IN, "all-in", "0 lots", "had 5"),
          bad(
              OrderRequest.limit("mallory", "ACME", Side.BUY, 1, 100),
              Reason.UNKNOWN_ACCOUNT,
              "account mallory is not open"),
          bad(
              OrderRequest.limit("alice", "NONE", Side.SELL, 1, 100),
              Reason.UNKNOWN_SYMBOL,
              "symbol NONE is not listed"),
          bad(
              OrderRequest.limit("alice", "VAST", Side.BUY, 1_000_000, 1L << 40),
              Reason.NOTIONAL_TOO_LARGE,
              "VAST",
              "2^63",
              "1099511627776 ticks × 1000000 lots"),
          bad(
              OrderRequest.limit("alice", "VAST", Side.BUY, 1L << 24, 1),
              Reason.NOTIONAL_TOO_LARGE,
              "1 ticks × 16777216 lots"),
          bad(
              OrderRequest.market("alice", "VAST", Side.BUY, Instrument.MAX_LOTS),
              Reason.NOTIONAL_TOO_LARGE,
              "1 ticks × 1000000000000 lots"));

  private static final List<Bad> CANCELS =
      List.of(
          bad(new Command.Cancel("mallory", 1), Reason.UNKNOWN_ACCOUNT, "account mallory"),
          bad(new Command.Cancel("bob", 1), Reason.NOT_ORDER_OWNER, "order 1", "bob"),
          bad(new Command.Cancel("alice", 0), Reason.UNKNOWN_ORDER, "order 0"),
          bad(new Command.Cancel("alice", -1), Reason.UNKNOWN_ORDER, "order -1"),
          bad(new Command.Cancel("alice", 4), Reason.UNKNOWN_ORDER, "order 4"),
          bad(new Command.Cancel("alice", 1L << 40), Reason.UNKNOWN_ORDER, "order 1099511627776"),
          bad(new Command.Cancel("bob", 2), Reason.TOO_LATE_TO_CANCEL, "order 2", "FILLED"),
          bad(new Command.Cancel("bob", 3), Reason.TOO_LATE_TO_CANCEL, "order 3", "CANCELED"));

  private static final List<Bad> INPUTS =
      List.of(
          bad(new Command.ListInstrument(World.ACME), Reason.ALREADY_EXISTS, "symbol ACME"),
          bad(new Command.OpenAccount("alice"), Reason.ALREADY_EXISTS, "account alice"),
          bad(new Command.OpenAccount(""), Reason.BAD_NAME, "account", "1..64", "\"\""),
          bad(new Command.OpenAccount("a b"), Reason.BAD_NAME, "account", "\"a b\""),
          bad(new Command.OpenAccount("zoë"), Reason.BAD_NAME, "printable ASCII", "zoë"),
          bad(new Command.OpenAccount("a\n"), Reason.BAD_NAME, "printable ASCII"),
          bad(new Command.OpenAccount("a".repeat(65)), Reason.BAD_NAME, "1..64"),
          bad(new Command.MoveCash("mallory", "USD", 1), Reason.UNKNOWN_ACCOUNT, "mallory"),
          bad(new Command.MoveCash("alice", "", 1), Reason.BAD_NAME, "currency", "3..8"),
          bad(new Command.MoveCash("alice", "DOLLARS99", 1), Reason.BAD_NAME, "currency", "3..8"),
          bad(new Command.MoveCash("alice", "U-D", 1), Reason.BAD_NAME, "currency", "U-D"),
          bad(new Command.MoveCash("alice", "USD", 0), Reason.BAD_AMOUNT, "alice", "was 0"),
          bad(new Command.MoveCash("alice", "USD", 1L << 62), Reason.BAD_AMOUNT, "±(2^62 - 1)"),
          bad(
              new Command.MoveCash("alice", "USD", Long.MIN_VALUE),
              Reason.BAD_AMOUNT,
              "±(2^62 - 1)"),
          bad(new Command.MoveCash("alice", "EUR", 1L << 62), Reason.BAD_AMOUNT, "±(2^62 - 1)"),
          bad(new Command.MoveCash("alice", "EUR", -(1L << 62)), Reason.BAD_AMOUNT, "±(2^62 - 1)"),
          bad(quote(99, 1, 101, 1, 0), Reason.BAD_MARKET_DATA, "last of ACME", "1..", "was 0"),
          bad(quote(99, 1, 101, 1, (1L << 40) + 1), Reason.BAD_MARKET_DATA, "last of ACME"),
          bad(quote(-1, 1, 101, 1, 100), Reason.BAD_MARKET_DATA, "bid of ACME", "was -1"),
          bad(quote(99, 1, 1L << 41, 1, 100), Reason.BAD_MARKET_DATA, "ask of ACME must be 0..109"),
          bad(quote(99, -1, 101, 1, 100), Reason.BAD_MARKET_DATA, "bid size of ACME", "was -1"),
          bad(
              quote(99, 1, 101, Long.MAX_VALUE, 100),
              Reason.BAD_MARKET_DATA,
              "ask size of ACME",
              "1000000000000"),
          bad(
              new Command.Quote(
                  new FakeQuote(Instrument.of("NONE", "USD", "1", "1"), 99, 1, 101, 1, 100)),
              Reason.UNKNOWN_SYMBOL,
              "NONE"),
          bad(new Command.OpenBar("NONE", 100), Reason.UNKNOWN_SYMBOL, "NONE"),
          bad(new Command.OpenBar("ACME", 100), Reason.BAD_MARKET_DATA, "ACME", "BARS", "QUOTES"),
          bad(new Command.CloseBar("NONE", 1, 1, 1), Reason.UNKNOWN_SYMBOL, "NONE"),
          bad(new Command.CloseBar("ACME", 100, 100, 100), Reason.BAD_MARKET_DATA, "not opened"));

  private World world;

  @BeforeEach
  void aliceHasAnOrderAndBobHasOrdersThatAreOver() {
    world = World.onQuotes();
    world.engine.listInstrument(VAST);
    world.accepted(OrderRequest.limit("alice", "ACME", Side.BUY, 10, 90));
    world.accepted(OrderRequest.limit("bob", "ACME", Side.SELL, 1, 90));
    world.engine.cancelOrder(
        "bob", world.accepted(OrderRequest.limit("bob", "ACME", Side.SELL, 1, 200)).id());
    world.told.take();
  }

  @ParameterizedTest
  @FieldSource("ORDERS")
  void aBadOrderIsRefusedAndTold(Bad bad) {
    String before = world.engine.stateHash();
    OrderRequest request = ((Command.Place) bad.command()).request().withClientOrderId(77);

    Refusal refusal = world.refused(request);

    check(bad, refusal.reason(), refusal.sentence());
    assertEquals(before, world.engine.stateHash());
    List<Event> told = world.told.take();
    assertEquals(1, told.size(), told::toString);
    Event.OrderRejected event = assertInstanceOf(Event.OrderRejected.class, told.getFirst());
    assertEquals(0, event.orderId());
    assertEquals(77, event.clientOrderId());
    assertEquals(request.lots(), event.lots());
    assertEquals(refusal.reason(), event.reason());
    assertEquals(refusal.limit(), event.bound());
    assertEquals(refusal.actual(), event.actual());
    assertEquals(refusal.sentence(), event.sentence());
  }

  @ParameterizedTest
  @FieldSource("CANCELS")
  void aBadCancelIsRefusedAndTold(Bad bad) {
    String before = world.engine.stateHash();

    OrderResult result = world.door.takeOne(bad.command()).orElseThrow();

    Refusal refusal = assertInstanceOf(OrderResult.Rejected.class, result).refusal();
    check(bad, refusal.reason(), refusal.sentence());
    assertEquals(before, world.engine.stateHash());
    List<Event> told = world.told.take();
    assertEquals(1, told.size(), told::toString);
    Event.CancelRejected event = assertInstanceOf(Event.CancelRejected.class, told.getFirst());
    assertEquals(((Command.Cancel) bad.command()).orderId(), event.orderId());
    assertEquals(refusal.reason(), event.reason());
    assertEquals(refusal.sentence(), event.sentence());
  }

  @ParameterizedTest
  @FieldSource("INPUTS")
  void inputThatCannotBecomeACommandIsThrownBackAndNotJournaled(Bad bad) {
    String before = world.engine.stateHash();
    String journalBefore = world.journal.digest();

    BadInputException thrown =
        assertThrows(BadInputException.class, () -> world.door.take(bad.command()));

    check(bad, thrown.reason(), thrown.getMessage());
    assertEquals(before, world.engine.stateHash());
    assertEquals(journalBefore, world.journal.digest());
    assertEquals(List.of(), world.told.take());
    world.accepted(OrderRequest.limit("bob", "ACME", Side.SELL, 1, 300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "cancel", "open", "list", "cash", "currency", "quote", "bar"})
  void aForgottenArgumentIsTheCallersErrorAndTheEngineLivesOn(String command) {
    String before = world.engine.stateHash();
    Engine engine = world.engine;

    assertThrows(
        RuntimeException.class,
        () -> {
          switch (command) {
            case "place" -> engine.placeOrder(nothing());
            case "cancel" -> engine.cancelOrder(nothing(), 1);
            case "open" -> engine.openAccount(nothing());
            case "list" -> engine.listInstrument(nothing());
            case "cash" -> engine.moveCash(nothing(), "USD", 1);
            case "currency" -> engine.moveCash("alice", nothing(), 1);
            case "quote" -> engine.onQuote(nothing());
            default -> engine.openBar(nothing(), 1);
          }
        });

    assertEquals(before, engine.stateHash());
    assertEquals(List.of(), world.told.take());
    world.accepted(OrderRequest.limit("bob", "ACME", Side.SELL, 1, 300));
  }

  @Test
  void aBarThatContradictsItselfIsThrownBackAndStaysOpen() {
    World bars = World.onBars();
    bars.engine.openBar("ACME", 100);
    String before = bars.engine.stateHash();

    for (long[] bar : new long[][] {{99, 90, 95}, {110, 101, 105}, {110, 90, 111}, {110, 0, 95}}) {
      BadInputException thrown =
          assertThrows(
              BadInputException.class, () -> bars.engine.closeBar("ACME", bar[0], bar[1], bar[2]));
      assertEquals(Reason.BAD_MARKET_DATA, thrown.reason());
    }

    BadInputException thrown =
        assertThrows(BadInputException.class, () -> bars.engine.openBar("ACME", 101));
    assertEquals("the bar of ACME that opened at 100 was not closed", thrown.getMessage());
    assertEquals(before, bars.engine.stateHash());
    bars.engine.closeBar("ACME", 110, 90, 95);
  }

  @Test
  void aQuoteForAnEngineOnBarsIsThrownBack() {
    World bars = World.onBars();

    BadInputException thrown =
        assertThrows(BadInputException.class, () -> bars.quote(99, 5, 101, 5));

    assertEquals(Reason.BAD_MARKET_DATA, thrown.reason());
    bars.engine.openBar("ACME", 100);
  }

  @Test
  void theLargestNumbersThatAreAllowedAreTaken() {
    world.accepted(OrderRequest.limit("alice", "ACME", Side.BUY, 1, 1L << 40));
    world.accepted(OrderRequest.limit("alice", "ACME", Side.BUY, Instrument.MAX_LOTS, 1));
    world.accepted(OrderRequest.limit("alice", "VAST", Side.BUY, (1L << 24) - 1, 1));
    world.engine.openAccount("a".repeat(64));
    world.engine.moveCash("a".repeat(64), "EUR", (1L << 62) - 1);
  }

  @Test
  void everyReasonOfTheDoorIsTriedHere() {
    List<Reason> tried =
        Stream.of(ORDERS, CANCELS, INPUTS)
            .flatMap(List::stream)
            .map(Bad::reason)
            .distinct()
            .toList();

    assertEquals(17, tried.size(), tried::toString);
  }

  private static void check(Bad bad, Reason reason, String sentence) {
    assertEquals(bad.reason(), reason, sentence);
    for (String word : bad.words()) {
      assertTrue(sentence.contains(word), () -> "\"" + word + "\" is not in: " + sentence);
    }
  }

  private static <T> T nothing() {
    return null;
  }

  private static Bad bad(Command command, Reason reason, String... words) {
    return new Bad(command, reason, words);
  }

  private static Bad bad(OrderRequest request, Reason reason, String... words) {
    return new Bad(new Command.Place(request), reason, words);
  }

  private static Command quote(long bid, long bidLots, long ask, long askLots, long last) {
    return new Command.Quote(new FakeQuote(World.ACME, bid, bidLots, ask, askLots, last));
  }

  private static OrderRequest limit(long lots, long limitTicks) {
    return OrderRequest.limit("alice", "ACME", Side.BUY, lots, limitTicks);
  }

  private static OrderRequest market(long lots, long limitTicks) {
    return market(Sizing.LOTS, lots, limitTicks);
  }

  private static OrderRequest allIn(long lots) {
    return market(Sizing.ALL_IN, lots, 0);
  }

  private static OrderRequest market(Sizing sizing, long lots, long limitTicks) {
    return new OrderRequest(
        "alice", "ACME", Side.BUY, OrderType.MARKET, TimeInForce.IOC, sizing, lots, limitTicks, 0);
  }
}
