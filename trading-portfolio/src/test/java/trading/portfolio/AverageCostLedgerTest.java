package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

class AverageCostLedgerTest {
  private static final long UNIT = 1_000_000;
  private static final long MAX = (1L << 62) - 1;

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final EventFeed feed = new EventFeed(ledger::apply);

  private int inr;
  private int usd;
  private int tcs;
  private int goog;
  private int tiny;
  private int alice;
  private int bob;

  @BeforeEach
  void twoCurrenciesThreeInstrumentsTwoAccounts() {
    inr = feed.currency("INR");
    usd = feed.currency("USD");
    tcs = feed.instrument(inr, Instrument.of("TCS", "INR", "0.05", "1"));
    goog = feed.instrument(usd, Instrument.of("GOOG", "USD", "0.01", "1"));
    tiny = feed.instrument(usd, Instrument.of("TINY", "USD", "0.000001", "1"));
    alice = feed.account("alice");
    bob = feed.account("bob");
  }

  @Test
  void buyingMovesCashIntoOpenCost() {
    feed.cash(alice, inr, 100_000 * UNIT);
    feed.buy(alice, tcs, 60_000, 10, 3 * UNIT);

    assertEquals(10, ledger.netLots(alice, tcs));
    assertEquals(30_000 * UNIT, ledger.openCostMicros(alice, tcs));
    assertEquals(0, ledger.realisedMicros(alice, tcs));
    assertEquals(3 * UNIT, ledger.feesMicros(alice, tcs));
    assertEquals(69_997 * UNIT, ledger.cashMicros(alice, inr));
    assertEquals(100_000 * UNIT, ledger.depositsMicros(alice, inr));
    assertEquals(99_997 * UNIT, ledger.equityMicros(alice, inr));
    assertEven(alice);
  }

  @Test
  void partialCloseTakesItsShareRoundedTowardZero() {
    feed.buy(alice, tiny, 10, 1, 0);
    feed.buy(alice, tiny, 5, 2, 0);
    feed.sell(alice, tiny, 9, 1, 0);

    assertEquals(2, ledger.netLots(alice, tiny));
    assertEquals(14, ledger.openCostMicros(alice, tiny), "20 less 20 × 1 ÷ 3 = 6");
    assertEquals(3, ledger.realisedMicros(alice, tiny));
    assertEquals(-11, ledger.cashMicros(alice, usd));
    assertEven(alice);
  }

  @Test
  void partialCloseOfAShortTakesItsShareRoundedTowardZero() {
    feed.sell(alice, tiny, 10, 1, 0);
    feed.sell(alice, tiny, 5, 2, 0);
    feed.buy(alice, tiny, 9, 1, 0);

    assertEquals(-2, ledger.netLots(alice, tiny));
    assertEquals(-14, ledger.openCostMicros(alice, tiny), "-20 less -20 × 1 ÷ 3 = -6");
    assertEquals(-3, ledger.realisedMicros(alice, tiny));
    assertEquals(11, ledger.cashMicros(alice, usd));
    assertEven(alice);
  }

  @Test
  void flatHasNoOpenCost() {
    feed.buy(alice, tiny, 10, 1, 0);
    feed.buy(alice, tiny, 5, 2, 0);
    feed.sell(alice, tiny, 9, 1, 0);
    feed.sell(alice, tiny, 9, 2, 0);

    assertEquals(0, ledger.netLots(alice, tiny));
    assertEquals(0, ledger.openCostMicros(alice, tiny));
    assertEquals(7, ledger.realisedMicros(alice, tiny), "27 out less 20 in");
    assertEven(alice);
  }

  @Test
  void shortEarnsWhenThePriceFalls() {
    feed.sell(alice, goog, 50_000, 4, UNIT);
    feed.quote(goog, 45_000);

    assertEquals(-4, ledger.netLots(alice, goog));
    assertEquals(-2_000 * UNIT, ledger.openCostMicros(alice, goog));
    assertEquals(1_999 * UNIT, ledger.cashMicros(alice, usd));
    assertEquals(200 * UNIT, ledger.unrealisedMicros(alice, goog));
    assertEquals(199 * UNIT, ledger.equityMicros(alice, usd));
    assertEven(alice);
  }

