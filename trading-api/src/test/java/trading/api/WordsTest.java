package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Instrument ITC = Instrument.of("ITC", "INR", "0.05", "1");

  @Test
  void aMarketOrderIsImmediateAndHasNoPrice() {
    OrderRequest request = OrderRequest.market("trader_001", "ITC", Side.BUY, 10);

    assertEquals(
        new OrderRequest(
            "trader_001",
            "ITC",
            Side.BUY,
            OrderType.MARKET,
            TimeInForce.IOC,
            Sizing.LOTS,
            10,
            0,
            0),
        request);
  }

  @Test
  void aLimitOrderStaysUnlessToldOtherwise() {
    OrderRequest request = OrderRequest.limit("trader_001", "ITC", Side.SELL, 10, 4_000);

    assertEquals(TimeInForce.GTC, request.timeInForce());
    assertEquals(4_000, request.limitTicks());
    assertEquals(TimeInForce.IOC, request.with(TimeInForce.IOC).timeInForce());
    assertEquals(77, request.withClientOrderId(77).clientOrderId());
    assertEquals(request, request.withClientOrderId(77).withClientOrderId(0));
  }

  @Test
  void anAllInOrderNamesNoLots() {
    OrderRequest request = OrderRequest.allIn("trader_001", "ITC", Side.BUY);

    assertEquals(Sizing.ALL_IN, request.sizing());
    assertEquals(0, request.lots());
  }

  @Test
  @SuppressWarnings("NullAway")
  void aRequestThatLacksSomethingIsABug() {
    assertThrows(NullPointerException.class, () -> OrderRequest.market(null, "ITC", Side.BUY, 1));
    assertThrows(
        NullPointerException.class, () -> OrderRequest.market("trader_001", null, Side.BUY, 1));
    assertThrows(
        NullPointerException.class, () -> OrderRequest.market("trader_001", "ITC", null, 1));
  }

  @Test
  void whatRemainsOfAFinalOrderIsNothing() {
    assertEquals(6, order(OrderStatus.PARTIALLY_FILLED).remainingLots());
    assertEquals(6, order(OrderStatus.NEW).remainingLots());
    assertEquals(0, order(OrderStatus.CANCELED).remainingLots());
    assertEquals(0, order(OrderStatus.REJECTED).remainingLots());
  }

  @Test
  void theAveragePriceIsThatOfTheFills() {
    assertEquals(Optional.of(new BigDecimal("200.05")), order(4, 800_200_000).averagePrice());
    assertEquals(Optional.empty(), order(0, 0).averagePrice());
  }

  @Test
  void fourStatesAreFinal() {
    assertEquals(
        "FILLED CANCELED REJECTED EXPIRED",
        String.join(
            " ",
            Stream.of(OrderStatus.values())
                .filter(OrderStatus::isTerminal)
                .map(OrderStatus::name)
                .toList()));
  }

  @Test
  void sidesAreOpposite() {
    assertEquals(Side.SELL, Side.BUY.opposite());
    assertEquals(Side.BUY, Side.SELL.opposite());
    assertEquals(1, Side.BUY.sign());
    assertEquals(-1, Side.SELL.sign());
  }

  @Test
  void aQuoteKnowsItsChange() {
    Quote quote = new Quote(ITC, 1, 4_000, 1, 4_001, 1, 3_990, 0, 0, 0, 4_000, 0);

    assertEquals(-10, quote.changeTicks());
    assertEquals(-0.25, quote.changePercent());
  }

  @Test
  void theChangeInPercentIsTheNearestDouble() {
    assertEquals(100.0, changePercent(2, 1));
    assertEquals(100.0 / 3, changePercent(4, 3));
    assertEquals(0.0, changePercent(7, 7));
    assertEquals(-99.99999999990905, changePercent(1, Instrument.MAX_PRICE_TICKS));
    assertEquals(100.0 * (Instrument.MAX_PRICE_TICKS - 1), changePercent(1L << 40, 1));
  }

  @Test
  void thereIsNoChangeInPercentWithoutAPreviousClose() {
    ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> changePercent(1, 0));

    assertEquals("previous close in ticks of ITC must be at least 1, was 0", thrown.getMessage());
  }

  private static double changePercent(long last, long previousClose) {
    return new Quote(ITC, 1, 0, 0, 0, 0, last, last, last, last, previousClose, 0).changePercent();
  }

  @Test
  void aRefusalWithoutARuleHasNeitherRuleNorCause() {
    Refusal refusal = Refusal.of(Reason.NO_PRICE, 1, 2, "no price");

    assertTrue(refusal.rule().isEmpty());
    assertFalse(refusal.cause().isPresent());
  }

  private static Order order(OrderStatus status) {
    return order(status, 4, 0);
  }

  private static Order order(long filledLots, long filledMicros) {
    return order(OrderStatus.NEW, filledLots, filledMicros);
  }

  private static Order order(OrderStatus status, long filledLots, long filledMicros) {
    return new Order(
        1,
        "trader_001",
        ITC,
        Side.BUY,
        OrderType.LIMIT,
        TimeInForce.GTC,
        Sizing.LOTS,
        status,
        10,
        filledLots,
        filledMicros,
        0,
        4_000,
        0,
        0,
        0,
        OrderTerms.NONE,
        false,
        0,
        0,
        Optional.empty());
  }
}
