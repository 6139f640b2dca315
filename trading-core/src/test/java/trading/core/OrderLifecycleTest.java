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
      from             ACTIVATE FILL_PART        FILL_ALL CANCEL   REJECT   EXPIRE  TRIGGER AMEND            REDUCE           REQUEST_CANCEL RESUME_NEW RESUME_PARTLY
      PENDING_NEW      NEW      -                -        CANCELED REJECTED EXPIRED -       PENDING_NEW      PENDING_NEW      -              -          -
      SUSPENDED        NEW      -                -        CANCELED REJECTED EXPIRED -       SUSPENDED        SUSPENDED        -              -          -
      NEW              -        PARTIALLY_FILLED FILLED   CANCELED -        EXPIRED NEW     NEW              NEW              PENDING_CANCEL -          -
      PARTIALLY_FILLED -        PARTIALLY_FILLED FILLED   CANCELED -        EXPIRED -       PARTIALLY_FILLED PARTIALLY_FILLED PENDING_CANCEL -          -
      PENDING_CANCEL   -        PENDING_CANCEL   FILLED   CANCELED -        EXPIRED -       -                PENDING_CANCEL   -              NEW        PARTIALLY_FILLED
      FILLED           -        -                -        -        -        -       -       -                -                -              -          -
      CANCELED         -        -                -        -        -        -       -       -                -                -              -          -
      REJECTED         -        -                -        -        -        -       -       -                -                -              -          -
      EXPIRED          -        -                -        -        -        -       -       -                -                -              -          -
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
  void aFillThatComesLateAfterACancelRequestStillCounts() {
    OrderStatus asked = OrderLifecycle.next(OrderStatus.NEW, Trigger.REQUEST_CANCEL);

    OrderStatus part = OrderLifecycle.next(asked, Trigger.FILL_PART);

    assertEquals(OrderStatus.PENDING_CANCEL, part);
    assertEquals(OrderStatus.FILLED, OrderLifecycle.next(part, Trigger.FILL_ALL));
    assertEquals(OrderStatus.CANCELED, OrderLifecycle.next(part, Trigger.CANCEL));
    assertEquals(OrderStatus.PARTIALLY_FILLED, OrderLifecycle.next(part, Trigger.RESUME_PARTLY));
  }

  @Test
  void nothingLeavesATerminalState() {
    cells()
        .filter(cell -> cell.from().isTerminal())
        .forEach(cell -> assertEquals("-", cell.to(), cell::toString));
  }
}
