package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Side;

class RoundTripsTest {
  private static final long UNIT = 1_000_000;
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  private static final Instrument GOOG = Instrument.of("GOOG", "INR", "0.01", "1");

  private final RoundTrips trips = new RoundTrips();
  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final EventFeed feed = new EventFeed(trips, ledger::apply);

  private int inr;
  private int tcs;
  private int goog;
  private int alice;
  private int bob;

  @BeforeEach
  void twoInstrumentsTwoAccounts() {
    inr = feed.currency("INR");
    tcs = feed.instrument(inr, TCS);
    goog = feed.instrument(inr, GOOG);
    alice = feed.account("alice");
    bob = feed.account("bob");
  }

  @Test
  void longTradeFromFlatToFlat() {
    feed.at(1).buy(alice, tcs, 60_000, 10, 3);
    feed.at(2).buy(alice, tcs, 60_300, 5, 2);
    feed.at(3).sell(alice, tcs, 61_000, 6, 1);
    assertEquals(List.of(), trips.closed());
    feed.at(4).sell(alice, tcs, 60_500, 9, 4);

    RoundTrip trip = trips.closed().getFirst();
    assertEquals(
        new RoundTrip(
            "alice", TCS, Side.BUY, 15, 1, 4, 45_075 * UNIT, 45_525 * UNIT, 10, 450 * UNIT),
        trip);
    assertEquals(450 * UNIT - 10, trip.netMicros());
    assertEquals(new BigDecimal("3005.00"), trip.entryPrice());
    assertEquals(new BigDecimal("3035.00"), trip.exitPrice());
    assertEquals((450 - 0.00001) / 45_075, trip.returnRatio(), 1e-15);
  }

  @Test
  void shortTradeEarnsWhenItIsBoughtBackLower() {
    feed.sell(alice, goog, 10_000, 2, 0);
    feed.buy(alice, goog, 9_000, 2, UNIT);

    RoundTrip trip = trips.closed().getFirst();
    assertEquals(Side.SELL, trip.side());
    assertEquals(200 * UNIT, trip.entryNotionalMicros());
    assertEquals(180 * UNIT, trip.exitNotionalMicros());
    assertEquals(20 * UNIT, trip.profitMicros());
    assertEquals(19 * UNIT, trip.netMicros());
    assertEquals(0.095, trip.returnRatio(), 1e-15);
  }

  @Test
  void flipClosesOneTradeAndOpensTheNextAndSplitsItsFee() {
    feed.at(1).buy(alice, goog, 100, 3, 0);
    feed.at(2).sell(alice, goog, 110, 5, 9);
    feed.at(3).buy(alice, goog, 105, 2, 1);

    List<RoundTrip> closed = trips.closed();
    assertEquals(2, closed.size());
    assertEquals(6, closed.getFirst().feesMicros(), "9 less 9 × 2 ÷ 5 = 3");
    assertEquals(4, closed.getLast().feesMicros(), "3 of the flip, 1 of the exit");
    assertEquals(3, closed.getFirst().lots());
    assertEquals(300_000, closed.getFirst().profitMicros());
    assertEquals(2, closed.getFirst().exitNanos());
    assertEquals(Side.SELL, closed.getLast().side());
    assertEquals(2, closed.getLast().entryNanos());
    assertEquals(2_200_000, closed.getLast().entryNotionalMicros());
    assertEquals(100_000, closed.getLast().profitMicros());
  }

  @Test
  void accountsAndInstrumentsAreKeptApart() {
    feed.buy(alice, tcs, 100, 1, 0);
    feed.sell(bob, tcs, 110, 1, 0);
    feed.sell(alice, goog, 110, 1, 0);
    assertEquals(List.of(), trips.closed());
    feed.buy(bob, tcs, 100, 1, 0);

    assertEquals(List.of("bob"), trips.closed().stream().map(RoundTrip::account).toList());
  }

  @Test
  void marketMakesNoTrades() {
    feed.buy(0, tcs, 100, 1, 0);
    feed.sell(0, tcs, 100, 1, 0);

    assertEquals(List.of(), trips.closed());
  }

  @Test
  void averagePriceIsRoundedHalfEvenToTenDecimals() {
    feed.buy(alice, goog, 1, 1, 0);
    feed.buy(alice, goog, 2, 2, 0);
    feed.sell(alice, goog, 3, 3, 0);

    RoundTrip trip = trips.closed().getFirst();
    assertEquals(new BigDecimal("0.0166666667"), trip.entryPrice());
    assertEquals(new BigDecimal("0.03"), trip.exitPrice());
  }

  @Test
  void averagePriceKeepsTheDecimalsOfAFinerTick() {
    int fine = feed.instrument(inr, Instrument.of("FINE", "INR", "0.000000000001", "1000000"));
    feed.buy(alice, fine, 7, 1, 0);
    feed.sell(alice, fine, 9, 1, 0);

    RoundTrip trip = trips.closed().getFirst();
    assertEquals(new BigDecimal("0.000000000007"), trip.entryPrice());
    assertEquals(new BigDecimal("0.000000000009"), trip.exitPrice());
  }

  @Test
  void idsNeverGivenOutThrow() {
    EventFeed deaf = new EventFeed(trips);

    assertThrows(IllegalStateException.class, () -> deaf.buy(alice, 9, 1, 1, 0));
    assertThrows(IllegalStateException.class, () -> deaf.buy(9, tcs, 1, 1, 0));
  }

  @Test
  void closedTradesAddUpToWhatTheLedgerRealised() {
    long seed = 4_711;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      feed.fill(
          alice, tcs, side, 1 + random.nextLong(99), 1 + random.nextLong(9), random.nextLong(50));
      if (ledger.netLots(alice, tcs) == 0) {
        requireSameAsLedger("seed " + seed + ", fill " + i);
      }
    }
    assertTrue(trips.closed().size() > 100);
  }

  private void requireSameAsLedger(String where) {
    long profit = trips.closed().stream().mapToLong(RoundTrip::profitMicros).sum();
    long fees = trips.closed().stream().mapToLong(RoundTrip::feesMicros).sum();
    assertEquals(ledger.realisedMicros(alice, tcs), profit, where);
    assertEquals(ledger.feesMicros(alice, tcs), fees, where);
  }
}
