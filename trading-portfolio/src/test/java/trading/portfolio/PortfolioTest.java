package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
  void marketHasNoTransactions() {
    feed.buy(0, tcs, 60_000, 2, 0);

    assertEquals(List.of(), portfolio.transactions("trader_002", 10));
    assertEquals(List.of(), portfolio.positions("trader_002"));
  }

  @Test
  void unknownAccountIsRefusedByName() {
    assertUnknown(
        assertThrows(BadInputException.class, () -> portfolio.positions("nobody")));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.summary("nobody")));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.transactions("nobody", 1)));
    assertUnknown(assertThrows(BadInputException.class, () -> portfolio.transactions("nobody", 0)));
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

  @Test
  void readersOnOtherThreadsSeeWholeTransactions() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread reader =
        new Thread(() -> {
          int seen = 0;
          while (!done.get() || seen < 20_000) {
            int now = portfolio.transactions("trader_002", Integer.MAX_VALUE).size();
            assertTrue(now >= seen);
            seen = now;
          }
        });
    reader.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    reader.start();

    for (int i = 0; i < 20_000; i++) {
      feed.buy(alice, tcs, 1, 1, 0);
    }
    done.set(true);
    reader.join(60_000);

    assertEquals(null, failure.get());
    assertEquals(false, reader.isAlive());
  }
}
