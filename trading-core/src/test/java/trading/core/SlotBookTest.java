package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.Instrument;
import trading.api.Side;

/// The flat book against sorted maps and lists.
class SlotBookTest {
  private static final int COMMANDS = 80_000;
  private static final int LOOK_EVERY = 500;
  private static final int OWNER = 7;

  private final SlotBook book = new SlotBook();
  private final NaiveBook naive = new NaiveBook();

  @ParameterizedTest
  @CsvSource({
    "11, 100, 40",
    "12, 3, 300",
    "13, 5000, 3000",
    "14, 1099511627776, 400",
  })
  void randomCommandsLeaveTheSameBookAsTheNaiveOne(long seed, long prices, int held) {
    Random random = new Random(seed);
    List<NaiveBook.Entry> entries = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();

    for (int i = 0; i < COMMANDS; i++) {
      String where = "seed " + seed + ", command " + i;
      if (entries.isEmpty() || random.nextInt(2 * held) >= entries.size()) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long price = 1 + random.nextLong(prices);
        long lots = 1 + random.nextLong(i % 100 == 0 ? Instrument.MAX_LOTS : 50);
        entries.add(naive.add(side, i, price, lots));
        slots.add(book.add(side, i, OWNER, price, lots));
      } else {
        takeOff(random, entries, slots, where);
      }
      compareBest(where);
      if (i % LOOK_EVERY == 0) {
        compareDepth(where);
      }
    }
    compareDepth("seed " + seed + ", at the end");
  }

  private void takeOff(
      Random random, List<NaiveBook.Entry> entries, List<Integer> slots, String where) {
    int index = random.nextInt(entries.size());
    NaiveBook.Entry entry = entries.get(index);
    int slot = slots.get(index);
    assertEquals(entry.orderId, book.orderId(slot), where);
    assertEquals(entry.lots, book.lots(slot), where);
    assertEquals(entry.priceTicks, book.priceTicks(slot), where);
    boolean whole = true;
    if (random.nextBoolean()) {
      naive.remove(entry);
      book.remove(slot);
    } else {
      long by = 1 + random.nextLong(entry.lots);
      whole = by == entry.lots;
      naive.reduce(entry, by);
      book.reduce(slot, by);
    }
    if (whole) {
      entries.remove(index);
      slots.remove(index);
    }
  }

  private void compareBest(String where) {
    for (Side side : Side.values()) {
      int slot = book.bestSlot(side);
      assertEquals(naive.bestTicks(side), book.bestTicks(side), where);
      assertEquals(naive.bestOrder(side), slot == SlotBook.NONE ? -1 : book.orderId(slot), where);
    }
  }

  private void compareDepth(String where) {
    ListedState depth = new ListedState();
    book.write(depth);
    assertEquals(naive.depth(), depth.values, where);
  }

  @Test
  void theLowestAndTheHighestPriceStandOnBothSides() {
    for (long price : new long[] {1, Instrument.MAX_PRICE_TICKS}) {
      for (Side side : Side.values()) {
        naive.add(side, price, price, 1);
        book.add(side, price, OWNER, price, 1);
      }
    }

    compareDepth("extremes");
    assertEquals(Instrument.MAX_PRICE_TICKS, book.bestTicks(Side.BUY));
    assertEquals(1, book.bestTicks(Side.SELL));
  }

  @Test
  void anEmptyBookHasNoBestPrice() {
    int slot = book.add(Side.SELL, 7, OWNER, 100, 5);

    book.reduce(slot, 5);

    assertEquals(0, book.bestTicks(Side.SELL));
    assertEquals(SlotBook.NONE, book.bestSlot(Side.SELL));
    compareDepth("empty");
  }
}
