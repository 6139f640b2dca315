package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameIndexTest {
  private final NameIndex index = new NameIndex();

  @Test
  void everyNameHasItsIdAlsoAfterGrowing() {
    Map<String, Integer> expected = new HashMap<>();
    for (int i = 1; i <= 1_000; i++) {
      String name = "account_" + i;
      assertEquals(Registry.UNKNOWN, index.id(name));
      assertEquals(i, index.add(name));
      expected.put(name, i);
    }

    expected.forEach((name, id) -> {
      assertEquals(id, index.id(new String(name.toCharArray())));
      assertEquals(name, index.name(id));
    });
    assertEquals(1_000, index.size());
    assertEquals(Registry.UNKNOWN, index.id("account_0"));
  }

  @Test
  void namesWithOneHashAreToldApart() {
    List<String> names = new ArrayList<>(List.of(""));
    for (int letters = 0; letters < 12; letters += 2) {
      names = names.stream().flatMap(name -> List.of(name + "Aa", name + "BB").stream()).toList();
    }
    assertEquals(1, names.stream().map(String::hashCode).distinct().count());

    names.subList(0, 60).forEach(index::add);

    for (int i = 0; i < names.size(); i++) {
      assertEquals(i < 60 ? i + 1 : Registry.UNKNOWN, index.id(names.get(i)));
    }
    List<String> told = new ArrayList<>();
    index.forEach(told::add);
    assertEquals(names.subList(0, 60), told);
  }
}
