package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import trading.bench.compare.Session.Kind;

class SessionTest {
  private static final int COMMANDS = 1_000;

  @Test
  void oneSeedMakesOneSession() {
    assertEquals(Session.of(7, COMMANDS), Session.of(7, COMMANDS));
    assertNotEquals(Session.of(7, COMMANDS).steps(), Session.of(8, COMMANDS).steps());
  }

  @Test
  void everyKindOfCommandIsInIt() {
    Session session = Session.of(7, COMMANDS);

    assertEquals(Set.of(Kind.values()), session.kinds().keySet());
    assertEquals(COMMANDS, session.commands());
    assertEquals(COMMANDS, session.kinds().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void theMarketMovesAtFixedPlaces() {
    List<Step> steps = Session.of(7, COMMANDS).steps();

    for (int i = 0; i < steps.size(); i++) {
      assertEquals(i % 41 == 40, steps.get(i) instanceof Step.Play, "step " + i);
    }
  }

  @Test
  void ordersRestTradeAndAreCanceledAndFewAreRefused() {
    List<Reply> replies = Proof.of(Session.of(7, COMMANDS), UnaryOperator.identity()).replies();

    assertTrue(share("NEW", replies) > 0.2, () -> replies.toString());
    assertTrue(share("FILLED", replies) > 0.2, () -> replies.toString());
    assertTrue(share("CANCELED", replies) > 0.1, () -> replies.toString());
    assertTrue(share("REJECTED", replies) < 0.2, () -> replies.toString());
  }

  private static double share(String status, List<Reply> replies) {
    return (double) replies.stream().filter(reply -> reply.status().equals(status)).count()
        / replies.size();
  }
}
