package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PerPositionTest {
  private final PerPosition<String> things = new PerPosition<>();

  @Test
  void findsWhatWasPutAndNothingElse() {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int account = 1 + random.nextInt(100);
      int instrument = 1 + random.nextInt(i % 2 == 0 ? 20 : Integer.MAX_VALUE - 1);
      String key = account + " " + instrument;

      assertEquals(expected.get(key), things.get(account, instrument), "seed 5, step " + i);
      if (expected.putIfAbsent(key, key) == null) {
        things.put(account, instrument, key);
      }
    }
    expected.forEach((key, thing) -> {
      String[] ids = key.split(" ");
      assertEquals(thing, things.get(Integer.parseInt(ids[0]), Integer.parseInt(ids[1])));
    });
  }

  @Test
  void accountAndInstrumentAreNotMixedUp() {
    things.put(1, 2, "one, two");
    things.put(2, 2, "two, two");

    assertNull(things.get(2, 1));
    assertNull(things.get(1, 1));
    assertEquals("one, two", things.get(1, 2));
    assertEquals("two, two", things.get(2, 2));
  }
}
