package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.Side;

/// What every order book does.
abstract class OrderBookContract {
  private static final int ANN = 1;
  private static final int BOB = 2;

  private final List<String> trades = new ArrayList<>();
  private final OrderBook book =
      open((maker, price, lots) -> trades.add(maker + ": " + lots + " at " + price));

  abstract OrderBook open(TradeSink sink);

  @Test
  void whatDoesNotCrossRests() {
    assertEquals(50, book.place(Side.SELL, 1, ANN, 101, 50));
    assertEquals(20, book.place(Side.BUY, 2, BOB, 100, 20));

    assertEquals(List.of(), trades);
    assertEquals(100, book.bestTicks(Side.BUY));
    assertEquals(101, book.bestTicks(Side.SELL));
    assertEquals(2, book.orders());
    assertEquals(50, book.lots(1));
    assertEquals(101, book.priceTicks(1));
  }

  @Test
  void aCrossingOrderTradesAtTheBestPriceFirstAndThenByAge() {
    book.place(Side.SELL, 1, ANN, 102, 10);
    book.place(Side.SELL, 2, ANN, 101, 10);
    book.place(Side.SELL, 3, ANN, 101, 10);

    long left = book.place(Side.BUY, 4, BOB, 102, 25);

    assertEquals(0, left);
    assertEquals(List.of("2: 10 at 101", "3: 10 at 101", "1: 5 at 102"), trades);
    assertEquals(5, book.lots(1));
    assertEquals(0, book.lots(4));
  }

  @Test
  void theRestOfACrossingOrderRestsAtItsLimit() {
    book.place(Side.BUY, 1, ANN, 100, 10);

    assertEquals(15, book.place(Side.SELL, 2, BOB, 99, 25));

    assertEquals(List.of("1: 10 at 100"), trades);
    assertEquals(99, book.bestTicks(Side.SELL));
    assertEquals(0, book.bestTicks(Side.BUY));
  }

  @Test
  void takingLeavesNothingInTheBook() {
    book.place(Side.SELL, 1, ANN, 101, 10);

    assertEquals(15, book.take(Side.BUY, 101, 25));
    assertEquals(7, book.take(Side.BUY, 101, 7));

    assertEquals(0, book.orders());
  }

  @Test
  void restingCrossesWithoutATrade() {
    book.place(Side.SELL, 1, ANN, 101, 10);
    book.rest(Side.BUY, 2, BOB, 105, 10);

    assertEquals(List.of(), trades);
    assertEquals(105, book.bestTicks(Side.BUY));
    assertEquals(101, book.bestTicks(Side.SELL));
  }

  @Test
  void aCanceledOrderIsGone() {
    book.place(Side.SELL, 1, ANN, 101, 10);

    assertEquals(10, book.cancel(1));
    assertEquals(0, book.cancel(1));

    assertEquals(0, book.bestTicks(Side.SELL));
    assertEquals(0, book.lots(1));
    assertEquals(0, book.priceTicks(1));
    assertFalse(book.isFirst(1));
  }

  @Test
  void reducingKeepsThePlaceAndMovingLosesIt() {
    book.place(Side.SELL, 1, ANN, 101, 10);
    book.place(Side.SELL, 2, ANN, 101, 10);

    assertEquals(4, book.reduce(1, 4));
    assertTrue(book.isFirst(1));
    assertEquals(6, book.move(1, 101));
    assertTrue(book.isFirst(2));

    book.take(Side.BUY, 101, 11);
    assertEquals(List.of("2: 10 at 101", "1: 1 at 101"), trades);
  }

  @Test
  void reducingByMoreThanThereIsTakesItOut() {
    book.place(Side.SELL, 1, ANN, 101, 10);

    assertEquals(10, book.reduce(1, 11));
    assertEquals(0, book.reduce(1, 1));
    assertEquals(0, book.orders());
  }

  @Test
  void aMovedOrderTradesLikeANewOne() {
    book.place(Side.SELL, 1, ANN, 105, 10);
    book.place(Side.BUY, 2, BOB, 100, 4);

    assertEquals(6, book.move(1, 100));
    assertEquals(0, book.move(1, 1) - 6);
    assertEquals(OrderBook.NOT_THERE, book.move(3, 100));

    assertEquals(List.of("2: 4 at 100"), trades);
    assertEquals(1, book.bestTicks(Side.SELL));
  }

