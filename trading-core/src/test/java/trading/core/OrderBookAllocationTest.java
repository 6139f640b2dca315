package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import trading.api.Side;

/// The book alone allocates nothing once warm, also while prices walk and jump.
class OrderBookAllocationTest {
  private static final int QUIET_WINDOWS = 10;
  private static final int MAX_WINDOWS = 60;
  private static final int COMMANDS = 20_000;
  private static final int HELD = 600;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long traded;
  private final OrderBook book = OrderBook.open((_, _, lots) -> traded += lots);
  private long lastId;
  private long seed = 42;

  @Test
  void commandsNearAndFarAllocateNothing() {
    int windows = 0;
    int quiet = 0;
    while (quiet < QUIET_WINDOWS && windows < MAX_WINDOWS) {
      windows++;
      quiet = allocatedInOneWindow() == 0 ? quiet + 1 : 0;
    }

    assertEquals(QUIET_WINDOWS, quiet, "windows in a row without a byte, of " + windows);
  }

  private long allocatedInOneWindow() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < COMMANDS; i++) {
      command(i);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /// Around a middle that walks 20 ticks a command and begins again with each window.
  private void command(int i) {
    long middle = 1_000_000 + i * 20L;
    long price = i % 9 == 0 ? 1 + random(1 << 30) : middle - 300 + random(600);
    Side side = random(2) == 0 ? Side.BUY : Side.SELL;
    switch (i % 4) {
      case 0, 1 -> book.place(side, ++lastId, 1, price, 1 + random(50));
      case 2 -> book.move(lastId - random(HELD), price);
      default -> book.reduce(lastId - random(HELD), 1 + random(30));
    }
    book.cancel(lastId - HELD);
  }

  private int random(int bound) {
    seed = seed * 0x5DEECE66DL + 11;
    return (int) ((seed >>> 33) % bound);
  }
}
