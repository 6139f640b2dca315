package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The words for orders that wait, for their changes and for those that depend on each other.
class OrderWordsTest {
  private static final OrderRequest BUY =
      OrderRequest.limit("trader_001", "ITC", Side.BUY, 10, 4_000);
  private static final OrderRequest SELL =
      OrderRequest.limit("trader_001", "ITC", Side.SELL, 10, 4_100);

  @Test
  void aPlainRequestHasNoTerms() {
    assertEquals(OrderTerms.NONE, BUY.terms());
    assertEquals(new OrderTerms(0, 0, 0, TriggerPrice.LAST, 0, false, false, 0), OrderTerms.NONE);
  }

  @Test
  void termsAreSaidOneByOne() {
    assertEquals(
        new OrderTerms(1, 2, 3, TriggerPrice.MID, 4, true, false, 5),
        OrderTerms.NONE
            .withStop(1)
            .withTrail(2, 3)
            .triggeredBy(TriggerPrice.MID)
            .showing(4)
            .withFlags(true, false)
            .expiringAt(5));
    assertEquals(
        new OrderTerms(0, 0, 0, TriggerPrice.LAST, 0, false, true, 0),
        OrderTerms.NONE.withFlags(false, true));
  }

  @Test
  void aStopOrderIsGoodTillCancelAndHasAStop() {
    OrderRequest stop = OrderRequest.stop("trader_001", "ITC", Side.SELL, 10, 3_900);

    assertEquals(OrderType.STOP, stop.type());
    assertEquals(TimeInForce.GTC, stop.timeInForce());
    assertEquals(10, stop.lots());
    assertEquals(0, stop.limitTicks());
    assertEquals(OrderTerms.NONE.withStop(3_900), stop.terms());
  }

  @Test
  void changingOnePartOfARequestKeepsTheOthers() {
    OrderTerms terms = OrderTerms.NONE.withStop(3_950).showing(2);
    OrderRequest request =
        BUY.with(terms).withClientOrderId(7).with(OrderType.STOP_LIMIT, TimeInForce.DAY);

    assertEquals(
        new OrderRequest(
            "trader_001",
            "ITC",
            Side.BUY,
            OrderType.STOP_LIMIT,
            TimeInForce.DAY,
            Sizing.LOTS,
            10,
            4_000,
            7,
            terms),
        request);
    assertEquals(terms, request.with(TimeInForce.GTC).terms());
    assertEquals(terms, request.withClientOrderId(8).terms());
  }

  @Test
  void typesSayWhatTheyHave() {
    assertEquals("STOP STOP_LIMIT TRAILING_STOP MARKET_IF_TOUCHED LIMIT_IF_TOUCHED", triggered());
    assertEquals("LIMIT STOP_LIMIT LIMIT_IF_TOUCHED", limited());
    assertEquals("STOP STOP_LIMIT MARKET_IF_TOUCHED LIMIT_IF_TOUCHED", stopped());
  }

  @Test
  void anAmendmentLeavesAtZeroWhatItDoesNotName() {
    assertEquals(new Amendment(5, 0, 0), Amendment.lots(5));
    assertEquals(new Amendment(0, 5, 0), Amendment.limit(5));
    assertEquals(new Amendment(0, 0, 5), Amendment.stop(5));
  }

  @Test
  void aScopeIsNarrowedByAccountAndInstrument() {
    assertEquals(new CancelScope(Optional.empty(), Optional.empty()), CancelScope.everything());
    assertEquals(new CancelScope(Optional.of("a"), Optional.empty()), CancelScope.ofAccount("a"));
    assertEquals(new CancelScope(Optional.empty(), Optional.of("X")), CancelScope.inSymbol("X"));
    assertEquals(
        new CancelScope(Optional.of("a"), Optional.of("X")), CancelScope.ofAccount("a").in("X"));
  }

  @Test
  void linkedOrdersAreListedInTheOrderOfTheirIds() {
    assertEquals(List.of(BUY, SELL), new LinkedOrders.OneCancelsOther(BUY, SELL).orders());
    assertEquals(
        List.of(BUY, SELL, SELL),
        new LinkedOrders.OneTriggersOthers(BUY, List.of(SELL, SELL)).orders());
    assertEquals(List.of(BUY, SELL, BUY), new LinkedOrders.Bracket(BUY, SELL, BUY).orders());
  }

  @Test
  void listsAreCopied() {
    List<OrderRequest> then = new ArrayList<>(List.of(SELL));
    LinkedOrders.OneTriggersOthers linked = new LinkedOrders.OneTriggersOthers(BUY, then);
    List<Order> accepted = new ArrayList<>();
    LinkedResult.Accepted result = new LinkedResult.Accepted(accepted);

    then.clear();

    assertEquals(List.of(SELL), linked.then());
    List<Order> orders = result.orders();
    assertThrows(UnsupportedOperationException.class, orders::clear);
  }

  @Test
  void anInstrumentClosesWhenItIsTold() {
    SessionClose close = new SessionClose(ZoneId.of("Asia/Kolkata"), LocalTime.of(15, 30));
    Instrument itc = Instrument.of("ITC", "INR", "0.05", "1");

    assertEquals(Optional.empty(), itc.close());
    assertEquals(Optional.of(close), itc.closingAt(close).close());
    assertEquals(itc.tick(), itc.closingAt(close).tick());
  }

  @Test
  @SuppressWarnings("NullAway")
  void whatIsMissingIsABug() {
    missing(() -> BUY.with((OrderTerms) null));
    missing(() -> OrderTerms.NONE.triggeredBy(null));
    missing(() -> new CancelScope(null, Optional.empty()));
    missing(() -> new CancelScope(Optional.empty(), null));
    missing(() -> CancelScope.ofAccount(null));
    missing(() -> CancelScope.inSymbol(null));
    missing(() -> CancelScope.everything().in(null));
    missing(() -> new LinkedOrders.OneCancelsOther(null, SELL));
    missing(() -> new LinkedOrders.OneCancelsOther(BUY, null));
    missing(() -> new LinkedOrders.OneTriggersOthers(null, List.of(SELL)));
    missing(() -> new LinkedOrders.OneTriggersOthers(BUY, null));
    missing(() -> new LinkedOrders.OneTriggersOthers(BUY, Stream.of(SELL, null).toList()));
    missing(() -> new LinkedOrders.Bracket(null, SELL, SELL));
    missing(() -> new LinkedOrders.Bracket(BUY, null, SELL));
    missing(() -> new LinkedOrders.Bracket(BUY, SELL, null));
    missing(() -> new LinkedResult.Accepted(null));
    missing(() -> new SessionClose(null, LocalTime.NOON));
    missing(() -> new SessionClose(ZoneId.of("UTC"), null));
    missing(() -> Instrument.of("ITC", "INR", "0.05", "1").closingAt(null));
  }

  private static void missing(Executable made) {
    assertThrows(NullPointerException.class, made);
  }

  private static String triggered() {
    return names(Stream.of(OrderType.values()).filter(OrderType::isTriggered));
  }

  private static String limited() {
    return names(Stream.of(OrderType.values()).filter(OrderType::hasLimit));
  }

  private static String stopped() {
    return names(Stream.of(OrderType.values()).filter(OrderType::hasStop));
  }

  private static String names(Stream<OrderType> types) {
    return String.join(" ", types.map(Enum::name).toList());
  }
}
