package trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import trading.api.Side;
import trading.api.event.Event;

class AccountsTest {

  @Test
  void accountsMayBeOpenedInAnyOrder() {
    Accounts accounts = new Accounts();

    accounts.open(5, "five");
    accounts.open(3, "three");

    assertOpen(accounts);
  }

  @Test
  void accountsComeBackWithTheirIds() {
    Accounts accounts = new Accounts();
    accounts.open(5, "five");
    accounts.open(3, "three");
    Snapshot snapshot = new Snapshot();
    accounts.write(snapshot);

    Accounts restored = new Accounts();
    restored.read(snapshot.reader(snapshot.values().size()));

    assertOpen(restored);
  }

  @Test
  void anAccountThatIsOpenKeepsWhatItHas() {
    Accounts accounts = new Accounts();
    accounts.open(3, "three");
    Account three = accounts.get(3);

    accounts.open(5, "five");
    accounts.open(3, "drei");

    assertSame(three, accounts.get(3));
    assertEquals("drei", accounts.name(3));
  }

  @Test
  void theStandInIsNotToBeChanged() {
    Counters counters = new Counters();

    assertThrows(IllegalStateException.class, () -> counters.begin(0, 7));
    assertThrows(IllegalStateException.class, () -> counters.begin(1, 7));
    assertThrows(IllegalStateException.class, () -> counters.begin(1, World.INR, 7, 7));
    assertEquals(0, Account.NONE.ordersToday);
  }

  @Test
  void everyoneHasRulesOfTheirOwnInWhateverOrderTheyWereOpened() {
    RiskConfig config =
        RiskConfig.none()
            .withAccount("five", "max_position_size", Map.of("limit", "5"))
            .withAccount("three", "max_position_size", Map.of("limit", "3"));
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));

    world.apply(new Event.AccountOpened(1, 0, 5, "five"));
    world.apply(new Event.AccountOpened(1, 0, 3, "three"));

    assertEquals(5, world.ask(5, World.ITC, Side.BUY, 6).orElseThrow().limit());
    assertEquals(3, world.ask(3, World.ITC, Side.BUY, 6).orElseThrow().limit());
    assertSame(RuleSet.NONE, Account.NONE.rules);
    assertThrows(IllegalStateException.class, () -> world.ask(4, World.ITC, Side.BUY, 6));
  }

  private static void assertOpen(Accounts accounts) {
    for (int id : List.of(3, 5)) {
      assertEquals(id, accounts.get(id).id);
      assertSame(accounts.get(id), accounts.opened(id));
    }
    for (int id : List.of(-1, 0, 4, 6)) {
      assertFalse(accounts.has(id));
      assertSame(Account.NONE, accounts.get(id));
      assertThrows(IllegalStateException.class, () -> accounts.opened(id));
    }
    assertEquals(6, accounts.end());
  }
}
