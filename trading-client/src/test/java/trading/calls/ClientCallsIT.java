package trading.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Position;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.client.TradingClient;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Statistics;
import trading.portfolio.Transaction;
import trading.risk.PortfolioRisk;
import trading.risk.RiskSummary;
import trading.strategies.StrategyStatus;
import trading.strategies.TimedSignal;

/// Every call of the client, once, on the linked image's own Java and through its modules.
class ClientCallsIT {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;
  private static final String SYMBOL = "RELIANCE";
  private static final String STRATEGY = "ma_crossover";

  private final TradingClient client =
      TradingClient.simulated(7).strategy(STRATEGY, Map.of("short", "5", "long", "15")).open();
  private final Instrument reliance = client.instrument(SYMBOL);

  @BeforeEach
  void letTheMarketQuote() {
    client.play(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void theClientIsAModuleOfTheImage() throws Exception {
    assertTrue(TradingClient.class.getModule().isNamed());
    assertEquals(
        "jrt:/trading.client",
        TradingClient.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  @Test
  void placeOrder() {
    long askTicks = client.marketData(SYMBOL).askTicks();

    Order order = buy(10);

    assertEquals(OrderStatus.FILLED, order.status());
    assertEquals(reliance.notionalMicros(askTicks, 10), order.filledMicros());
  }

  @Test
  void orders() {
    Order first = buy(10);
    Order second = restingBuy(5);

    assertEquals(
        List.of(first.id(), second.id()), client.orders(TRADER).stream().map(Order::id).toList());
  }

  @Test
  void order() {
    Order placed = restingBuy(5);

    Order read = client.order(placed.id()).orElseThrow();

    assertEquals(placed, read);
    assertTrue(client.order(placed.id() + 1).isEmpty());
  }

  @Test
  void cancelOrder() {
    Order resting = restingBuy(5);

    assertInstanceOf(OrderResult.Accepted.class, client.cancelOrder(TRADER, resting.id()));

    assertEquals(OrderStatus.CANCELED, client.order(resting.id()).orElseThrow().status());
  }

  @Test
  void amendOrder() {
    Order resting = restingBuy(5);

    client.amendOrder(TRADER, resting.id(), Amendment.lots(3));

    assertEquals(3, client.order(resting.id()).orElseThrow().lots());
  }

  @Test
  void placeLinked() {
    long bid = client.marketData(SYMBOL).bidTicks();

    LinkedResult result =
        client.placeLinked(
            new LinkedOrders.Bracket(
                OrderRequest.market(TRADER, SYMBOL, Side.BUY, 10),
                OrderRequest.stop(TRADER, SYMBOL, Side.SELL, 10, bid - 1_000),
                OrderRequest.limit(TRADER, SYMBOL, Side.SELL, 10, bid + 1_000)));

    assertEquals(
        List.of(OrderStatus.FILLED, OrderStatus.NEW, OrderStatus.NEW),
        assertInstanceOf(LinkedResult.Accepted.class, result).orders().stream()
            .map(Order::status)
            .toList());
  }

  @Test
  void cancelOrders() {
    restingBuy(5);
    restingBuy(6);

    assertEquals(2, client.cancelOrders(CancelScope.ofAccount(TRADER)));
  }

  @Test
  void setSelfTradePrevention() {
    long inside = client.marketData("ITC").askTicks() - 1;
    client.setSelfTradePrevention(TRADER, SelfTradePrevention.CANCEL_OLDEST);

    Order oldest = accepted(OrderRequest.limit(TRADER, "ITC", Side.SELL, 5, inside));
    accepted(OrderRequest.limit(TRADER, "ITC", Side.BUY, 5, inside));

    assertEquals(OrderStatus.CANCELED, client.order(oldest.id()).orElseThrow().status());
  }

  @Test
  void positions() {
    buy(10);

    Position position = client.positions(TRADER).getFirst();

    assertEquals(SYMBOL, position.instrument().symbol());
    assertEquals(10, position.netLots());
  }

  @Test
  void portfolioSummary() {
    Order bought = buy(10);

    PortfolioSummary summary = client.portfolioSummary(TRADER).getFirst();

    assertEquals(10_000_000_000_000L - bought.filledMicros(), summary.cashMicros());
    assertEquals(summary.equityMicros(), summary.cashMicros() + summary.positionValueMicros());
    assertEquals(summary.totalProfitMicros(), summary.dailyProfitMicros());
  }

  @Test
  void transactions() {
    buy(1);
    buy(2);
    buy(3);

    List<Transaction> newest = client.transactions(TRADER, 2);

    assertEquals(List.of(3L, 2L), newest.stream().map(Transaction::lots).toList());
  }

  @Test
  void performance() {
    buy(10);
    client.play(Duration.ofMinutes(5));
    sell(10);

    Statistics performance = client.performance(TRADER).getFirst().statistics();

    assertEquals(1, performance.value(Statistics.TRADES).orElseThrow());
    long net = client.portfolioSummary(TRADER).getFirst().totalProfitMicros();
    assertEquals(net > 0 ? 1 : 0, performance.value(Statistics.WIN_RATE).orElseThrow());
  }

  @Test
  void marketDataOfSymbols() {
    List<Quote> quotes = client.marketData(List.of("TCS", SYMBOL));

    assertEquals(
        List.of("TCS", SYMBOL), quotes.stream().map(q -> q.instrument().symbol()).toList());
    assertTrue(quotes.stream().allMatch(q -> q.askTicks() > q.bidTicks() && q.bidTicks() > 0));
  }

  @Test
  void allMarketData() {
    assertEquals(8, client.marketData().size());
  }

  @Test
  void subscribe() {
    client.unsubscribe(List.of(SYMBOL));

    client.subscribe(List.of(SYMBOL));

    assertEquals(SYMBOL, client.marketData(SYMBOL).instrument().symbol());
  }

  @Test
  void unsubscribe() {
    client.unsubscribe(List.of(SYMBOL));

    client.play(Duration.ofSeconds(1));

    assertEquals(7, client.marketData().size());
    assertThrows(BadInputException.class, () -> client.marketData(SYMBOL));
  }

  @Test
  void riskSummary() {
    buy(10);

    RiskSummary summary = client.riskSummary(TRADER);

    assertEquals(1, summary.ordersToday());
    assertTrue(summary.rules().stream().anyMatch(rule -> rule.id().equals("max_position_size")));
  }

  @Test
  void portfolioRisk() {
    buy(10);

    PortfolioRisk.Money risk = client.portfolioRisk(TRADER).money().getFirst();

    long markTicks = client.positions(TRADER).getFirst().markTicks();
    assertEquals(reliance.notionalMicros(markTicks, 10), risk.grossMicros());
    assertEquals(risk.grossMicros(), risk.netMicros());
    assertEquals(SYMBOL, risk.largest().orElseThrow().symbol());
  }

  @Test
  void strategies() {
    List<StrategyStatus> strategies = client.strategies();

    assertEquals(List.of(STRATEGY), strategies.stream().map(StrategyStatus::id).toList());
    assertEquals("5", strategies.getFirst().settings().get("short"));
  }

  @Test
  void runStrategy() {
    client.play(Duration.ofMinutes(2));
    String before = client.stateHash();

    List<TimedSignal> signals = client.runStrategy(STRATEGY, Map.of("short", "3", "long", "8"));

    assertTrue(signals.stream().anyMatch(s -> s.signal().side() == Side.BUY), "" + signals);
    assertTrue(signals.stream().anyMatch(s -> s.signal().lots() == 10), "" + signals);
    assertFalse(signals.stream().anyMatch(s -> s.signal().reason().isBlank()), "" + signals);
    assertEquals(before, client.stateHash());
  }

  @Test
  void enableStrategy() {
    client.disableStrategy(STRATEGY);

    client.enableStrategy(STRATEGY);

    assertEquals(StrategyStatus.State.RUNNING, client.strategies().getFirst().state());
    client.play(Duration.ofMinutes(2));
    assertTrue(client.strategies().getFirst().activity().ordersSubmitted() > 0);
  }

  @Test
  void disableStrategy() {
    client.disableStrategy(STRATEGY);

    client.play(Duration.ofMinutes(2));

    assertEquals(StrategyStatus.State.DISABLED, client.strategies().getFirst().state());
    assertEquals(List.of(), client.orders(STRATEGY));
  }

  @Test
  void refusalsSayWhy() {
    OrderResult result = client.placeOrder(OrderRequest.market(TRADER, SYMBOL, Side.BUY, 0));

    assertEquals(
        Reason.QUANTITY_NOT_POSITIVE,
        assertInstanceOf(OrderResult.Rejected.class, result).refusal().reason());
  }

  private Order buy(long lots) {
    return accepted(OrderRequest.market(TRADER, SYMBOL, Side.BUY, lots));
  }

  private void sell(long lots) {
    accepted(OrderRequest.market(TRADER, SYMBOL, Side.SELL, lots));
  }

  private Order restingBuy(long lots) {
    long far = client.marketData(SYMBOL).bidTicks() - 1_000;
    return accepted(OrderRequest.limit(TRADER, SYMBOL, Side.BUY, lots, far));
  }

  private Order accepted(OrderRequest request) {
    return assertInstanceOf(OrderResult.Accepted.class, client.placeOrder(request)).order();
  }
}
