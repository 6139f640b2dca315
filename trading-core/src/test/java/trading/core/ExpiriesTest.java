package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What expires, against a sorted queue from which ended orders are removed at once.
class ExpiriesTest {
  private record Due(long nanos, long id) {}

  private final Set<Long> open = new HashSet<>();
  private final Expiries expiries = new Expiries(open::contains);
  private final PriorityQueue<Due> model =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::id));
  private long now;
  private int mostOpen;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void openOrdersExpireInOrderAndEndedOnesTakeNoRoomForLong(long seed) {
    Random random = new Random(seed);
    for (long id = 1; id <= 20_000; id++) {
      add(now + 1 + random.nextInt(1_000), id);
      if (random.nextInt(10) > 0) {
        end(model.stream().skip(random.nextInt(model.size())).findFirst().orElseThrow());
      }
      if (random.nextInt(20) == 0) {
        now += random.nextInt(20);
        expire();
      }
      assertTrue(expiries.size() <= Math.max(8, 4 * mostOpen), () -> "seed " + seed);
    }
    now += 1_000;
    expire();
    assertTrue(open.isEmpty());
  }

  private void add(long nanos, long id) {
    open.add(id);
    model.add(new Due(nanos, id));
    mostOpen = Math.max(mostOpen, open.size());
    expiries.add(nanos, id);
  }

  private void end(Due due) {
    model.remove(due);
    open.remove(due.id());
  }

  private void expire() {
    while (!model.isEmpty() && model.peek().nanos() <= now) {
      long id = nextOpen();
      assertEquals(model.poll().id(), id);
      open.remove(id);
    }
    while (expiries.isDue(now)) {
      assertFalse(open.contains(expiries.takeFirst()));
    }
  }

  private long nextOpen() {
    while (expiries.isDue(now)) {
      long id = expiries.takeFirst();
      if (open.contains(id)) {
        return id;
      }
    }
    return 0;
  }
}
