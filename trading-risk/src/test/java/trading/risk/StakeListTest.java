package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StakeListTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void holdsWhatASortedMapHolds(long seed) {
    Random random = new Random(seed);
    StakeList list = new StakeList();
    TreeMap<Integer, Stake> map = new TreeMap<>();
    for (int i = 0; i < 5_000; i++) {
      int number = random.nextInt(60);
      boolean member = random.nextInt(5) < 3;
      Stake stake = map.getOrDefault(number, new Stake(Account.NONE, Listing.NONE, Purse.EMPTY));
      list.set(number, stake, member);
      if (member) {
        map.put(number, stake);
      } else {
        map.remove(number);
      }

      int step = i;
      assertEquals(
          List.copyOf(map.values()), stakes(list), () -> "seed " + seed + ", step " + step);
    }
  }

  private static List<Stake> stakes(StakeList list) {
    List<Stake> stakes = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      stakes.add(list.get(i));
    }
    return stakes;
  }
}
