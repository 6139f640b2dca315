package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is compared does the same, and the proof notices when it does not.
class EngineComparisonTest {
  private static final int COMMANDS = 20_000;

  @ParameterizedTest
  @EnumSource(OrderFlow.Kind.class)
  void allEnginesMakeTheSameTradesAndEndAlike(OrderFlow.Kind kind) {
    OrderFlow flow = beginning(kind);

    BenchBook.Tape tape = EngineComparison.prove(flow);

    BenchBook book = BenchBook.Kind.OURS_NAIVE.open();
    for (int i = 0; i < flow.count(); i++) {
      book.apply(flow, i);
    }
    assertTrue(tape.trades > 0, "no trades");
    assertEquals(book.tape().toString(), tape.toString());
  }

  @Test
  void missingTradesAreNoticed() {
    OrderFlow flow = beginning(OrderFlow.Kind.C_EQUITY);

    assertNoticed(flow, flow.only(IntStream.range(0, COMMANDS / 2).toArray(), 0), "trades");
  }

  @Test
  void anOrderThatShouldHaveBeenCanceledIsNoticed() {
    OrderFlow flow = beginning(OrderFlow.Kind.C_EQUITY);
    int last = COMMANDS - 1;
    while (flow.operations[last] != OrderFlow.CANCEL) {
      last--;
    }
    OrderFlow until = flow.only(IntStream.range(0, last + 1).toArray(), 0);

    assertNoticed(until, flow.only(IntStream.range(0, last).toArray(), 0), "other orders");
  }

  @Test
  void tradesOfAnotherAccountAreNoticed() {
    OrderFlow flow = beginning(OrderFlow.Kind.C_EQUITY);
    int accounts = flow.accounts();
    int[] turned = Arrays.stream(flow.users).map(user -> user % accounts + 1).toArray();

    assertNoticed(flow, flow.with(turned), "other positions");
  }

  private static void assertNoticed(OrderFlow expected, OrderFlow other, String named) {
    BenchEngine peer =
        EngineComparison.play(BenchEngine.Kind.RISK_AND_DIRECT.open(expected), expected);
    BenchEngine ours = EngineComparison.play(BenchEngine.Kind.OURS.open(other), other);

    Exception e =
        assertThrows(
            IllegalStateException.class, () -> EngineComparison.requireSame(peer, ours, "ours"));

    assertTrue(e.getMessage().contains(named), e::getMessage);
  }

  private static OrderFlow beginning(OrderFlow.Kind kind) {
    Assumptions.assumeTrue(
        kind.file().isPresent(), "skipped: recorded data shared/data/flows is not there");
    OrderFlow flow = EngineFlow.of(kind.read());
    return flow.only(IntStream.range(0, flow.fill + COMMANDS).toArray(), flow.fill);
  }
}