  @Test
  void flipClosesThenOpensInOneFill() {
    feed.buy(alice, goog, 10_000, 3, 0);
    feed.sell(alice, goog, 12_000, 5, UNIT);

    assertEquals(-2, ledger.netLots(alice, goog));
    assertEquals(-240 * UNIT, ledger.openCostMicros(alice, goog));
    assertEquals(60 * UNIT, ledger.realisedMicros(alice, goog));
    assertEquals(UNIT, ledger.feesMicros(alice, goog));
    assertEquals(299 * UNIT, ledger.cashMicros(alice, usd));
    assertEven(alice);
  }

  @Test
  void flipFromShortToLong() {
    feed.sell(alice, goog, 10_000, 3, 0);
    feed.buy(alice, goog, 12_000, 5, 0);

    assertEquals(2, ledger.netLots(alice, goog));
    assertEquals(240 * UNIT, ledger.openCostMicros(alice, goog));
    assertEquals(-60 * UNIT, ledger.realisedMicros(alice, goog));
    assertEven(alice);
  }

  @Test
  void shareIsExactWhereTheProductNeeds128Bits() {
    long lots = 3_000_000_000_000_000_000L;
    feed.buy(alice, tiny, 1, lots, 0);
    feed.sell(alice, tiny, 1, lots / 3 * 2 + 1, 0);

    assertEquals(lots / 3 - 1, ledger.netLots(alice, tiny));
    assertEquals(lots / 3 - 1, ledger.openCostMicros(alice, tiny));
    assertEquals(0, ledger.realisedMicros(alice, tiny));
    assertEven(alice);
  }

