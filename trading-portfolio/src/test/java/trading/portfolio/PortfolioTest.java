package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Position;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.Event;

class PortfolioTest {
  private static final long UNIT = 1_000_000;
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  private static final Instrument INFY = Instrument.of("INFY", "INR", "0.05", "1");
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");

  private final Portfolio portfolio = new Portfolio();
  private final EventFeed feed = new EventFeed(portfolio);

  private int usd;
  private int inr;
  private int tcs;
  private int infy;
  private int goog;
  private int alice;

  @BeforeEach
  void twoCurrenciesThreeInstrumentsTwoAccounts() {
    usd = feed.currency("USD");
    inr = feed.currency("INR");
    tcs = feed.instrument(inr, TCS);
    infy = feed.instrument(inr, INFY);
    goog = feed.instrument(usd, GOOG);
    alice = feed.account("trader_002");
    feed.account("trader_001");
  }

  @Test
  void accountsComeInTheOrderInWhichTheyWereOpened() {
    assertEquals(List.of("trader_002", "trader_001"), portfolio.accounts());
  }

  @Test
  void positionsComeBySymbolWithTheirAmounts() {
    feed.buy(alice, tcs, 60_000, 2, 7);
    feed.sell(alice, goog, 10_000, 1, 0);
    feed.quote(tcs, 60_100);

    List<Position> positions = portfolio.positions("trader_002");

    assertEquals(
        List.of(
            new Position("trader_002", GOOG, -1, -100 * UNIT, 10_000, 0, 0, 0),
            new Position("trader_002", TCS, 2, 6_000 * UNIT, 60_100, 0, 10 * UNIT, 7)),
        positions);
  }

  @Test
  void closedPositionStaysListedAndAnUntouchedOneIsNot() {
    feed.buy(alice, infy, 100, 1, 0);
    feed.sell(alice, infy, 100, 1, 0);

    List<Position> positions = portfolio.positions("trader_002");

    assertEquals(List.of(new Position("trader_002", INFY, 0, 0, 100, 0, 0, 0)), positions);
    assertEquals(List.of(), portfolio.positions("trader_001"));
  }

  @Test
  void summaryAddsUpPerCurrency() {
    feed.cash(alice, inr, 10_000 * UNIT);
    feed.buy(alice, tcs, 60_000, 2, UNIT);
    feed.buy(alice, infy, 20_000, 1, UNIT);
    feed.sell(alice, tcs, 61_000, 1, UNIT);
    feed.quote(tcs, 60_500);
    feed.quote(infy, 19_000);

    PortfolioSummary summary = portfolio.summary("trader_002").getFirst();

    assertEquals(
        new PortfolioSummary(
            "trader_002",
            "INR",
            10_000 * UNIT,
            6_047 * UNIT,
            3_975 * UNIT,
            50 * UNIT,
            -25 * UNIT,
            3 * UNIT,
            10_022 * UNIT,
            22 * UNIT,
            22 * UNIT,
            22 * UNIT),
        summary);
    assertEquals(22 * UNIT, summary.totalProfitMicros());
    assertEquals(
        summary.totalProfitMicros(),
        summary.realisedMicros() + summary.unrealisedMicros() - summary.feesMicros());
  }

  @Test
  void summaryHasACurrencyOnceItHasMoneyOrPositions() {
    assertEquals(List.of(), portfolio.summary("trader_002"));

    feed.cash(alice, inr, 5);
    feed.buy(alice, goog, 100, 1, 0);
    feed.sell(alice, goog, 100, 1, 0);

    List<PortfolioSummary> summaries = portfolio.summary("trader_002");
    assertEquals(
        List.of("INR", "USD"), summaries.stream().map(PortfolioSummary::currency).toList());
    assertEquals(0, summaries.getLast().cashMicros());
  }

  @Test
  void moneyThatWasWithdrawnAgainLeavesNoSummary() {
    feed.cash(alice, inr, 5);
    feed.cash(alice, inr, -5);

    assertEquals(List.of(), portfolio.summary("trader_002"));
  }

  @Test
  void transactionsComeNewestFirstUpToTheLimit() {
    feed.at(111).buy(alice, tcs, 60_000, 2, 7);
    feed.at(222).sell(alice, goog, 10_000, 3, 8);

    List<Transaction> both = portfolio.transactions("trader_002", 10);

    assertEquals(2, both.size());
    assertEquals(both.subList(0, 1), portfolio.transactions("trader_002", 1));
    Transaction newest = both.getFirst();
    assertEquals(
        new Transaction(
            newest.tradeId(),
            newest.orderId(),
            222,
            "trader_002",
            GOOG,
            Side.SELL,
            Liquidity.TAKER,
            10_000,
            3,
            300 * UNIT,
            8),
        newest);
    assertEquals(newest.tradeId(), newest.orderId() * 10);
    assertTrue(newest.orderId() > both.getLast().orderId());
    assertEquals(6_000 * UNIT, both.getLast().notionalMicros());
    assertEquals(List.of(), portfolio.transactions("trader_001", 1));
  }

