package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenOrdersTest {
  private static final int PAGE = 1_024;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void holdsWhatASortedMapHolds(long seed) {
    Random random = new Random(seed);
    OpenOrders orders = new OpenOrders();
    TreeMap<Long, Long> map = new TreeMap<>();
    long lastId = 0;
    for (int step = 0; step < 100_000; step++) {
      boolean begins = random.nextInt(2) == 0;
      lastId += begins ? 1 + random.nextInt(3) : 0;
      long id = begins ? lastId : known(random, map, lastId);
      long lots = begins || random.nextInt(4) == 0 ? random.nextLong(1, 1_000) : 0;
      orders.set(id, lots);
      set(map, id, lots);

      String where = "seed " + seed + ", step " + step;
      assertEquals(map.getOrDefault(id, 0L), orders.lots(id), where);
      long other = random.nextLong(lastId + 3 * PAGE);
      assertEquals(map.getOrDefault(other, 0L), orders.lots(other), where);
      assertEquals(map.isEmpty(), orders.isEmpty(), where);
      if (step % 5_000 == 0) {
        endSome(random, orders, map, lastId);
        assertEquals(values(map), written(orders).values(), where);
        OpenOrders read = readAgain(orders);
        assertEquals(values(map), written(read).values(), where);
        orders = random.nextInt(4) == 0 ? read : orders;
      }
    }
    assertEquals(0, orders.lots(Long.MAX_VALUE), "seed " + seed);
  }

  @Test
  void anEmptiedPageIsUsedAgainWithNothingOnIt() {
    OpenOrders orders = new OpenOrders();
    for (long id = 0; id < PAGE; id++) {
      orders.set(id, 7);
    }
    for (long id = 0; id < PAGE; id++) {
      orders.set(id, 0);
    }

    orders.set(5 * PAGE + 3, 9);

    assertEquals(List.of(1L, 5L * PAGE + 3, 9L), written(orders).values());
    assertEquals(0, orders.lots(3));
  }

  /// {@return an order that works, most often a late one; at times any id}
  private static long known(Random random, TreeMap<Long, Long> map, long lastId) {
    if (map.isEmpty() || random.nextInt(50) == 0) {
      return random.nextLong(lastId + 1);
    }
    boolean late = random.nextInt(10) > 0;
    Map.Entry<Long, Long> near =
        map.floorEntry(late ? lastId - random.nextInt(100) : random.nextLong(lastId + 1));
    return near == null ? map.firstKey() : near.getKey();
  }

  /// Ends all orders, or most of the early ones: those left keep their pages for long.
  private static void endSome(
      Random random, OpenOrders orders, TreeMap<Long, Long> map, long lastId) {
    boolean all = random.nextInt(4) == 0;
    for (long id : List.copyOf(map.keySet())) {
      if (all || (id < lastId - PAGE && random.nextInt(200) > 0)) {
        orders.set(id, 0);
        map.remove(id);
      }
    }
  }

  private static void set(TreeMap<Long, Long> map, long id, long lots) {
    if (lots == 0) {
      map.remove(id);
    } else {
      map.put(id, lots);
    }
  }

  private static List<Object> values(TreeMap<Long, Long> map) {
    List<Object> values = new ArrayList<>();
    values.add((long) map.size());
    map.forEach((id, lots) -> {
      values.add(id);
      values.add(lots);
    });
    return values;
  }

  private static Snapshot written(OpenOrders orders) {
    Snapshot snapshot = new Snapshot();
    orders.write(snapshot);
    return snapshot;
  }

  private static OpenOrders readAgain(OpenOrders orders) {
    Snapshot snapshot = written(orders);
    OpenOrders read = new OpenOrders();
    read.read(snapshot.reader(snapshot.values().size()));
    return read;
  }
}