  @Test
  void currenciesAndAccountsAreKeptApart() {
    feed.cash(alice, inr, 7 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    feed.cash(bob, usd, -2 * UNIT);

    assertEquals(7 * UNIT, ledger.cashMicros(alice, inr));
    assertEquals(7 * UNIT, ledger.equityMicros(alice, inr));
    assertEquals(-UNIT, ledger.cashMicros(alice, usd));
    assertEquals(0, ledger.equityMicros(alice, usd));
    assertEquals(-2 * UNIT, ledger.depositsMicros(bob, usd));
    assertEquals(0, ledger.netLots(bob, goog));
    assertEven(alice);
    assertEven(bob);
  }

  @Test
  void marksFollowQuotesBarsAndFills() {
    assertEquals(0, ledger.markTicks(tcs));
    feed.quote(tcs, 11);
    assertEquals(11, ledger.markTicks(tcs));
    feed.tell(new Event.BarOpened(1, 0, tcs, 12));
    assertEquals(12, ledger.markTicks(tcs));
    feed.tell(new Event.BarClosed(1, 0, tcs, 99, 1, 13));
    assertEquals(13, ledger.markTicks(tcs));
    feed.buy(alice, tcs, 14, 1, 0);
    assertEquals(14, ledger.markTicks(tcs));
  }

  @Test
  void marketKeepsNoBooksButMovesTheMark() {
    assertTrue(ledger.fits(0, tcs, Side.BUY, MAX, MAX, MAX));
    feed.sell(0, tcs, 42, 5, 0);

    assertEquals(42, ledger.markTicks(tcs));
    assertEquals(0, ledger.netLots(0, tcs));
    assertEquals(0, ledger.cashMicros(0, inr));
  }

  @Test
  void idsNeverGivenOutReadAsZero() {
    feed.buy(alice, tcs, 10, 1, 1);

    for (int id : new int[] {Integer.MIN_VALUE, -1, 0, 4, 1_000_000, Integer.MAX_VALUE}) {
      assertEquals(0, ledger.cashMicros(id, inr));
      assertEquals(0, ledger.cashMicros(alice, id));
      assertEquals(0, ledger.depositsMicros(id, id));
      assertEquals(0, ledger.equityMicros(id, id));
      assertEquals(0, ledger.netLots(id, tcs));
      assertEquals(0, ledger.netLots(alice, id));
      assertEquals(0, ledger.openCostMicros(id, id));
      assertEquals(0, ledger.realisedMicros(id, id));
      assertEquals(0, ledger.feesMicros(id, id));
      assertEquals(0, ledger.unrealisedMicros(alice, id));
      assertEquals(0, ledger.markTicks(id));
    }
  }

  @Test
  void nothingFitsAnUnknownId() {
    assertFalse(ledger.fits(9, tcs, Side.BUY, 1, 1, 0));
    assertFalse(ledger.fits(-1, tcs, Side.BUY, 1, 1, 0));
    assertFalse(ledger.fits(alice, 9, Side.BUY, 1, 1, 0));
    assertFalse(ledger.fitsCash(9, inr, 1));
    assertFalse(ledger.fitsCash(alice, 9, 1));
  }

  @Test
  void priceAndQuantityMustBePositive() {
    assertFalse(ledger.fits(alice, tcs, Side.BUY, 0, 1, 0));
    assertFalse(ledger.fits(alice, tcs, Side.BUY, -1, -1, 0));
    assertFalse(ledger.fits(alice, tcs, Side.BUY, 1, 0, 0));
    assertTrue(ledger.fits(alice, tcs, Side.BUY, 1, 1, 0));
  }

  @Test
  void notionalMayReachTheBoundButNotPassIt() {
    assertTrue(ledger.fits(alice, tiny, Side.BUY, 1, MAX, 0));
    assertFalse(ledger.fits(alice, tiny, Side.BUY, 1, MAX + 1, 0));
    assertFalse(ledger.fits(alice, tiny, Side.BUY, 2, MAX, 0), "2^63 - 2");
    assertFalse(ledger.fits(alice, tiny, Side.BUY, 4, MAX, 0), "2^64 - 4");
    assertFalse(ledger.fits(alice, tcs, Side.BUY, 1L << 40, 1L << 40, 0), "wraps to 0");
    assertFalse(ledger.fits(alice, tcs, Side.SELL, Long.MAX_VALUE, Long.MAX_VALUE, 0));
  }

  @Test
  void cashMayNotPassTheBound() {
    assertFalse(ledger.fits(alice, tiny, Side.BUY, 1, MAX, 1));
    feed.cash(alice, usd, 1);
    assertTrue(ledger.fits(alice, tiny, Side.BUY, 1, MAX, 1));
    assertFalse(ledger.fits(alice, tiny, Side.SELL, 1, MAX, 0));
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 1, MAX, 1));
  }

  @Test
  void feesMayNotPassTheBound() {
    feed.cash(alice, usd, MAX);
    feed.buy(alice, goog, 1, 1, MAX - UNIT);

    assertTrue(ledger.fits(alice, goog, Side.BUY, 1, 1, UNIT));
    assertFalse(ledger.fits(alice, goog, Side.BUY, 1, 1, UNIT + 1), "per instrument");
    assertFalse(ledger.fits(alice, tiny, Side.BUY, 1, 1, UNIT + 1), "over the instruments");
    assertFalse(ledger.fits(alice, goog, Side.SELL, 1, 1, Long.MIN_VALUE));
  }

  @Test
  void oneFeeMayNotPassTheBoundEvenAfterRebates() {
    feed.sell(alice, goog, 1, 1, -(1L << 61));

    assertTrue(ledger.fits(alice, goog, Side.BUY, 1, 1, MAX));
    assertFalse(ledger.fits(alice, goog, Side.BUY, 1, 1, MAX + 1));
  }

  @Test
  void openCostMayNotPassTheBound() {
    feed.cash(alice, usd, MAX);
    feed.buy(alice, tiny, 1, MAX, 0);

    assertFalse(ledger.fits(alice, tiny, Side.BUY, 1, 1, 0), "per instrument");
    assertFalse(ledger.fits(alice, goog, Side.BUY, 1, 1, 0), "over the instruments");
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 1, 1, 0));
    assertTrue(ledger.fits(alice, tcs, Side.BUY, 1, 1, 0), "another currency");
  }

  @Test
  void realisedMayNotPassTheBound() {
    feed.buy(alice, tiny, 1, 2, 0);
    feed.sell(alice, tiny, MAX, 1, 0);
    feed.cash(alice, usd, -MAX);

    assertEquals(MAX - 1, ledger.realisedMicros(alice, tiny));
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 2, 1, 0));
    assertFalse(ledger.fits(alice, tiny, Side.SELL, 3, 1, 0));
  }

  @Test
  void moneyMayReachTheBoundButNotPassIt() {
    assertTrue(ledger.fitsCash(alice, usd, MAX));
    assertFalse(ledger.fitsCash(alice, usd, MAX + 1));
    assertFalse(ledger.fitsCash(alice, usd, Long.MIN_VALUE));
    feed.cash(alice, usd, MAX);
    assertFalse(ledger.fitsCash(alice, usd, 1));
    feed.buy(alice, goog, 1, 1, 0);
    assertFalse(ledger.fitsCash(alice, usd, 1), "deposits, although cash has room");
  }

  @Test
  void whatDoesNotFitThrowsAndChangesNothing() {
    feed.cash(alice, usd, 5);
    feed.buy(alice, goog, 7, 1, 0);
    List<Object> before = ListState.of(ledger).values();

    assertThrows(ArithmeticException.class, () -> feed.buy(alice, goog, 1L << 40, 1L << 40, 0));
    assertThrows(ArithmeticException.class, () -> feed.buy(alice, tiny, 1, MAX, 6));
    assertThrows(ArithmeticException.class, () -> feed.buy(alice, goog, 9, 0, 0));
    assertThrows(ArithmeticException.class, () -> feed.cash(alice, usd, MAX));
    assertEquals(before, ListState.of(ledger).values());
  }

  @Test
  void unknownIdsInEventsThrowAndChangeNothing() {
    List<Object> before = ListState.of(ledger).values();

    assertThrows(IllegalStateException.class, () -> feed.buy(9, goog, 1, 1, 0));
    assertThrows(IllegalStateException.class, () -> feed.buy(alice, 9, 1, 1, 0));
    assertThrows(IllegalStateException.class, () -> feed.quote(9, 1));
    assertThrows(IllegalStateException.class, () -> feed.cash(9, usd, 1));
    assertThrows(IllegalStateException.class, () -> feed.cash(alice, 9, 1));
    assertThrows(
        IllegalStateException.class, () -> feed.tell(new Event.AccountOpened(1, 0, 9, "x")));
    assertThrows(
        IllegalStateException.class, () -> feed.tell(new Event.CurrencyListed(1, 0, 2, "EUR")));
    assertThrows(
        IllegalStateException.class,
        () -> feed.tell(new Event.InstrumentListed(1, 0, 4, 9, 1, "X", "EUR", "1", "1")));
    assertEquals(before, ListState.of(ledger).values());
  }

  @Test
  void currencyListedLaterReachesOpenAccounts() {
    int eur = feed.currency("EUR");
    feed.cash(alice, eur, 5);

    assertEquals(5, ledger.cashMicros(alice, eur));
    assertEquals(0, ledger.cashMicros(bob, eur));
  }

  @Test
  void valueBeyondALongThrows() {
    feed.buy(alice, tiny, 1, MAX, 0);
    feed.quote(tiny, 3);

    assertThrows(ArithmeticException.class, () -> ledger.equityMicros(alice, usd));
    assertThrows(ArithmeticException.class, () -> ledger.unrealisedMicros(alice, tiny));
    feed.quote(tiny, 2);
    assertEquals(MAX, ledger.equityMicros(alice, usd));
    assertEquals(MAX, ledger.unrealisedMicros(alice, tiny));
  }

  @Test
  void equityDoesNotDependOnTheOrderOfItsParts() {
    int other = feed.instrument(usd, Instrument.of("OTHER", "USD", "0.000001", "1"));
    int third = feed.instrument(usd, Instrument.of("THIRD", "USD", "0.000001", "1"));
    feed.buy(alice, tiny, 1, MAX / 2, 0);
    feed.buy(alice, other, 1, MAX / 2, 0);
    feed.sell(alice, third, 1, MAX / 2, 0);
    feed.quote(tiny, 4);
    feed.quote(other, 4);
    feed.quote(third, 4);

    assertEquals(
        MAX / 2 * 4 - MAX / 2, ledger.equityMicros(alice, usd), "two at 2^63, one at -2^63");
  }

  @Test
  void eventsThatDoNotConcernItChangeNothing() {
    List<Object> before = ListState.of(ledger).values();

    feed.tell(new Event.DayStarted(1, 0, 7));
    feed.tell(
        new Event.OrderAccepted(
            2,
            0,
            1,
            alice,
            tcs,
            Side.BUY,
            OrderType.LIMIT,
            TimeInForce.GTC,
            Sizing.LOTS,
            OrderStatus.NEW,
            5,
            5,
            0));
    feed.tell(new Event.OrderActivated(3, 0, 1, alice, tcs, Side.BUY, 5));
    feed.tell(new Event.OrderTermed(4, 0, 1, alice, tcs, Side.BUY, OrderTerms.NONE, 0, 2));
    feed.tell(new Event.OrderTriggered(5, 0, 1, alice, tcs, Side.BUY, 7));
    feed.tell(new Event.StopMoved(6, 0, 1, alice, tcs, Side.BUY, 7));
    feed.tell(new Event.OrderAmended(7, 0, 1, alice, tcs, Side.BUY, 9, 8, 7, 6));
    feed.tell(new Event.OrderReduced(8, 0, 1, alice, tcs, Side.BUY, 3, 5, Reason.LINKED_ORDER));
    feed.tell(new Event.SelfTradeSet(9, 0, alice, SelfTradePrevention.DECREMENT));
    feed.tell(new Event.SessionCloseSet(10, 0, tcs, 5, "UTC"));

    assertEquals(before, ListState.of(ledger).values());
  }

  @Test
  void snapshotGivesTheSameBooksBack() {
    feed.cash(alice, usd, 50 * UNIT);
    feed.buy(alice, tiny, 7, 3, 1);
    feed.sell(alice, goog, 900, 2, 5);
    feed.sell(bob, tcs, 60_000, 1, 0);
    feed.quote(goog, 905);
    ListState state = ListState.of(ledger);

    AverageCostLedger copy = AverageCostLedger.create();
    copy.read(state.reader());

    assertEquals(state.values(), ListState.of(copy).values());
    assertEquals(ledger.equityMicros(alice, usd), copy.equityMicros(alice, usd));
    assertEquals(ledger.unrealisedMicros(alice, goog), copy.unrealisedMicros(alice, goog));
    assertEquals(-1, copy.netLots(bob, tcs));
  }

  @Test
  void snapshotHasPositionsByInstrumentWhateverWasTradedFirst() {
    feed.buy(bob, tiny, 3, 1, 0);
    feed.sell(alice, goog, 2, 4, 0);
    feed.buy(alice, tcs, 1, 5, 0);
    feed.sell(alice, tiny, 3, 6, 0);

    List<Object> all = ListState.of(ledger).values();

    assertEquals(List.of(2L, 3L, 1L, 50_000L, 1L, 2L, 10_000L, 2L, 2L, 1L, 3L), all.subList(0, 11));
    assertEquals(List.of(2L, -250_000L, 0L, 80_018L, 0L), all.subList(11, 16));
    assertEquals(
        List.of(3L, 1L, 5L, 250_000L, 0L, 0L, 2L, -4L, -80_000L, 0L, 0L, 3L, -6L, -18L, 0L, 0L),
        all.subList(16, 32));
    assertEquals(List.of(0L, 0L, -3L, 0L, 1L, 3L, 1L, 3L, 0L, 0L), all.subList(32, all.size()));
  }

  @Test
  void snapshotReplacesWhatWasThere() {
    ListState before = ListState.of(ledger);
    feed.buy(alice, tiny, 7, 3, 1);

    ledger.read(before.reader());

    assertEquals(before.values(), ListState.of(ledger).values());
    assertEquals(0, ledger.netLots(alice, tiny));
  }

  @Test
  void damagedSnapshotIsRefusedAndChangesNothing() {
    feed.buy(alice, tiny, 7, 3, 1);
    List<Object> before = ListState.of(ledger).values();

    assertRefused(ListState.of(), "no number");
    assertRefused(ListState.of(-1), "was -1");
    assertRefused(ListState.of(1, 1, 2, 1, 1), "must be listed, was 2");
    assertRefused(ListState.of(1, 0, 1, 8, 7, 0), "cash + open cost");
    assertRefused(ListState.of(1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0), "must be listed, was 1");
    assertEquals(before, ListState.of(ledger).values());
  }

  private void assertRefused(ListState state, String sentence) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> ledger.read(state.reader()));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
  }

  private void assertEven(int account) {
    assertEquals(
        ledger.depositsMicros(account, inr),
        ledger.cashMicros(account, inr)
            + ledger.openCostMicros(account, tcs)
            - ledger.realisedMicros(account, tcs)
            + ledger.feesMicros(account, tcs));
    assertEquals(
        ledger.depositsMicros(account, usd),
        ledger.cashMicros(account, usd)
            + ledger.openCostMicros(account, goog)
            + ledger.openCostMicros(account, tiny)
            - ledger.realisedMicros(account, goog)
            - ledger.realisedMicros(account, tiny)
            + ledger.feesMicros(account, goog)
            + ledger.feesMicros(account, tiny));
  }
}
