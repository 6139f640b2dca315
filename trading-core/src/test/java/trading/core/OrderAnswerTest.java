package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import trading.api.Amendment;
import trading.api.EngineStateException;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;

/// What the door without objects says.
class OrderAnswerTest {
  private static final OrderRequest BUY = OrderRequest.limit("alice", "ACME", Side.BUY, 10, 101);
  private static final OrderRequest NOTHING = OrderRequest.limit("alice", "ACME", Side.BUY, 0, 1);

  private final World world = World.onQuotes();
  private final OrderAnswer answer = new OrderAnswer();

  @Test
  void itSaysWhatTheOrderSays() {
    world.quote(99, 4, 101, 4);

    world.engine.placeOrder(BUY, answer);

    Order order = world.engine.order(answer.orderId()).orElseThrow();
    assertTrue(answer.isAccepted());
    assertEquals(OrderStatus.PARTIALLY_FILLED, answer.status());
    assertEquals(10, answer.lots());
    assertEquals(4, answer.filledLots());
    assertEquals(4 * 101, answer.filledMicros());
    assertEquals(order, answer.order());
    assertEquals(new OrderResult.Accepted(order), answer.result());
    assertThrows(IllegalStateException.class, answer::refusal);
  }

  @Test
  void amendmentsAndCancelsAreAnsweredLikewise() {
    world.engine.placeOrder(BUY, answer);
    long id = answer.orderId();

    world.engine.amendOrder("alice", id, Amendment.lots(7), answer);
    assertEquals(id, answer.orderId());
    assertEquals(7, answer.lots());
    assertEquals(OrderStatus.NEW, answer.status());

    world.engine.cancelOrder("alice", id, answer);
    assertEquals(id, answer.orderId());
    assertEquals(OrderStatus.CANCELED, answer.status());
  }

  @Test
  void ofWhatWasRefusedThereIsOnlyTheRefusal() {
    world.engine.placeOrder(BUY, answer);

    world.engine.placeOrder(NOTHING, answer);

    assertFalse(answer.isAccepted());
    assertEquals(0, answer.orderId());
    assertEquals(Reason.QUANTITY_NOT_POSITIVE, answer.refusal().reason());
    assertEquals(new OrderResult.Rejected(answer.refusal()), answer.result());
    assertThrows(IllegalStateException.class, answer::status);
    assertThrows(IllegalStateException.class, answer::filledLots);
    assertThrows(IllegalStateException.class, answer::order);
  }

  @Test
  void aCommandThatFailsLeavesNothing() {
    boolean[] full = {false};
    World broken =
        World.peopled(config ->
            config.with((_, _) -> {
              if (full[0]) {
                throw new IllegalStateException("the disk is full");
              }
            }));
    broken.engine.placeOrder(BUY, answer);
    full[0] = true;

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThrows(EngineStateException.class, () -> broken.engine.placeOrder(BUY, answer));
      assertFalse(answer.isAccepted());
      assertThrows(IllegalStateException.class, answer::refusal);
    }
  }

  @Test
  void aCommandRefusedAtTheDoorLeavesItAsItWas() {
    world.engine.placeOrder(BUY, answer);
    long id = answer.orderId();
    world.engine.addListener(_ ->
        assertThrows(
            EngineStateException.class, () -> world.engine.cancelOrder("alice", id, answer)));

    world.engine.advance();
    world.engine.placeOrder(BUY);

    assertEquals(id, answer.orderId());
    assertEquals(OrderStatus.NEW, answer.status());
  }

  @Test
  void withoutAnAnswerNothingHappens() {
    String before = world.engine.stateHash();
    OrderAnswer none = null;

    assertThrows(NullPointerException.class, () -> world.engine.placeOrder(BUY, none));
    assertThrows(NullPointerException.class, () -> world.engine.cancelOrder("alice", 1, none));
    assertThrows(
        NullPointerException.class,
        () -> world.engine.amendOrder("alice", 1, Amendment.lots(1), none));

    assertEquals(before, world.engine.stateHash());
    world.accepted(BUY);
  }

  @Test
  void anAnswerThatWasNeverGivenSaysNothing() {
    assertFalse(answer.isAccepted());
    assertThrows(IllegalStateException.class, answer::status);
    assertThrows(IllegalStateException.class, answer::refusal);
    assertThrows(IllegalStateException.class, answer::result);
  }

  @Test
  void aWordThatWasTakenStaysAsItIs() {
    world.engine.placeOrder(BUY, answer);
    Order first = answer.order();

    world.engine.cancelOrder("alice", first.id(), answer);

    assertEquals(OrderStatus.NEW, first.status());
  }
}