  @Test
  void depthShowsTheBestLevelsFirst() {
    book.place(Side.SELL, 1, ANN, 1L << 40, 3);
    book.place(Side.SELL, 2, ANN, 101, 10);
    book.place(Side.SELL, 3, ANN, 101, 5);
    book.place(Side.SELL, 4, ANN, 200, 7);
    List<String> levels = new ArrayList<>();

    book.depth(Side.SELL, 2, (price, lots) -> levels.add(lots + " at " + price));

    assertEquals(List.of("15 at 101", "7 at 200"), levels);
  }

  @Test
  void theQueueShowsTheOrdersAtAPrice() {
    book.place(Side.SELL, 5, ANN, 101, 10);
    book.place(Side.SELL, 3, BOB, 101, 5);
    book.place(Side.SELL, 4, BOB, 102, 5);
    List<String> queue = new ArrayList<>();

    book.queue(Side.SELL, 101, (id, owner, lots) -> queue.add(id + " " + owner + " " + lots));
    book.queue(Side.SELL, 100, (id, owner, lots) -> queue.add("none"));
    book.queue(Side.BUY, 101, (id, owner, lots) -> queue.add("none"));
    book.queue(Side.BUY, 1L << 40, (id, owner, lots) -> queue.add("none"));

    assertEquals(List.of("5 1 10", "3 2 5"), queue);
  }

  @Test
  void theBookIsWrittenInItsPriority() {
    book.place(Side.SELL, 1, ANN, 101, 10);
    book.place(Side.BUY, -2, BOB, 99, 1);
    book.place(Side.BUY, 3, BOB, 100, 2);
    book.place(Side.BUY, 4, BOB, 100, 3);
    ListedState state = new ListedState();

    book.write(state);

    assertEquals(
        List.of(2L, 3L, 100L, 2L, 4L, 100L, 3L, -2L, 99L, 1L, 1L, 1L, -101L, 10L), state.values);
  }

  @Test
  void theLargestOrdersAtTheLowestAndTheHighestPriceTrade() {
    book.place(Side.SELL, Long.MIN_VALUE, ANN, Instrument.MAX_PRICE_TICKS, Instrument.MAX_LOTS);
    book.place(Side.BUY, Long.MAX_VALUE, ANN, 1, Instrument.MAX_LOTS);
    book.place(Side.BUY, 0, ANN, 1, Instrument.MAX_LOTS);

    assertEquals(0, book.take(Side.BUY, Instrument.MAX_PRICE_TICKS, Instrument.MAX_LOTS));
    assertEquals(0, book.take(Side.SELL, 1, Instrument.MAX_LOTS));

    assertEquals(Instrument.MAX_LOTS, book.lots(0));
    assertTrue(book.isFirst(0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 5, PRICE_NOT_POSITIVE",
    "1, -1, 5, PRICE_NOT_POSITIVE",
    "1, 1099511627777, 5, PRICE_TOO_LARGE",
    "1, 100, 0, QUANTITY_NOT_POSITIVE",
    "1, 100, 1000000000001, QUANTITY_TOO_LARGE",
    "7, 100, 5, ALREADY_EXISTS",
    "7, 200, 5, ALREADY_EXISTS",
  })
  void whatIsOutOfBoundsIsRefusedAndChangesNothing(
      long orderId, long priceTicks, long lots, Reason reason) {
    book.place(Side.SELL, 7, ANN, 150, 10);
    ListedState before = new ListedState();
    book.write(before);

    assertRefused(reason, () -> book.place(Side.BUY, orderId, BOB, priceTicks, lots));
    assertRefused(reason, () -> book.rest(Side.BUY, orderId, BOB, priceTicks, lots));

    ListedState after = new ListedState();
    book.write(after);
    assertEquals(before.values, after.values);
    assertEquals(1, book.orders());
    assertEquals(List.of(), trades);
  }

  @Test
  void theOtherCommandsCheckTheirBoundsToo() {
    book.place(Side.SELL, 7, ANN, 150, 10);

    assertRefused(Reason.PRICE_NOT_POSITIVE, () -> book.move(7, 0));
    assertRefused(Reason.QUANTITY_NOT_POSITIVE, () -> book.reduce(7, 0));
    assertRefused(Reason.PRICE_TOO_LARGE, () -> book.take(Side.BUY, (1L << 40) + 1, 5));
    assertRefused(Reason.QUANTITY_NOT_POSITIVE, () -> book.take(Side.BUY, 150, 0));

    assertEquals(10, book.lots(7));
    assertEquals(List.of(), trades);
  }

  private static void assertRefused(Reason reason, org.junit.jupiter.api.function.Executable call) {
    assertEquals(reason, assertThrows(BadInputException.class, call).reason());
  }
}
