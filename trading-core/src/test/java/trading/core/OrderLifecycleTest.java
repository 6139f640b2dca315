package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.OrderStatus;
import trading.core.OrderLifecycle.Trigger;

/// Every state against every trigger; `-` is illegal.
class OrderLifecycleTest {
  private static final String TABLE =
      """
      from             ACTIVATE FILL_PART        FILL_ALL CANCEL   REJECT
      PENDING_NEW      NEW      -                -        CANCELED REJECTED
      NEW              -        PARTIALLY_FILLED FILLED   CANCELED -
      PARTIALLY_FILLED -        PARTIALLY_FILLED FILLED   CANCELED -
      FILLED           -        -                -        -        -
      CANCELED         -        -                -        -        -
      REJECTED         -        -                -        -        -
      """;

  private record Cell(OrderStatus from, Trigger trigger, String to) {}

  static Stream<Cell> cells() {
    List<List<String>> rows =
        TABLE.lines().map(line -> Arrays.asList(line.strip().split("\\s+"))).toList();
    List<String> triggers = rows.getFirst();
    return rows.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, column -> column < row.size(), column -> column + 1)
                .map(column ->
                    new Cell(
                        OrderStatus.valueOf(row.getFirst()),
                        Trigger.valueOf(triggers.get(column)),
                        row.get(column))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theTransitionTableIsTheOneTypedHere(Cell cell) {
    if (cell.to().equals("-")) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class, () -> OrderLifecycle.next(cell.from(), cell.trigger()));
      assertEquals(
          "an order that is " + cell.from() + " cannot " + cell.trigger(), thrown.getMessage());
    } else {
      assertEquals(
          OrderStatus.valueOf(cell.to()), OrderLifecycle.next(cell.from(), cell.trigger()));
    }
  }

  @Test
  void theTableCoversEveryStateAndTriggerOnce() {
    assertEquals(OrderStatus.values().length * Trigger.values().length, cells().count());
    assertEquals(
        cells().count(), cells().map(c -> c.from() + " " + c.trigger()).distinct().count());
  }

  @Test
  void nothingLeavesATerminalState() {
    cells()
        .filter(cell -> cell.from().isTerminal())
        .forEach(cell -> assertEquals("-", cell.to(), cell::toString));
  }
}
