package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.Side;

/// Many small books, and a large one.
class OrderBookSizeTest {
  private static final int BOOKS = 10_000;
  private static final int ORDERS = 1_000_000;
  private static final int LEVELS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void tenThousandBooksTakeLittle(TestReporter reporter) {
    SlotBook[] books = new SlotBook[BOOKS];
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BOOKS; i++) {
      books[i] = new SlotBook();
    }
    long empty = (THREADS.getCurrentThreadAllocatedBytes() - before) / BOOKS;
    for (SlotBook book : books) {
      for (int i = 0; i < 10; i++) {
        book.add(Side.BUY, i, 1, 10_000 - i, 5);
        book.add(Side.SELL, i, 1, 10_001 + i, 5);
      }
    }
    long small = (THREADS.getCurrentThreadAllocatedBytes() - before) / BOOKS;

    reporter.publishEntry("bytes of an empty book", String.valueOf(empty));
    reporter.publishEntry("bytes of a book of 20 orders, growing included", String.valueOf(small));
    assertTrue(empty <= 512, empty + " bytes");
    assertTrue(small <= 10_000, small + " bytes");
  }

  /// Neighbouring levels, and levels all over the range, which take a page each.
  @ParameterizedTest
  @CsvSource({"1, 1048576", "5000000, 8388608"})
  void aMillionOrdersOnAHundredThousandLevels(long stepTicks, long mostBytesAtOnce) {
    long[] lots = {0};
    OrderBook book = OrderBook.open((_, _, traded) -> lots[0] += traded);
    long largest = 0;
    for (int id = 0; id < ORDERS; id++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      book.place(Side.SELL, id, 1, 1 + id % LEVELS * stepTicks, 2);
      largest = Math.max(largest, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    int[] levels = {0};
    book.depth(Side.SELL, Integer.MAX_VALUE, (_, sum) -> levels[0] += sum == 20 ? 1 : 0);
    for (int id = 0; id < ORDERS; id += 2) {
      book.cancel(id);
    }

    assertEquals(LEVELS, levels[0]);
    assertEquals(1_000, book.take(Side.BUY, 1L << 40, 1_001_000));
    assertEquals(1_000_000, lots[0]);
    assertEquals(0, book.orders());
    assertTrue(largest <= mostBytesAtOnce, "grew by " + largest + " bytes at once");
  }
}
