package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdListsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void holdsWhatSortedSetsHold(long seed) {
    Random random = new Random(seed);
    IdLists lists = new IdLists();
    Map<Integer, TreeSet<Integer>> sets = new TreeMap<>();
    for (int i = 0; i < 5_000; i++) {
      int row = random.nextInt(20);
      int id = random.nextInt(60);
      boolean member = random.nextInt(5) < 3;
      lists.set(row, id, member);
      TreeSet<Integer> set = sets.computeIfAbsent(row, _ -> new TreeSet<>());
      if (member) {
        set.add(id);
      } else {
        set.remove(id);
      }

      int step = i;
      assertEquals(
          List.copyOf(set),
          row(lists, row),
          () -> "seed " + seed + ", step " + step + ", row " + row);
    }
    sets.forEach((row, set) -> assertEquals(List.copyOf(set), row(lists, row), "seed " + seed));
    assertEquals(0, lists.size(1_000));
  }

  private static List<Integer> row(IdLists lists, int row) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < lists.size(row); i++) {
      ids.add(lists.get(row, i));
    }
    return ids;
  }
}
