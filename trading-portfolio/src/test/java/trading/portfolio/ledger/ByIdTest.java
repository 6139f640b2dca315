package trading.portfolio.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ByIdTest {

  @Test
  void idsWithoutAThingFindTheStandIn() {
    String[] things = ById.with(new String[] {"none"}, 2, "two");

    assertEquals("two", ById.get(things, 2));
    for (int id : new int[] {Integer.MIN_VALUE, -1, 0, 1, 3, Integer.MAX_VALUE}) {
      assertEquals("none", ById.get(things, id), () -> "id " + id);
    }
  }

  @Test
  void arrayGrowsByDoublingAndKeepsWhatItHas() {
    String[] two = ById.with(new String[] {"none"}, 1, "one");
    String[] four = ById.with(two, 2, "two");
    String[] same = ById.with(four, 3, "three");
    String[] ten = ById.with(same, 9, "nine");

    assertEquals(2, two.length);
    assertSame(four, same);
    assertArrayEquals(new String[] {"none", "one", "two", "three"}, same);
    assertArrayEquals(
        new String[] {
          "none", "one", "two", "three", "none", "none", "none", "none", "none", "nine"
        },
        ten);
  }
}
