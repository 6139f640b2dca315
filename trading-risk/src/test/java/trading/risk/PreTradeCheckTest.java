package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.risk.BuiltInRulesTest.assertPasses;
import static trading.risk.BuiltInRulesTest.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.spi.Verdict;

/// An order against given positions, with trading-risk and trading-api alone.
class PreTradeCheckTest {
  private static final long RUPEE = 1_000_000;
  private static final String BOB = "bob";
  private static final Instrument ITC = Instrument.of("ITC", "INR", "0.05", "1");
  private static final Instrument SBIN = Instrument.of("SBIN", "INR", "0.05", "1");
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");

  @Test
  void noOtherModuleOfOursIsThere() {
    Set<String> ours =
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("trading."))
            .collect(Collectors.toSet());

    assertEquals(Set.of("trading.api", "trading.risk"), ours);
  }

  @Test
  void anOrderIsCheckedAgainstThePositionsAndWorkingOrders() {
    PreTradeCheck check =
        with("max_position_size", "100")
            .position(ITC, 40, 2_000)
            .working(ITC, Side.BUY, 10)
            .working(ITC, Side.SELL, 5)
            .open();

    assertPasses(check.check(buy("ITC", 50)));
    assertRefused("max_position_size", 100, 101, check.check(buy("ITC", 51)));
    assertPasses(check.check(OrderRequest.limit(BOB, "ITC", Side.SELL, 135, 2_000)));
    assertRefused(
        "max_position_size",
        100,
        101,
        check.check(OrderRequest.market(BOB, "ITC", Side.SELL, 136)));
  }

  @Test
  void aReduceOnlyOrderPassesUntilItWouldOpen() {
    PreTradeCheck check =
        with("max_position_size", "0")
            .position(ITC, 40, 2_000)
            .workingReduceOnly(ITC, Side.SELL, 40)
            .mark(SBIN, 7)
            .open();

    assertTrue(check.check(OrderRequest.market(BOB, "ITC", Side.SELL, 40)).isPresent());
    assertPasses(check.check(reduce("ITC", Side.SELL, 40)));
    assertOpens(40, 41, check.check(reduce("ITC", Side.SELL, 41)));
    assertOpens(0, 1, check.check(reduce("ITC", Side.BUY, 1)));
    assertOpens(0, 2, check.check(reduce("SBIN", Side.SELL, 2)));
  }

  @Test
  void aReduceOnlyOrderDoesNotPassBesideAPlainOneThatCouldOpen() {
    PreTradeCheck check =
        with("max_position_size", "0").position(ITC, 40, 2_000).working(ITC, Side.SELL, 30).open();

    assertPasses(check.check(reduce("ITC", Side.SELL, 10)));
    assertRefused("max_position_size", 0, 1, check.check(reduce("ITC", Side.SELL, 11)));
  }

  @Test
  void rulesAreShownTheOrdersTerms() {
    PreTradeCheck check =
        PreTradeCheck.builder(BOB)
            .providers(
                List.of(
                    new FakeRule(
                        "shown", (order, _) -> new Verdict.Refuse(0, order.stopTicks(), "shown"))))
            .config(RiskConfig.none().withRule("shown", Map.of()))
            .mark(ITC, 7)
            .open();

    assertRefused(
        "shown", 0, 2_100, check.check(OrderRequest.stop(BOB, "ITC", Side.BUY, 1, 2_100)));
  }

  @Test
  void theSameOrderGetsTheSameAnswerAgain() {
    PreTradeCheck check = with("max_orders_per_day", "3").mark(ITC, 1).ordersToday(2).open();

    assertPasses(check.check(buy("ITC", 1)));
    assertPasses(check.check(buy("ITC", 1)));
    assertRefused(
        "max_orders_per_day",
        3,
        4,
        with("max_orders_per_day", "3").mark(ITC, 1).ordersToday(3).open().check(buy("ITC", 1)));
  }

  @Test
  void cashAndMarksMakeTheEquity() {
    PreTradeCheck check =
        with("concentration", "25").cash("INR", 9_000 * RUPEE).position(ITC, 100, 200).open();

    assertPasses(check.check(buy("ITC", 150)));
    assertRefused("concentration", 25_000_000, 25_100_000, check.check(buy("ITC", 151)));
  }

  @Test
  void theDaysProfitIsGiven() {
    PreTradeCheck.Builder books =
        with("max_daily_loss", "1000").cash("INR", 9_000 * RUPEE).mark(ITC, 200);

    assertPasses(books.open().check(buy("ITC", 1)));
    assertPasses(books.dayProfit("INR", -1_000 * RUPEE).open().check(buy("ITC", 1)));
    assertRefused(
        "max_daily_loss",
        1_000 * RUPEE,
        1_000 * RUPEE + 1,
        books.dayProfit("INR", -1_000 * RUPEE - 1).open().check(buy("ITC", 1)));
  }

  @Test
  void thePeakOfEquityIsGiven() {
    PreTradeCheck.Builder books =
        with("max_drawdown", "20").cash("INR", 8_000 * RUPEE).mark(ITC, 200);

    assertPasses(books.open().check(buy("ITC", 1)));
    assertPasses(books.peakEquity("INR", 1).open().check(buy("ITC", 1)));
    assertPasses(books.peakEquity("INR", 10_000 * RUPEE).open().check(buy("ITC", 1)));
    assertRefused(
        "max_drawdown",
        20_000_000,
        20_000_001,
        books.peakEquity("INR", 10_000 * RUPEE + 1).open().check(buy("ITC", 1)));
  }

  @Test
  void aPeakBelowZeroStaysWhereItIsGiven() {
    PreTradeCheck.Builder books =
        PreTradeCheck.builder(BOB)
            .providers(
                List.of(
                    new FakeRule(
                        "peak",
                        (_, risk) -> new Verdict.Refuse(0, risk.peakEquityMicros(), "shown"))))
            .config(RiskConfig.none().withRule("peak", Map.of()))
            .cash("INR", -9_000 * RUPEE)
            .position(ITC, 100, 200);

    assertRefused("peak", 0, -8_000 * RUPEE, books.open().check(buy("ITC", 1)));
    assertRefused(
        "peak",
        0,
        -7_000 * RUPEE,
        books.peakEquity("INR", -7_000 * RUPEE).open().check(buy("ITC", 1)));
  }

  @Test
  void allPositionsAndWorkingOrdersMakeTheLeverage() {
    PreTradeCheck check =
        with("max_leverage", "2")
            .cash("INR", 0)
            .position(ITC, 100, 2_000)
            .mark(SBIN, 1_000)
            .working(SBIN, Side.SELL, 100)
            .open();

    assertPasses(check.check(buy("ITC", 50)));
    assertRefused("max_leverage", 2_000_000, 2_010_000, check.check(buy("ITC", 51)));
  }

  @Test
  void moneyIsOfTheInstrumentsCurrency() {
    PreTradeCheck check =
        with("min_capital", "1000").cash("INR", 5_000 * RUPEE).mark(ITC, 9).mark(GOOG, 9).open();

    assertPasses(check.check(buy("ITC", 1)));
    assertRefused("min_capital", 1_000 * RUPEE, 0, check.check(buy("GOOG", 1)));
  }

  @Test
  void allBuiltInRulesRunByDefault() {
    PreTradeCheck check =
        PreTradeCheck.builder(BOB).cash("INR", 10_000_000 * RUPEE).mark(ITC, 0).open();

    assertEquals(Reason.NO_PRICE, check.check(buy("ITC", 1)).orElseThrow().reason());
    assertEquals(
        List.copyOf(RiskConfig.defaults().rules().keySet()),
        check.summary().rules().stream().map(RiskSummary.Rule::id).toList());
  }

  @Test
  void rulesOfStrangersRunToo() {
    PreTradeCheck check =
        PreTradeCheck.builder(BOB)
            .providers(List.of(new FakeRule("never", (_, _) -> new Verdict.Refuse(1, 2, "never"))))
            .config(RiskConfig.none().withRule("never", Map.of()))
            .mark(ITC, 7)
            .open();

    assertRefused("never", 1, 2, check.check(buy("ITC", 1)));
  }

  @Test
  void theAccountsOwnLimitsHold() {
    RiskConfig config =
        RiskConfig.none().withAccount(BOB, "max_position_size", Map.of("limit", "5"));

    assertRefused(
        "max_position_size",
        5,
        6,
        PreTradeCheck.builder(BOB).config(config).mark(ITC, 7).open().check(buy("ITC", 6)));
  }

  @Test
  void theRiskOfTheGivenBooksIsTold() {
    PreTradeCheck check =
        PreTradeCheck.builder(BOB)
            .cash("INR", 6_000 * RUPEE)
            .position(ITC, 100, 800)
            .peakEquity("INR", 12_500 * RUPEE)
            .dayProfit("INR", -50 * RUPEE)
            .open();

    PortfolioRisk.Money money = check.portfolioRisk().money().getFirst();

    assertEquals(10_000 * RUPEE, money.equityMicros());
    assertEquals(4_000 * RUPEE, money.grossMicros());
    assertEquals(OptionalLong.of(20_000_000), money.drawdownMillionths());
    assertEquals(-50 * RUPEE, money.dayProfitMicros());
    assertEquals(
        Set.of("concentration"),
        check.summary().violations().stream().map(LimitUse::rule).collect(Collectors.toSet()));
  }

  @Test
  void whatIsNotGivenIsRefused() {
    PreTradeCheck check = PreTradeCheck.builder(BOB).mark(ITC, 7).open();

    assertReason(Reason.UNKNOWN_SYMBOL, check.check(buy("TCS", 1)));
    assertReason(
        Reason.UNKNOWN_ACCOUNT, check.check(OrderRequest.market("eve", "ITC", Side.BUY, 1)));
    assertReason(Reason.QUANTITY_NOT_POSITIVE, check.check(buy("ITC", 0)));
    assertReason(Reason.QUANTITY_TOO_LARGE, check.check(buy("ITC", Instrument.MAX_LOTS + 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> check.check(OrderRequest.allIn(BOB, "ITC", Side.BUY)));
  }

  @Test
  void badBooksAreRefused() {
    PreTradeCheck.Builder books = PreTradeCheck.builder(BOB);

    assertThrows(IllegalArgumentException.class, () -> books.mark(ITC, -1));
    assertThrows(
        IllegalArgumentException.class, () -> books.mark(ITC, Instrument.MAX_PRICE_TICKS + 1));
    assertThrows(IllegalArgumentException.class, () -> books.working(ITC, Side.BUY, 0));
    assertThrows(IllegalArgumentException.class, () -> books.ordersToday(-1));
    assertThrows(BadInputException.class, () -> books.cash("rupees and more", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> books.mark(ITC, 1).mark(Instrument.of("ITC", "INR", "0.01", "1"), 1));
    assertTrue(
        assertThrows(
                BadInputException.class,
                () -> books.config(RiskConfig.none().withRule("nope", Map.of())).open())
            .getMessage()
            .contains("\"nope\""));
  }

  private static PreTradeCheck.Builder with(String rule, String limit) {
    return PreTradeCheck.builder(BOB)
        .config(RiskConfig.none().withRule(rule, Map.of("limit", limit)));
  }

  private static OrderRequest buy(String symbol, long lots) {
    return OrderRequest.market(BOB, symbol, Side.BUY, lots);
  }

  private static OrderRequest reduce(String symbol, Side side, long lots) {
    return OrderRequest.market(BOB, symbol, side, lots)
        .with(OrderTerms.NONE.withFlags(false, true));
  }

  private static void assertOpens(long bound, long actual, Optional<Refusal> answer) {
    assertReason(Reason.REDUCE_ONLY_WOULD_OPEN, answer);
    assertEquals(bound, answer.orElseThrow().limit());
    assertEquals(actual, answer.orElseThrow().actual());
  }

  private static void assertReason(Reason reason, Optional<Refusal> answer) {
    assertEquals(reason, answer.orElseThrow().reason());
  }
}
