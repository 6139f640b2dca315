package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Instrument;
import trading.api.Side;

/// Random longs, shorts, flips, fees, deposits and marks, in several accounts and two currencies.
class RandomFillsTest {
  private static final int CURRENCIES = 2;
  private static final int INSTRUMENTS = 6;
  private static final int ACCOUNTS = 4;
  private static final String[] TICKS = {"0.05", "0.01", "0.000001", "0.000007", "1", "0.25"};

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final NaiveLedger naive = new NaiveLedger();

  @Test
  void equationHoldsAfterEachOfAMillionFills() {
    long seed = 20_261_123;
    SplittableRandom random = new SplittableRandom(seed);
    EventFeed feed = listed(new EventFeed(ledger::apply));
    int refused = 0;
    int fills = 0;
    while (fills < 1_000_000) {
      Step step = Step.of(random, ledger, 30);
      if (step.lots == 0) {
        feed.cash(step.account, currency(step.instrument), step.fee - 500_000_000);
      } else if (step.fits(ledger)) {
        step.tell(feed);
        fills++;
      } else {
        refused++;
      }
      requireEven(step, seed, fills);
    }
    assertTrue(refused < fills / 100, "refused " + refused);
  }

  private void requireEven(Step step, long seed, int fills) {
    int currency = currency(step.instrument);
    long sum = ledger.cashMicros(step.account, currency);
    for (int id = currency; id <= INSTRUMENTS; id += CURRENCIES) {
      sum += ledger.openCostMicros(step.account, id);
      sum -= ledger.realisedMicros(step.account, id);
      sum += ledger.feesMicros(step.account, id);
      if (ledger.netLots(step.account, id) == 0 && ledger.openCostMicros(step.account, id) != 0) {
        fail("flat with open cost, seed " + seed + ", fill " + fills + ", " + step);
      }
    }
    if (sum != ledger.depositsMicros(step.account, currency)) {
      fail("uneven, seed " + seed + ", fill " + fills + ", " + step);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 60})
  void naiveLedgerSaysTheSameAfterEveryFill(int magnitude) {
    long seed = 7_000 + magnitude;
    SplittableRandom random = new SplittableRandom(seed);
    EventFeed feed = listed(new EventFeed(ledger::apply));
    for (int i = 0; i < 50_000; i++) {
      Step step = Step.of(random, ledger, magnitude);
      String where = "seed " + seed + ", step " + i + ", " + step;
      if (step.lots == 0) {
        move(feed, step, magnitude, where);
      } else {
        fill(feed, step, where);
      }
      if (random.nextInt(4) == 0) {
        feed.quote(step.instrument, step.price / 2 + 1);
        naive.mark(step.instrument, step.price / 2 + 1);
      }
      requireSame(step, where);
    }
  }

  private void move(EventFeed feed, Step step, int magnitude, String where) {
    long amount = (step.fee - (1L << 28)) << Math.max(0, magnitude - 28);
    int currency = currency(step.instrument);
    boolean fits = ledger.fitsCash(step.account, currency, amount);
    assertEquals(naive.move(step.account, currency, amount), fits, where);
    if (fits) {
      feed.cash(step.account, currency, amount);
    } else {
      assertThrows(
          ArithmeticException.class, () -> feed.cash(step.account, currency, amount), where);
    }
  }

  private void fill(EventFeed feed, Step step, String where) {
    boolean fits = step.fits(ledger);
    boolean expected =
        naive.fill(step.account, step.instrument, step.side, step.price, step.lots, step.fee);
    assertEquals(expected, fits, where);
    if (fits) {
      step.tell(feed);
    } else {
      assertThrows(ArithmeticException.class, () -> step.tell(feed), where);
    }
  }