  @Test
  void transactionsMeetEveryPartOfTheFilter() {
    for (int second = 1; second <= 4; second++) {
      feed.at(second).buy(alice, tcs, second, 1, 0);
      feed.at(second).sell(alice, goog, second, 1, 0);
    }
    TransactionFilter all = TransactionFilter.all();

    assertEquals(List.of(4L, 4L, 3L, 3L, 2L, 2L, 1L, 1L), times(all, 99));
    assertEquals(List.of(4L, 3L, 2L, 1L), times(all.withSymbol("TCS"), 99));
    assertEquals(List.of(4L, 3L), times(all.withSide(Side.SELL), 2));
    assertEquals(List.of(3L, 3L, 2L, 2L), times(all.within(2, 4), 99));
    assertEquals(List.of(2L), times(all.within(1, 3).withSymbol("GOOG").withSide(Side.SELL), 1));
    assertEquals(List.of(), times(all.withSymbol("GOOG").withSide(Side.BUY), 99));
    assertEquals(List.of(), times(all.withSymbol("INFY"), 99));
    assertEquals(List.of(), times(all.within(3, 3), 99));
  }

  private List<Long> times(TransactionFilter filter, int limit) {
    return portfolio.transactions("trader_002", filter, limit).stream()
        .map(Transaction::atNanos)
        .toList();
  }

  @Test
  void filterWithoutAnEndTakesTheLastMomentToo() {
    feed.at(Long.MAX_VALUE).buy(alice, tcs, 1, 1, 0);

    assertEquals(1, times(TransactionFilter.all(), 9).size());
    assertEquals(1, times(TransactionFilter.all().within(0, Long.MAX_VALUE), 9).size());
  }

  @Test
  void filterOfASymbolThatIsNotListedIsRefused() {
    TransactionFilter filter = TransactionFilter.all().withSymbol("NOPE");

    BadInputException refusal =
        assertThrows(
            BadInputException.class, () -> portfolio.transactions("trader_002", filter, 1));

    assertEquals(Reason.UNKNOWN_SYMBOL, refusal.reason());
    assertEquals("symbol must be listed, was \"NOPE\"", refusal.getMessage());
  }

  @Test
  void filterThatEndsBeforeItBeginsIsRefused() {
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> TransactionFilter.all().within(5, 4));

    assertEquals(Reason.BAD_SETTING, refusal.reason());
    assertEquals("end of the transactions' time must be at least 5, was 4", refusal.getMessage());
  }

  @Test
  void oldestTransactionsAreForgotten() {
    Portfolio forgetful = new Portfolio(PortfolioConfig.defaults().withKept(3));
    EventFeed other = new EventFeed(forgetful);
    other.currency("INR");
    other.instrument(1, TCS);
    other.account("a");

    for (int second = 1; second <= 5; second++) {
      other.at(second).buy(1, 1, 1, 1, 0);
    }

    assertEquals(
        List.of(5L, 4L, 3L),
        forgetful.transactions("a", 99).stream().map(Transaction::atNanos).toList());
    assertEquals(5, forgetful.positions("a").getFirst().netLots());
  }

  @Test
  void marketHasNoTransactions() {
    feed.buy(0, tcs, 60_000, 2, 0);

    assertEquals(List.of(), portfolio.transactions("trader_002", 10));
    assertEquals(List.of(), portfolio.positions("trader_002"));
  }

  @Test
  void unknownAccountIsRefusedByName() {
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.positions("nobody")));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.summary("nobody")));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.transactions("nobody", 1)));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.transactions("nobody", 0)));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.performance("nobody")));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.equity("nobody", "INR")));
    assertUnknown(
        assertThrows(BadInputException.class, () -> portfolio.roundTrips("nobody", "INR")));
  }

  private static void assertUnknown(BadInputException refusal) {
    assertEquals(Reason.UNKNOWN_ACCOUNT, refusal.reason());
    assertEquals("account must be open, was \"nobody\"", refusal.getMessage());
  }

  @Test
  void limitBelowOneIsRefused() {
    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      BadInputException refusal =
          assertThrows(BadInputException.class, () -> portfolio.transactions("trader_002", limit));
      assertEquals(Reason.BAD_SETTING, refusal.reason());
      assertTrue(refusal.getMessage().endsWith("was " + limit), refusal.getMessage());
    }
  }

  @Test
  void idsNeverGivenOutThrow() {
    EventFeed deaf = new EventFeed(portfolio);

    assertThrows(IllegalStateException.class, () -> deaf.buy(9, tcs, 1, 1, 0));
    assertThrows(IllegalStateException.class, () -> deaf.buy(alice, 9, 1, 1, 0));
    assertThrows(
        IllegalStateException.class, () -> deaf.tell(new Event.AccountOpened(1, 0, 9, "late")));
    assertEquals(List.of(), portfolio.transactions("trader_002", 5));
  }
}
