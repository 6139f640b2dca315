package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import trading.api.Reason;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;

/// However bytes are gathered, the digest is the SHA-256 of all of them.
class EventDigestTest {
  private static final int BLOCK_BYTES = 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final MessageDigest sha = Sha256.create();
  private final EventDigest digest = new EventDigest();
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();

  @Test
  void isTheHashOfAllBytesAfterEveryEvent() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 1; i <= 2_000; i++) {
      tell(i % 50 == 0 ? listed(random.nextInt(2_000)) : refused(random.nextInt(300)));

      assertEquals(expected(), digest.hex(), () -> "seed 7, event " + cursor.seq());
    }
  }

  @Test
  void anEventMayEndABlockOrBeLongerThanOne() {
    int rest = BLOCK_BYTES;
    int empty = tell(refused(0));
    rest -= empty;
    rest -= tell(refused(500));
    rest -= tell(refused(rest - empty));

    assertEquals(0, rest);
    assertEquals(expected(), digest.hex());

    assertTrue(tell(listed(2_000)) > BLOCK_BYTES);
    assertEquals(expected(), digest.hex());
  }

  @Test
  void gatheringAndHashingAllocatesNothingOnceWarm() {
    encode(refused(20));
    int windows = 0;
    int quiet = 0;
    while (quiet < 20 && windows < 500) {
      windows++;
      quiet = allocatedInOneWindow() == 0 ? quiet + 1 : 0;
    }

    assertEquals(20, quiet, "windows in a row without a byte, of " + windows);
  }

  private long allocatedInOneWindow() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      digest.onEvent(cursor);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /// {@return the length of the event that was told}
  private int tell(Event event) {
    encode(event);
    sha.update(cursor.array(), cursor.start(), cursor.length());
    digest.onEvent(cursor);
    return cursor.length();
  }

  private void encode(Event event) {
    buffer.clear();
    EventCodec.encode(event, buffer);
    cursor.wrap(buffer.array(), 0, buffer.size());
    cursor.next();
  }

  private static Event refused(int letters) {
    return new Event.CancelRejected(1, 0, 1, 1, Reason.TOO_LATE_TO_CANCEL, "x".repeat(letters));
  }

  private static Event listed(int letters) {
    String text = "y".repeat(letters);
    return new Event.InstrumentListed(1, 0, 1, 1, 1, text, text, text, text);
  }

  private String expected() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sha.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
