package trading.bench.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import trading.api.Reason;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;

/// The session of the matrix: what is in it, and what it came to when it was last looked at.
class LongSessionTest {
  private static final Path GOLDEN = Path.of("src/test/resources/session.txt");
  private static final long SEED = 1;
  private static final int COMMANDS = 20_000;
  private static final Set<Reason> REASONS =
      Set.of(
          Reason.QUANTITY_NOT_POSITIVE,
          Reason.QUANTITY_TOO_LARGE,
          Reason.PRICE_NOT_POSITIVE,
          Reason.PRICE_TOO_LARGE,
          Reason.NOTIONAL_TOO_LARGE,
          Reason.UNKNOWN_SYMBOL,
          Reason.UNKNOWN_ACCOUNT,
          Reason.UNKNOWN_ORDER,
          Reason.NOT_ORDER_OWNER,
          Reason.TOO_LATE_TO_CANCEL,
          Reason.NO_LIQUIDITY,
          Reason.RISK_LIMIT,
          Reason.SELF_TRADE,
          Reason.CANCELED_BY_USER,
          Reason.IMMEDIATE_OR_CANCEL);

  @Test
  void theSessionIsTheOneCheckedIn() throws IOException {
    LongSession session = session(SEED);
    String lines = session.runTo(2_000).line() + "\n" + session.runTo(COMMANDS).line() + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, lines);
    }

    assertEquals(
        Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "",
        lines,
        () ->
            GOLDEN
                + " differs; after a new kind of command or another encoding:"
                + " mvn -B verify -Dgolden.update=true");
  }

  @Test
  void aShorterSessionIsHowALongerOneBegins() {
    LongSession looked = session(SEED);
    LongSession.Outcome early = looked.runTo(501);

    assertEquals(session(SEED).runTo(501), early);
    assertEquals(session(SEED).runTo(2_000), looked.runTo(2_000));
    assertNotEquals(session(SEED + 2).runTo(501), early);
  }

  @Test
  void everyKindOfEventOccursAndEveryReasonToRefuse() {
    Set<EventType> types = EnumSet.allOf(EventType.class);
    Set<Reason> reasons = EnumSet.copyOf(REASONS);
    new LongSession(SEED, Fault.NONE, event -> strikeOut(event, types, reasons)).runTo(COMMANDS);

    assertEquals(Set.of(), types, "a new kind of event needs a command in CommandFlow");
    assertEquals(Set.of(), reasons);
  }

  private static void strikeOut(EventView event, Set<EventType> types, Set<Reason> reasons) {
    types.remove(event.type());
    switch (event.type()) {
      case ORDER_REJECTED, ORDER_CANCELED, CANCEL_REJECTED ->
          reasons.removeIf(reason -> reason.code() == event.value(Field.REASON));
      default -> {}
    }
  }

  private static LongSession session(long seed) {
    return new LongSession(seed, Fault.NONE, _ -> {});
  }
}
