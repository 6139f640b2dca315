package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Position;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Settings;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventType;
import trading.api.event.Field;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Transaction;
import trading.risk.RiskConfig;
import trading.strategies.OpenOrders;
import trading.strategies.StrategyStatus;

class TradingClientTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;

  private final TradingClient client = TradingClient.simulated(7).open();
  private final Instrument reliance = client.instrument("RELIANCE");

  @Test
  void marketOrderTradesAtTheBooksPrice() {
    client.play(Duration.ofSeconds(1));
    Quote quote = client.marketData("RELIANCE");

    Order order = accepted(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));

    assertEquals(OrderStatus.FILLED, order.status());
    assertEquals(reliance.notionalMicros(quote.askTicks(), 10), order.filledMicros());
    Transaction fill = client.transactions(TRADER, 5).getFirst();
    assertEquals(quote.askTicks(), fill.priceTicks());
    assertEquals(10, fill.lots());
    assertEquals(order.id(), fill.orderId());
  }

  @Test
  void restingLimitOrderIsCanceledByItsOwnerAlone() {
    client.play(Duration.ofSeconds(1));
    client.openAccount("trader_002", "INR", 1_000_000);
    long far = client.marketData("RELIANCE").bidTicks() - 1_000;
    Order order = accepted(OrderRequest.limit(TRADER, "RELIANCE", Side.BUY, 10, far));
    String before = client.stateHash();

    assertEquals(Reason.NOT_ORDER_OWNER, reason(client.cancelOrder("trader_002", order.id())));
    assertEquals(before, client.stateHash());

    assertInstanceOf(OrderResult.Accepted.class, client.cancelOrder(TRADER, order.id()));
    assertEquals(OrderStatus.CANCELED, client.order(order.id()).orElseThrow().status());
    assertEquals(Reason.TOO_LATE_TO_CANCEL, reason(client.cancelOrder(TRADER, order.id())));
    assertEquals(List.of(order.id()), client.orders(TRADER).stream().map(Order::id).toList());
  }

  @Test
  void portfolioFollowsWhatWasTraded() {
    client.play(Duration.ofSeconds(1));
    Order buy = accepted(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));
    client.play(Duration.ofSeconds(5));
    Order sell = accepted(OrderRequest.market(TRADER, "RELIANCE", Side.SELL, 4));

    Position position = client.positions(TRADER).getFirst();
    PortfolioSummary summary = client.portfolioSummary(TRADER).getFirst();
    assertEquals(6, position.netLots());
    assertEquals(buy.filledMicros() * 6 / 10, position.openCostMicros());
    assertEquals(sell.filledMicros() - buy.filledMicros() * 4 / 10, position.realisedMicros());
    assertEquals(
        Backtest.DEFAULT_CASH_MICROS - buy.filledMicros() + sell.filledMicros(),
        summary.cashMicros());
    assertEquals(
        summary.depositsMicros(),
        summary.cashMicros()
            + position.openCostMicros()
            - summary.realisedMicros()
            + summary.feesMicros());
  }

  @Test
  void portfolioAndRiskGateAgreeOnTheProfitOfTheDay() {
    client.play(Duration.ofSeconds(1));
    accepted(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));
    client.play(Duration.ofSeconds(5));

    long daily = client.portfolioSummary(TRADER).getFirst().dailyProfitMicros();
    assertNotEquals(0, daily);
    assertEquals(client.riskSummary(TRADER).money().getFirst().dayProfitMicros(), daily);
  }

  @Test
  void theSameCallsGiveTheSameDigest() {
    assertEquals(session(7), session(7));
    assertNotEquals(session(7), session(8));
  }

  @Test
  void strategiesTradeAccountsOfTheirOwn() {
    try (TradingClient other =
        TradingClient.simulated(7)
            .strategy("ma_crossover", Map.of("short", "5", "long", "15"))
            .open()) {
      other.play(Duration.ofMinutes(2));

      assertTrue(other.strategies().getFirst().ordersSubmitted() > 0);
      assertTrue(
          other.orders("ma_crossover").stream()
              .allMatch(order -> order.status() == OrderStatus.FILLED));
      assertEquals(List.of(), other.orders(TRADER));
    }
  }

  @Test
  void marketDataMovesEveryHundredMilliseconds() {
    assertEquals(
        Reason.NO_PRICE,
        assertThrows(BadInputException.class, () -> client.marketData("TCS")).reason());
    client.play(Duration.ofMillis(100));
    long first = client.marketData("TCS").atNanos();

    client.play(Duration.ofMillis(250));

    assertEquals(8, client.marketData().size());
    assertEquals(200_000_000, client.marketData("TCS").atNanos() - first);
  }

  @Test
  void aSymbolCanBeAddedWhileRunning() {
    client.play(Duration.ofSeconds(1));
    Instrument wipro = Instrument.of("WIPRO", "INR", "0.05", "1");

    client.listInstrument(new Listing(wipro, wipro.ticks("400.00")));
    client.play(Duration.ofSeconds(1));

    assertEquals(client.marketData("RELIANCE").atNanos(), client.marketData("WIPRO").atNanos());
    assertEquals(
        OrderStatus.FILLED, accepted(OrderRequest.market(TRADER, "WIPRO", Side.BUY, 10)).status());
    assertEquals(
        Reason.ALREADY_EXISTS,
        badText(() -> client.listInstrument(new Listing(wipro, wipro.ticks("400.00")))));
  }

  @Test
  void settingsChangeWhileAStrategyRuns() {
    client.enableStrategy("ma_crossover");
    client.play(Duration.ofMinutes(1));

    client.changeStrategy("ma_crossover", Map.of("short", "2", "long", "3", "quantity", "7"));
    client.play(Duration.ofSeconds(30));

    assertEquals("7", client.strategies().getFirst().settings().get("quantity"));
    assertEquals(7, client.transactions("ma_crossover", 1).getFirst().lots());
    String before = client.stateHash();
    assertEquals(
        Reason.BAD_SETTING,
        badText(() -> client.changeStrategy("ma_crossover", Map.of("short", "9", "long", "3"))));
    assertEquals("7", client.strategies().getFirst().settings().get("quantity"));
    assertEquals(before, client.stateHash());
  }

  @Test
  void momentumIsQuietOnACalmMarketUnlessItsThresholdFits() {
    for (String threshold : List.of("2", "0.05")) {
      try (TradingClient calm =
          TradingClient.simulated(1)
              .bars(Duration.ofMillis(200))
              .strategy("momentum_strategy", Map.of("threshold", threshold))
              .open()) {
        calm.play(Duration.ofSeconds(30));

        assertEquals(threshold.equals("0.05"), !calm.orders("momentum_strategy").isEmpty());
      }
    }
  }

  @Test
  void inRealTimeTheMarketRunsByItselfAndStrategiesTrade() throws Exception {
    CountDownLatch filled = new CountDownLatch(1);
    Map<String, String> eager = Map.of("short", "1", "long", "2", "direction", "both");
    try (TradingClient live =
        TradingClient.simulated(7)
            .interval(Duration.ofMillis(10))
            .bars(Duration.ofMillis(20))
            .strategy("ma_crossover", eager)
            .strategyBudget(Duration.ofMinutes(1))
            .onClose(OpenOrders.CANCEL)
            .realTime()
            .open()) {
      live.addListener(event -> {
        if (event.type() == EventType.ORDER_FILLED && event.id(Field.ACCOUNT) > 0) {
          filled.countDown();
        }
      });

      assertTrue(filled.await(60, TimeUnit.SECONDS));
      assertThrows(IllegalStateException.class, () -> live.play(Duration.ofSeconds(1)));
      live.stop();

      assertTrue(
          Thread.getAllStackTraces().keySet().stream()
              .noneMatch(thread -> thread.getName().equals("feed")));
      assertEquals(StrategyStatus.State.DISABLED, live.strategies().getFirst().state());
      assertTrue(
          live.orders("ma_crossover").stream().allMatch(order -> order.status().isTerminal()));
      assertTrue(live.failure().isEmpty());
    }
  }

  @Test
  void refusedRequestsChangeNothingAndAreTold() {
    client.play(Duration.ofSeconds(1));
    List<Event> told = new ArrayList<>();
    client.addListener(event -> told.add(EventCodec.decode(event)));
    String before = client.stateHash();
    OrderRequest good = OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10);
    OrderRequest priced =
        new OrderRequest(
            TRADER, "RELIANCE", Side.BUY, good.type(), good.timeInForce(), good.sizing(), 10, 5, 0);
    Map<OrderRequest, Reason> refused =
        Map.of(
            OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 0),
            Reason.QUANTITY_NOT_POSITIVE,
            OrderRequest.market(TRADER, "RELIANCE", Side.BUY, -10),
            Reason.QUANTITY_NOT_POSITIVE,
            OrderRequest.market(TRADER, "RELIANCE", Side.BUY, Long.MAX_VALUE),
            Reason.QUANTITY_TOO_LARGE,
            OrderRequest.limit(TRADER, "RELIANCE", Side.BUY, 10, 0),
            Reason.PRICE_NOT_POSITIVE,
            OrderRequest.limit(TRADER, "RELIANCE", Side.BUY, 10, 1L << 41),
            Reason.PRICE_TOO_LARGE,
            priced,
            Reason.PRICE_ON_MARKET,
            OrderRequest.market(TRADER, "NOPE", Side.BUY, 10),
            Reason.UNKNOWN_SYMBOL,
            OrderRequest.market("nobody", "RELIANCE", Side.BUY, 10),
            Reason.UNKNOWN_ACCOUNT,
            OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10_001),
            Reason.RISK_LIMIT);

    refused.forEach((request, reason) ->
        assertEquals(reason, reason(client.placeOrder(request)), "" + request));

    assertEquals(before, client.stateHash());
    assertEquals(refused.size(), told.size());
    assertTrue(told.stream().allMatch(Event.OrderRejected.class::isInstance));
  }

  @Test
  void marketOrderWithoutLiquidityIsRefused() {
    assertEquals(
        Reason.NO_LIQUIDITY,
        reason(client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10))));
  }

  @Test
  void textThatIsNoExactQuantityOrPriceIsRefusedWithItsOwnCode() {
    assertEquals(Reason.QUANTITY_NOT_POSITIVE, badText(() -> reliance.lots("0")));
    assertEquals(Reason.QUANTITY_NOT_POSITIVE, badText(() -> reliance.lots("-10")));
    assertEquals(Reason.QUANTITY_TOO_LARGE, badText(() -> reliance.lots("10000000000000000000")));
    assertEquals(Reason.QUANTITY_OFF_LOT, badText(() -> reliance.lots("1.5")));
    assertEquals(Reason.PRICE_OFF_TICK, badText(() -> reliance.ticks("2500.03")));
    assertEquals(Reason.NOT_A_NUMBER, badText(() -> reliance.ticks("NaN")));
  }

  @Test
  void ruleThatThrowsRefusesTheOrderAndShowsTheWholeWay() {
    try (TradingClient guarded =
        TradingClient.simulated(7)
            .plugins(PluginCatalog.builtIn().with(new Broken()))
            .risk(RiskConfig.defaults().withRule("broken", Map.of()))
            .open()) {
      guarded.play(Duration.ofSeconds(1));
      String before = guarded.stateHash();

      Refusal refusal =
          refusal(guarded.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10)));

      assertEquals(Reason.RULE_FAILED, refusal.reason());
      assertEquals("broken", refusal.rule());
      assertEquals(before, guarded.stateHash());
      List<String> way =
          Arrays.stream(refusal.cause().orElseThrow().getStackTrace())
              .map(StackTraceElement::getClassName)
              .toList();
      assertTrue(way.getFirst().startsWith(Broken.class.getName()), way.toString());
      int gate = way.indexOf("trading.risk.RuleGate");
      int core = way.indexOf("trading.core.Engine");
      int client = way.indexOf("trading.client.TradingClient");
      assertTrue(0 < gate && gate < core && core < client, way.toString());
    }
  }

  @Test
  void anAccountsOwnLimitBeatsTheDefault() {
    try (TradingClient limited =
        TradingClient.simulated(7)
            .risk(
                RiskConfig.defaults()
                    .withAccount(TRADER, "max_position_size", Map.of("limit", "5")))
            .open()) {
      limited.openAccount("trader_002", "INR", Backtest.DEFAULT_CASH_MICROS);
      limited.play(Duration.ofSeconds(1));

      Refusal refusal =
          refusal(limited.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 6)));

      assertEquals("max_position_size", refusal.rule());
      assertEquals(5, refusal.limit());
      assertEquals(6, refusal.actual());
      assertInstanceOf(
          OrderResult.Accepted.class,
          limited.placeOrder(OrderRequest.market("trader_002", "RELIANCE", Side.BUY, 6)));
      assertInstanceOf(
          OrderResult.Accepted.class,
          limited.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 5)));
    }
  }

  @Test
  void anAccountIsOpenedWithItsMoneyOrNotAtAll() {
    String before = client.stateHash();

    assertEquals(
        Reason.BAD_AMOUNT, badText(() -> client.openAccount("trader_002", "INR", -5_000_000)));
    assertEquals(Reason.BAD_AMOUNT, badText(() -> client.openAccount("trader_002", "INR", 0)));
    assertEquals(Reason.BAD_NAME, badText(() -> client.openAccount("trader_002", "rupees!", 1)));
    assertEquals(Reason.ALREADY_EXISTS, badText(() -> client.openAccount(TRADER, "INR", 1)));
    assertEquals(before, client.stateHash());

    client.openAccount("trader_002", "INR", 5_000_000);
    assertEquals(5_000_000, client.portfolioSummary("trader_002").getFirst().cashMicros());
  }

  @Test
  void anOrderThatWouldTradeWithItsOwnAccountIsCanceled() {
    client.play(Duration.ofSeconds(1));
    Quote quote = client.marketData("RELIANCE");
    long inside = quote.bidTicks() + (quote.askTicks() - quote.bidTicks()) / 2;
    accepted(OrderRequest.limit(TRADER, "RELIANCE", Side.BUY, 10, inside));

    Order order = accepted(OrderRequest.limit(TRADER, "RELIANCE", Side.SELL, 10, inside));

    assertEquals(
        inside == quote.bidTicks() ? OrderStatus.FILLED : OrderStatus.CANCELED, order.status());
  }

  @Test
  void riskSummaryNamesTheRulesInEffect() {
    assertEquals(
        List.of(
            "concentration",
            "max_daily_loss",
            "max_drawdown",
            "max_leverage",
            "max_orders_per_day",
            "max_position_size",
            "min_capital"),
        client.riskSummary(TRADER).rules().stream().map(rule -> rule.id()).toList());
  }

  private static String session(long seed) {
    try (TradingClient client =
        TradingClient.simulated(seed).strategy("ma_crossover", Map.of()).open()) {
      client.play(Duration.ofMinutes(3));
      client.placeOrder(OrderRequest.market(TRADER, "TCS", Side.SELL, 3));
      client.placeOrder(OrderRequest.market(TRADER, "TCS", Side.SELL, -3));
      return client.digest() + client.stateHash();
    }
  }

  private Order accepted(OrderRequest request) {
    return assertInstanceOf(OrderResult.Accepted.class, client.placeOrder(request)).order();
  }

  private static Refusal refusal(OrderResult result) {
    return assertInstanceOf(OrderResult.Rejected.class, result).refusal();
  }

  private static Reason reason(OrderResult result) {
    return refusal(result).reason();
  }

  private static Reason badText(Runnable conversion) {
    return assertThrows(BadInputException.class, conversion::run).reason();
  }

  /// A rule that throws instead of answering.
  private static final class Broken implements RiskRuleProvider {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public String doc() {
      return "Throws.";
    }

    @Override
    public RiskRule create(Settings settings) {
      return (_, _) -> {
        throw new IllegalStateException("this rule is broken");
      };
    }
  }
}
