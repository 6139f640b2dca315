package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final Session SESSION = Session.of(7, 400);

  @Test
  void allWaysLeadToTheSameStateEventsAndAnswers() {
    Proof proof = Proof.of(SESSION, UnaryOperator.identity());

    assertEquals(List.of(), proof.differences());
    assertEquals(400, proof.replies().size());
  }

  @Test
  void anotherSessionLeadsElsewhere() {
    Ending other = Proof.of(Session.of(8, 400), UnaryOperator.identity()).ending();

    Ending ending = Proof.of(SESSION, UnaryOperator.identity()).ending();

    assertNotEquals(other.stateHash(), ending.stateHash());
    assertNotEquals(other.digest(), ending.digest());
  }

  @Test
  void oneDroppedOrderIsNoticedByEveryCheckOnBothHttpSides() {
    List<String> differences = Proof.of(SESSION, desk -> Desk.dropping(desk, 100)).differences();

    assertEquals(6, differences.size(), differences.toString());
    for (Way way : List.of(Way.HTTP_CLIENT, Way.HTTP_SOCKET)) {
      assertStarts("state hash by " + way.label(), differences);
      assertStarts("digest of all events by " + way.label(), differences);
      assertTrue(
          differences.stream().anyMatch(line -> line.matches("answer \\d+ by .*")),
          differences.toString());
    }
  }

  private static void assertStarts(String start, List<String> lines) {
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), lines.toString());
  }
}
