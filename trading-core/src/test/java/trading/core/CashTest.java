package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;
import trading.api.event.Event;

/// Money that comes or leaves is checked against the books as they are when it is booked.
class CashTest {
  private static final long MOST = (1L << 62) - 1;

  private final World world = World.onQuotes();

  /// Bob's bid holds the best price up until it expires; then alice's stop sells for 100.
  private void aSaleIsDue() {
    world.quote(100, 10, 110, 10);
    world.accepted(
        OrderRequest.limit("bob", "ACME", Side.BUY, 1, 101)
            .with(TimeInForce.GTD)
            .with(OrderTerms.NONE.expiringAt(5)));
    world.accepted(
        OrderRequest.stop("alice", "ACME", Side.SELL, 1, 100)
            .with(OrderTerms.NONE.withStop(100).triggeredBy(TriggerPrice.BID_ASK)));
    world.told.take();
    world.clock.set(10);
  }

  @Test
  void whatExpiresIsBookedBeforeADepositIsChecked() {
    aSaleIsDue();
    long room = MOST - world.engine.cashMicros("alice", "USD");

    BadInputException thrown =
        assertThrows(
            BadInputException.class, () -> world.engine.moveCash("alice", "USD", room - 99));

    assertEquals(Reason.BAD_AMOUNT, thrown.reason());
    assertEquals(-1, world.engine.netLots("alice", "ACME"));
    List<Event.OrderFilled> told = world.told(Event.OrderFilled.class);
    assertEquals(1, told.size(), "a refused deposit's caller has told what expired");
    world.engine.moveCash("alice", "USD", room - 100);
    assertEquals(MOST, world.engine.cashMicros("alice", "USD"));
  }

  @Test
  void whatExpiresBeforeADepositIsACommandOfItsOwn() {
    aSaleIsDue();

    world.engine.moveCash("alice", "USD", 7);

    CommandReplay replay = new CommandReplay();
    RecordedJournal again = new RecordedJournal();
    Engine engine =
        Engine.open(EngineConfig.of(new FakeLedger(), new FakeGate(), replay).with(again));
    world.journal.replay(replay, engine);
    assertEquals(world.engine.stateHash(), engine.stateHash());
    assertEquals(world.journal.digest(), again.digest());
    assertEquals(world.journal.commandDigest(), again.commandDigest());
  }
}
