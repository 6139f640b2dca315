package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.risk.RiskConfig;
import trading.strategies.OpenOrders;

/// Orders that are changed, linked, canceled together, or wait, through the client.
class OrderCallsTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;
  private static final String OTHER = "trader_002";
  private static final long CASH = 10_000_000_000_000L;

  private final TradingClient client =
      TradingClient.simulated(7)
          .risk(RiskConfig.none().withRule("max_position_size", Map.of("limit", "100")))
          .onClose(OpenOrders.CANCEL)
          .open();

  @BeforeEach
  void letTheMarketQuote() {
    client.openAccount(OTHER, "INR", CASH);
    client.play(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anAmendmentChangesAnOrderOnTheMarket() {
    Order order = accepted(far(TRADER, "RELIANCE", 10));

    Order amended =
        changed(
            client.amendOrder(TRADER, order.id(), new Amendment(15, order.limitTicks() + 1, 0)));

    assertEquals(15, amended.lots());
    assertEquals(order.limitTicks() + 1, amended.limitTicks());
    assertEquals(amended, client.order(order.id()).orElseThrow());
    assertEquals(15, client.riskSummary(TRADER).working().getFirst().buyLots());
    assertEquals(1, client.riskSummary(TRADER).ordersToday());
  }

  @Test
  void aRefusedAmendmentChangesNothing() {
    Order order = accepted(far(TRADER, "RELIANCE", 10));
    String before = client.stateHash();

    assertEquals(
        Reason.NOT_ORDER_OWNER, reason(client.amendOrder(OTHER, order.id(), Amendment.lots(5))));
    assertEquals(Reason.UNKNOWN_ORDER, reason(client.amendOrder(TRADER, 99, Amendment.lots(5))));
    assertEquals(
        Reason.BAD_AMENDMENT, reason(client.amendOrder(TRADER, order.id(), Amendment.lots(10))));
    assertEquals(
        Reason.RISK_LIMIT, reason(client.amendOrder(TRADER, order.id(), Amendment.lots(101))));

    assertEquals(before, client.stateHash());
    changed(client.amendOrder(TRADER, order.id(), Amendment.lots(100)));
  }

  @Test
  void anAmendedLimitMayTradeAtOnce() {
    Order order = accepted(far(TRADER, "RELIANCE", 10));
    long ask = client.marketData("RELIANCE").askTicks();

    Order filled = changed(client.amendOrder(TRADER, order.id(), Amendment.limit(ask)));

    assertEquals(OrderStatus.FILLED, filled.status());
    assertEquals(10, client.positions(TRADER).getFirst().netLots());
  }

  @Test
  void aBracketsExitsComeWithItsEntryAndOneEndsTheOther() {
    long bid = client.marketData("RELIANCE").bidTicks();
    List<Order> orders =
        linked(
            new LinkedOrders.Bracket(
                OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10),
                OrderRequest.stop(TRADER, "RELIANCE", Side.SELL, 10, bid - 2_000),
                OrderRequest.limit(TRADER, "RELIANCE", Side.SELL, 10, bid + 2_000)));
    assertEquals(
        List.of(OrderStatus.FILLED, OrderStatus.NEW, OrderStatus.NEW),
        orders.stream().map(Order::status).toList());
    assertEquals(orders.get(2).id(), orders.get(1).siblingId());
    assertEquals(orders.get(0).id(), orders.get(2).entryId());

    long now = client.marketData("RELIANCE").bidTicks();
    changed(client.amendOrder(TRADER, orders.get(2).id(), Amendment.limit(now)));

    assertEquals(OrderStatus.FILLED, client.order(orders.get(2).id()).orElseThrow().status());
    Order stop = client.order(orders.get(1).id()).orElseThrow();
    assertEquals(OrderStatus.CANCELED, stop.status());
    assertEquals(Reason.LINKED_ORDER, stop.reason().orElseThrow());
    assertEquals(0, client.positions(TRADER).getFirst().netLots());
    assertEquals(List.of(), client.orderProblems());
  }

  @Test
  void whatIsHeldBackWorksForNobodyYet() {
    linked(
        new LinkedOrders.OneTriggersOthers(
            far(TRADER, "RELIANCE", 60), List.of(far(TRADER, "RELIANCE", 90))));

    assertEquals(60, client.riskSummary(TRADER).working().getFirst().buyLots());
    assertEquals(1, client.riskSummary(TRADER).ordersToday());
    assertEquals(OrderStatus.SUSPENDED, client.orders(TRADER).getLast().status());
  }

  @Test
  void linkedOrdersAreRefusedTogether() {
    String before = client.stateHash();

    LinkedResult result =
        client.placeLinked(
            new LinkedOrders.OneCancelsOther(
                far(TRADER, "RELIANCE", 10), far(TRADER, "RELIANCE", 11)));

    LinkedResult.Rejected rejected = assertInstanceOf(LinkedResult.Rejected.class, result);
    assertEquals(Reason.BAD_LINK, rejected.refusal().reason());
    assertEquals(1, rejected.index());
    assertEquals(before, client.stateHash());
    assertEquals(List.of(), client.orders(TRADER));
  }

  @Test
  void ordersAreCanceledByScope() {
    accepted(far(TRADER, "RELIANCE", 1));
    accepted(far(TRADER, "ITC", 1));
    accepted(far(OTHER, "ITC", 1));
    accepted(far(OTHER, "TCS", 1));

    assertEquals(1, client.cancelOrders(CancelScope.ofAccount(TRADER).in("ITC")));
    assertEquals(1, client.cancelOrders(CancelScope.inSymbol("ITC")));
    assertEquals(1, client.cancelOrders(CancelScope.ofAccount(OTHER)));
    assertEquals(1, client.cancelOrders(CancelScope.everything()));
    assertEquals(0, client.cancelOrders(CancelScope.everything()));
    for (CancelScope unknown :
        List.of(CancelScope.ofAccount("nobody"), CancelScope.inSymbol("NOPE"))) {
      assertThrows(BadInputException.class, () -> client.cancelOrders(unknown));
    }
  }

  @Test
  void selfTradePreventionIsSetPerAccount() {
    client.setSelfTradePrevention(TRADER, SelfTradePrevention.CANCEL_OLDEST);

    sellAndBuyItc(OTHER);
    assertEquals(List.of(OrderStatus.NEW, OrderStatus.CANCELED), statuses(client, OTHER));
    client.cancelOrders(CancelScope.everything());

    sellAndBuyItc(TRADER);
    assertEquals(List.of(OrderStatus.CANCELED, OrderStatus.NEW), statuses(client, TRADER));
    assertThrows(
        BadInputException.class,
        () -> client.setSelfTradePrevention("nobody", SelfTradePrevention.DECREMENT));
  }

  @Test
  void theBuilderSetsSelfTradePreventionOfAccountsThatItOpens() {
    try (TradingClient set =
        TradingClient.simulated(7).selfTrade(TRADER, SelfTradePrevention.CANCEL_OLDEST).open()) {
      set.play(Duration.ofSeconds(1));
      long ask = set.marketData("ITC").askTicks();
      set.placeOrder(OrderRequest.limit(TRADER, "ITC", Side.SELL, 5, ask - 1));
      set.placeOrder(OrderRequest.limit(TRADER, "ITC", Side.BUY, 5, ask - 1));

      assertEquals(List.of(OrderStatus.CANCELED, OrderStatus.NEW), statuses(set, TRADER));
    }
    try (TradingClient set =
        TradingClient.simulated(7)
            .selfTrade("rsi_strategy", SelfTradePrevention.DECREMENT)
            .open()) {
      set.enableStrategy("rsi_strategy");
    }
    TradingClientBuilder misspelt =
        TradingClient.simulated(7).selfTrade("tradr_001", SelfTradePrevention.DECREMENT);
    BadInputException e = assertThrows(BadInputException.class, misspelt::open);
    assertEquals(Reason.UNKNOWN_ACCOUNT, e.reason());
    assertTrue(e.getMessage().contains("tradr_001"), e.getMessage());
  }

  @Test
  void aStopWaitsForItsPrice() {
    long bid = client.marketData("RELIANCE").bidTicks();
    accepted(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));
    Order stop =
        accepted(
            OrderRequest.stop(TRADER, "RELIANCE", Side.SELL, 10, bid - 1)
                .with(OrderTerms.NONE.withStop(bid - 1).withFlags(false, true)));
    assertEquals(OrderStatus.NEW, stop.status());
    assertFalse(stop.triggered());

    for (int i = 0; i < 600 && !client.order(stop.id()).orElseThrow().triggered(); i++) {
      client.play(Duration.ofSeconds(1));
    }

    assertEquals(OrderStatus.FILLED, client.order(stop.id()).orElseThrow().status());
    assertEquals(0, client.positions(TRADER).getFirst().netLots());
  }

  @Test
  void aTrailingStopIsShownAsItStands() {
    OrderRequest trailing =
        OrderRequest.market(TRADER, "RELIANCE", Side.SELL, 10)
            .with(OrderType.TRAILING_STOP, TimeInForce.GTC)
            .with(OrderTerms.NONE.withTrail(5_000, 0));
    Order order = accepted(trailing);
    long first = order.terms().stopTicks();
    assertNotEquals(0, first);

    for (int i = 0; i < 600 && stopOf(order) == first; i++) {
      client.play(Duration.ofSeconds(1));
    }

    assertFalse(stopOf(order) <= first, "the stop never rose above " + first);
  }

  @Test
  void stoppingCancelsOrdersThatWait() {
    linked(
        new LinkedOrders.OneTriggersOthers(
            far(TRADER, "RELIANCE", 5), List.of(far(TRADER, "RELIANCE", 5))));
    accepted(OrderRequest.stop(OTHER, "ITC", Side.SELL, 5, 1));

    client.stop();

    assertEquals(
        List.of(OrderStatus.CANCELED, OrderStatus.CANCELED, OrderStatus.CANCELED),
        Stream.of(TRADER, OTHER)
            .flatMap(account -> client.orders(account).stream())
            .map(Order::status)
            .toList());
  }

  @Test
  void metricsCountLinkedOrdersOneByOne() {
    linked(new LinkedOrders.OneCancelsOther(far(TRADER, "ITC", 3), far(TRADER, "ITC", 3)));
    client.placeLinked(
        new LinkedOrders.OneCancelsOther(far(TRADER, "ITC", 3), far(TRADER, "ITC", 4)));

    Metrics metrics = client.metrics();

    assertEquals(2, metrics.orders().accepted());
    assertEquals(Map.of("BAD_LINK", 2L), metrics.orders().refusedByCode());
    assertEquals(2, metrics.latency().count());
  }

  /// Lets an account sell inside the market, and buy at the same price.
  private void sellAndBuyItc(String account) {
    long inside = client.marketData("ITC").askTicks() - 1;
    accepted(OrderRequest.limit(account, "ITC", Side.SELL, 5, inside));
    accepted(OrderRequest.limit(account, "ITC", Side.BUY, 5, inside));
  }

  private static List<OrderStatus> statuses(TradingClient of, String account) {
    return of.orders(account).stream().map(Order::status).toList();
  }

  private long stopOf(Order order) {
    return client.order(order.id()).orElseThrow().terms().stopTicks();
  }

  /// {@return a buy that rests far below the market}
  private OrderRequest far(String account, String symbol, long lots) {
    return OrderRequest.limit(
        account, symbol, Side.BUY, lots, client.marketData(symbol).bidTicks() - 1_000);
  }

  private Order accepted(OrderRequest request) {
    return changed(client.placeOrder(request));
  }

  private List<Order> linked(LinkedOrders orders) {
    return assertInstanceOf(LinkedResult.Accepted.class, client.placeLinked(orders)).orders();
  }

  private static Order changed(OrderResult result) {
    return assertInstanceOf(OrderResult.Accepted.class, result).order();
  }

  private static Reason reason(OrderResult result) {
    return assertInstanceOf(OrderResult.Rejected.class, result).refusal().reason();
  }
}
