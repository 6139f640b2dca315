package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Side;

/// A fill that was asked about is booked as it would be now, not as it was when asked about.
class AskedFillTest {
  private static final long MAX = (1L << 62) - 1;

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final EventFeed feed = new EventFeed(ledger::apply);

  private int usd;
  private int tiny;
  private int other;
  private int alice;
  private int bob;

  @BeforeEach
  void aliceHoldsThreeLotsForTwentyMicros() {
    usd = feed.currency("USD");
    tiny = feed.instrument(usd, Instrument.of("TINY", "USD", "0.000001", "1"));
    other = feed.instrument(usd, Instrument.of("OTHER", "USD", "0.000001", "1"));
    alice = feed.account("alice");
    bob = feed.account("bob");
    feed.buy(alice, tiny, 10, 1, 0);
    feed.buy(alice, tiny, 5, 2, 0);
  }

  @Test
  void bothSidesOfATradeAreBookedAsAsked() {
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 9, 1, 2));
    assertTrue(ledger.fits(bob, tiny, Side.BUY, 9, 1, 1));
    feed.sell(alice, tiny, 9, 1, 2);
    feed.buy(bob, tiny, 9, 1, 1);

    assertEquals(List.of(2L, 14L, 3L, 2L), held(alice, tiny));
    assertEquals(List.of(1L, 9L, 0L, 1L), held(bob, tiny));
  }

  @Test
  void theSameFillTwiceTakesItsShareTwice() {
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 9, 1, 0));
    feed.sell(alice, tiny, 9, 1, 0);
    feed.sell(alice, tiny, 9, 1, 0);

    assertEquals(List.of(1L, 7L, 5L, 0L), held(alice, tiny));
  }

  @Test
  void purchaseIsBookedBetweenAskingForASaleAndTheSale() {
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 9, 1, 0));
    feed.buy(alice, tiny, 20, 1, 0);
    feed.sell(alice, tiny, 9, 1, 0);

    assertEquals(List.of(3L, 30L, -1L, 0L), held(alice, tiny));
  }

  @Test
  void saleIsBookedBetweenAskingForAPurchaseAndThePurchase() {
    assertTrue(ledger.fits(alice, tiny, Side.BUY, 9, 1, 0));
    feed.sell(alice, tiny, 5, 4, 0);
    feed.buy(alice, tiny, 9, 1, 0);

    assertEquals(List.of(0L, 0L, -9L, 0L), held(alice, tiny), "20 out less 20 and 9 in");
  }

  @Test
  void moneyComesInBetween() {
    feed.cash(alice, usd, 20);
    assertTrue(ledger.fits(alice, other, Side.SELL, MAX, 1, 0));
    feed.cash(alice, usd, 1);

    assertThrows(ArithmeticException.class, () -> feed.sell(alice, other, MAX, 1, 0));
    assertEquals(List.of(0L, 0L, 0L, 0L), held(alice, other));
  }

  @Test
  void snapshotIsReadInBetween() {
    ListState before = ListState.of(ledger);
    feed.sell(alice, tiny, 9, 2, 0);
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 9, 1, 0));
    ledger.read(before.reader());
    feed.sell(alice, tiny, 9, 1, 0);

    assertEquals(List.of(2L, 14L, 3L, 0L), held(alice, tiny));
  }

  @Test
  void anotherFillThanTheOneAskedAboutIsBookedAsTold() {
    ask();
    feed.sell(bob, tiny, 9, 1, 0);
    ask();
    feed.sell(alice, other, 9, 1, 0);
    ask();
    feed.buy(alice, tiny, 9, 1, 0);
    ask();
    feed.sell(alice, tiny, 8, 1, 0);
    ask();
    feed.sell(alice, tiny, 9, 2, 0);
    ask();
    feed.sell(alice, tiny, 9, 1, 1);

    assertEquals(List.of(-1L, -9L, 0L, 0L), held(bob, tiny));
    assertEquals(List.of(-1L, -9L, 0L, 0L), held(alice, other));
    assertEquals(List.of(0L, 0L, 6L, 1L), held(alice, tiny), "8 + 18 + 9 for 20 + 9");
  }

  private void ask() {
    assertTrue(ledger.fits(alice, tiny, Side.SELL, 9, 1, 0));
  }

  @Test
  void whatDidNotFitIsNotBookedWhenToldAllTheSame() {
    assertFalse(ledger.fits(alice, tiny, Side.BUY, MAX, 1, 0));

    assertThrows(ArithmeticException.class, () -> feed.buy(alice, tiny, MAX, 1, 0));
    assertEquals(List.of(3L, 20L, 0L, 0L), held(alice, tiny));
  }

  private List<Long> held(int account, int instrument) {
    return List.of(
        ledger.netLots(account, instrument),
        ledger.openCostMicros(account, instrument),
        ledger.realisedMicros(account, instrument),
        ledger.feesMicros(account, instrument));
  }
}
