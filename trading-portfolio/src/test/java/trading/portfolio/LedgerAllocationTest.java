package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;

class LedgerAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int ROUNDS = 1_000;
  private static final int QUIET_WINDOWS = 20;
  private static final int MAX_WINDOWS = 500;

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final RecordBuffer events = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();

  private long answers;

  @Test
  void fillsQuotesAndQuestionsAllocateNothingOnceWarm() {
    EventFeed feed = new EventFeed(ledger::apply);
    int inr = feed.currency("INR");
    int tcs = feed.instrument(inr, Instrument.of("TCS", "INR", "0.05", "1"));
    int infy = feed.instrument(inr, Instrument.of("INFY", "INR", "0.000001", "1"));
    int alice = feed.account("alice");
    feed.cash(alice, inr, 1_000_000_000_000L);
    long wide = 1L << 59;
    encode(alice, tcs, Side.BUY, 60_000, 3);
    encode(alice, tcs, Side.SELL, 60_100, 5);
    encode(alice, tcs, Side.BUY, 60_200, 2);
    encode(alice, infy, Side.SELL, 1, wide);
    encode(alice, infy, Side.BUY, 1, wide / 7);
    encode(alice, infy, Side.BUY, 1, wide - wide / 7);
    EventCodec.encode(new Event.Quoted(1, 0, tcs, 1, 1, 2, 1, 60_050), events);
    EventCodec.encode(new Event.BarClosed(1, 0, infy, 5, 1, 1), events);

    int windows = 0;
    int quiet = 0;
    while (quiet < QUIET_WINDOWS && windows < MAX_WINDOWS) {
      windows++;
      quiet = allocatedInOneWindow(alice, inr, tcs) == 0 ? quiet + 1 : 0;
    }

    assertEquals(QUIET_WINDOWS, quiet, "windows in a row without a byte, of " + windows);
    assertTrue(answers != 0);
  }

  /// While it compiles, the JVM itself allocates a few hundred bytes, once, on this thread: so warm
  /// is when a long row of windows without a byte begins, not after a fixed time.
  private long allocatedInOneWindow(int account, int currency, int instrument) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      answers += round(account, currency, instrument);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void measureSeesASingleObject() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    AverageCostLedger other = AverageCostLedger.create();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertEquals(0, other.markTicks(1));
    assertTrue(allocated > 0, "allocated " + allocated);
  }

  private long round(int account, int currency, int instrument) {
    long sum = 0;
    cursor.wrap(events.array(), 0, events.size());
    while (cursor.next()) {
      ledger.apply(cursor);
      sum += ledger.fits(account, instrument, Side.BUY, 60_000, 7, 1) ? 1 : 0;
      sum += ledger.fitsCash(account, currency, 1) ? 1 : 0;
      sum += ledger.equityMicros(account, currency);
      sum += ledger.unrealisedMicros(account, instrument);
    }
    return sum;
  }

  private void encode(int account, int instrument, Side side, long priceTicks, long lots) {
    EventCodec.encode(
        new Event.OrderFilled(
            1, 0, 1, 1, account, instrument, side, priceTicks, lots, 0, 9, Liquidity.MAKER),
        events);
  }
}
