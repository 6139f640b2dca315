package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.Instrument;
import trading.api.Side;

/// The same random commands in the fast and the naive book: the same trades, answers and state.
///
/// `-Dbook.commands=10000000` makes each flow longer, `-Dbook.seed=N` starts elsewhere.
class OrderBookTwinTest {
  private static final int COMMANDS = Integer.getInteger("book.commands", 50_000);
  private static final long SEED = Long.getLong("book.seed", 1);
  private static final int LOOK_EVERY = 5_000;

  /// Where the prices of a flow lie.
  enum Prices {
    /// A few hundred around one price.
    NEAR,
    /// Tens of thousands around one price.
    DEEP,
    /// Anywhere from 1 tick to the highest.
    ANYWHERE,
    /// Around a price that walks away, with jumps.
    WALKING,
    /// Mostly near, some far, some at both ends.
    MIXED;

    private long at(Random random, int command) {
      return switch (this) {
        case NEAR -> 1_000_000 + random.nextInt(-150, 150);
        case DEEP -> 1_000_000 + (long) (random.nextGaussian() * 20_000);
        case ANYWHERE -> 1 + random.nextLong(Instrument.MAX_PRICE_TICKS);
        case WALKING ->
            1_000 + 40L * command + (command / 7_000) * 400_000_000L + random.nextInt(500);
        case MIXED ->
            switch (random.nextInt(20)) {
              case 0 -> 1 + random.nextInt(100);
              case 1 -> Instrument.MAX_PRICE_TICKS - random.nextInt(100);
              case 2 -> 1 + random.nextLong(4_000_000);
              default -> 1_000_000 + random.nextInt(-400, 400);
            };
      };
    }
  }

  private final Tape fastTape = new Tape();
  private final Tape naiveTape = new Tape();
  private final OrderBook fast = OrderBook.open(fastTape);
  private final OrderBook naive = OrderBook.naive(naiveTape);
  private long lastId;

  /// A hash of the trades, in order.
  private static final class Tape implements TradeSink {
    long trades;
    long hash;

    @Override
    public void traded(long makerId, long priceTicks, long lots) {
      trades++;
      hash = ((hash * 31 + makerId) * 31 + priceTicks) * 31 + lots;
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothBooksAnswerTheSame(Prices prices) {
    Random random = new Random(SEED);

    for (int i = 0; i < COMMANDS; i++) {
      String where = prices + ", seed " + SEED + ", command " + i;
      int held = i / 10_000 % 3 == 2 ? 20 : 3_000;
      command(random, prices, i, held, where);
      assertEquals(naiveTape.hash, fastTape.hash, where);
      if (i % LOOK_EVERY == 0) {
        compare(where);
      }
    }

    compare(prices + ", seed " + SEED + ", at the end");
    assertTrue(naiveTape.trades > COMMANDS / 200, "trades: " + naiveTape.trades);
    empty(random);
  }

  @Test
  void aTapeSeesEachNumber() {
    fastTape.traded(1, 2, 3);
    naiveTape.traded(1, 3, 2);

    assertTrue(fastTape.hash != naiveTape.hash);
  }

  private void command(Random random, Prices prices, int i, int held, String where) {
    int kind = random.nextInt(100);
    long id = lastId - random.nextInt(2 * held);
    if (naive.orders() < held && kind < 55) {
      place(random, prices.at(random, i), where);
    } else if (kind < 65) {
      long price = prices.at(random, i);
      Side side = side(random);
      long lots = lots(random);
      assertEquals(naive.take(side, price, lots), fast.take(side, price, lots), where);
    } else if (kind < 80) {
      assertEquals(naive.cancel(id), fast.cancel(id), where);
    } else if (kind < 88) {
      long lots = lots(random);
      assertEquals(naive.reduce(id, lots), fast.reduce(id, lots), where);
    } else if (kind < 99) {
      long price = prices.at(random, i);
      assertEquals(naive.move(id, price), fast.move(id, price), where);
    } else if (naive.lots(++lastId) == 0) {
      long price = prices.at(random, i);
      Side side = side(random);
      naive.rest(side, lastId, 1, price, 9);
      fast.rest(side, lastId, 1, price, 9);
    }
    compareBest(where);
  }

  private void place(Random random, long price, String where) {
    long id = ++lastId;
    Side side = side(random);
    long lots = lots(random);
    assertEquals(
        naive.place(side, id, 1, price, lots), fast.place(side, id, 1, price, lots), where);
  }

  private void compareBest(String where) {
    for (Side side : Side.values()) {
      assertEquals(naive.bestTicks(side), fast.bestTicks(side), where);
    }
  }

  private void compare(String where) {
    assertEquals(hash(naive), hash(fast), where);
    assertEquals(naive.orders(), fast.orders(), where);
    assertEquals(naiveTape.trades, fastTape.trades, where);
  }

  /// Takes everything out in another order than it came.
  private void empty(Random random) {
    for (long id = lastId; id > 0; id--) {
      assertEquals(naive.cancel(id), fast.cancel(id));
    }
    compare("empty");
    assertEquals(0, fast.orders());
    place(random, 77, "refilled");
    compare("refilled");
  }

  private static String hash(OrderBook book) {
    StateHash hash = new StateHash();
    book.write(hash);
    return hash.hex();
  }

  private static Side side(Random random) {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private static long lots(Random random) {
    return random.nextInt(500) == 0
        ? 1 + random.nextLong(Instrument.MAX_LOTS)
        : 1 + random.nextInt(60);
  }
}