  private void requireSame(Step step, String where) {
    NaiveLedger.Key key = new NaiveLedger.Key(step.account, step.instrument);
    NaiveLedger.Key money = new NaiveLedger.Key(step.account, currency(step.instrument));
    NaiveLedger.Held held = naive.held(key);
    assertSame(held.net(), ledger.netLots(step.account, step.instrument), where);
    assertSame(held.openCost(), ledger.openCostMicros(step.account, step.instrument), where);
    assertSame(held.realised(), ledger.realisedMicros(step.account, step.instrument), where);
    assertSame(held.fees(), ledger.feesMicros(step.account, step.instrument), where);
    assertSame(naive.cash(money), ledger.cashMicros(step.account, money.thing()), where);
    assertSame(naive.deposits(money), ledger.depositsMicros(step.account, money.thing()), where);

    Optional<Long> equity = naive.equity(step.account, money.thing());
    if (equity.isPresent()) {
      assertEquals(equity.get(), ledger.equityMicros(step.account, money.thing()), where);
    } else {
      assertThrows(
          ArithmeticException.class, () -> ledger.equityMicros(step.account, money.thing()), where);
    }
    BigInteger unrealised = naive.value(key).subtract(held.openCost());
    if (naive.value(key).bitLength() <= 63 && unrealised.bitLength() <= 63) {
      assertSame(unrealised, ledger.unrealisedMicros(step.account, step.instrument), where);
    }
  }

  private static void assertSame(BigInteger expected, long actual, String where) {
    assertEquals(expected, BigInteger.valueOf(actual), where);
  }

  @Test
  void ledgerRestoredMidwayEndsLikeTheOneThatSawAll() {
    long seed = 99;
    SplittableRandom random = new SplittableRandom(seed);
    AverageCostLedger restored = AverageCostLedger.create();
    EventFeed feed = listed(new EventFeed(ledger::apply));
    EventFeed both = new EventFeed(ledger::apply, restored::apply);
    for (int i = 0; i < 20_000; i++) {
      if (i == 10_000) {
        restored.read(ListState.of(ledger).reader());
      }
      EventFeed now = i < 10_000 ? feed : both;
      Step step = Step.of(random, ledger, 30);
      if (step.lots == 0) {
        now.cash(step.account, currency(step.instrument), step.fee);
      } else if (step.fits(ledger)) {
        step.tell(now);
      }
    }
    assertEquals(ListState.of(ledger).values(), ListState.of(restored).values(), "seed " + seed);
    assertTrue(ListState.of(ledger).values().size() > 100);
  }

  private EventFeed listed(EventFeed feed) {
    feed.currency("AAA");
    feed.currency("BBB");
    for (int id = 1; id <= INSTRUMENTS; id++) {
      String name = currency(id) == 1 ? "AAA" : "BBB";
      Instrument instrument = Instrument.of("I" + id, name, TICKS[id - 1], "1");
      feed.instrument(currency(id), instrument);
      naive.list(id, currency(id), instrument.tickValueMicros());
    }
    for (int id = 1; id <= ACCOUNTS; id++) {
      feed.account("account " + id);
    }
    return feed;
  }

  private static int currency(int instrument) {
    return (instrument - 1) % CURRENCIES + 1;
  }

  /// A fill, or a movement of cash when it has no lots.
  private record Step(int account, int instrument, Side side, long price, long lots, long fee) {

    /// Lots and prices have random magnitudes; one in four fills closes exactly or flips.
    static Step of(SplittableRandom random, AverageCostLedger ledger, int magnitude) {
      int account = 1 + random.nextInt(ACCOUNTS);
      int instrument = 1 + random.nextInt(INSTRUMENTS);
      long net = ledger.netLots(account, instrument);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = 1 + (random.nextLong() >>> (64 - 1 - random.nextInt(magnitude)));
      int kind = random.nextInt(16);
      if (kind == 0) {
        lots = 0;
      } else if (kind <= 4 && net != 0) {
        side = net > 0 ? Side.SELL : Side.BUY;
        lots = kind == 4 ? Math.abs(net) + lots : Math.abs(net);
      } else if (kind <= 8 && net != 0) {
        side = net > 0 ? Side.SELL : Side.BUY;
        lots = 1 + random.nextLong(Math.abs(net));
      }
      long price = 1 + (random.nextLong() >>> (64 - 1 - random.nextInt(16)));
      long fee = random.nextInt(3) == 0 ? 0 : random.nextLong(1L << 30);
      return new Step(account, instrument, side, price, lots, fee);
    }

    boolean fits(AverageCostLedger ledger) {
      return ledger.fits(account, instrument, side, price, lots, fee);
    }

    void tell(EventFeed feed) {
      feed.fill(account, instrument, side, price, lots, fee);
    }
  }
}
