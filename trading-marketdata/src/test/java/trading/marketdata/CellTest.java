package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void quoteCellHoldsWhatWasSet() {
    QuoteCell cell =
        QuoteCell.of(Sample.TCS).set(Sample.INFY, 7).bid(100, 1).ask(102, 2).last(101, 3);

    assertSame(Sample.INFY, cell.instrument());
    assertEquals(7, cell.atNanos());
    assertEquals(100, cell.bidTicks());
    assertEquals(1, cell.bidLots());
    assertEquals(102, cell.askTicks());
    assertEquals(2, cell.askLots());
    assertEquals(101, cell.lastTicks());
    assertEquals(3, cell.tradedLots());
  }

  @Test
  void beginningANewQuoteForgetsTheOldNumbers() {
    QuoteCell cell = Sample.quote(Sample.INFY, 7, 101, 3).set(Sample.TCS, 8);

    assertEquals("QuoteCell[TCS at 8, bid 0@0, ask 0@0, last 0@0]", cell.toString());
  }

  @Test
  void copyOfAQuoteStaysWhenTheOriginalMovesOn() {
    QuoteCell cell = Sample.quote(Sample.INFY, 7, 101, 3);
    QuoteCell copy = QuoteCell.copyOf(cell);
    cell.set(Sample.TCS, 8);

    assertNotSame(cell, copy);
    assertEquals("QuoteCell[INFY at 7, bid 100@100, ask 200@102, last 3@101]", copy.toString());
    assertEquals(copy.toString(), cell.set(copy).toString());
  }

  @Test
  void barCellHoldsWhatWasSet() {
    BarCell cell =
        BarCell.of(Sample.TCS)
            .set(Sample.INFY, 10, 19)
            .prices(5, 9, 4, 6)
            .volume(70)
            .previousClose(3);

    assertSame(Sample.INFY, cell.instrument());
    assertEquals(10, cell.startNanos());
    assertEquals(19, cell.endNanos());
    assertEquals(5, cell.openTicks());
    assertEquals(9, cell.highTicks());
    assertEquals(4, cell.lowTicks());
    assertEquals(6, cell.closeTicks());
    assertEquals(70, cell.volumeLots());
    assertEquals(3, cell.previousCloseTicks());
  }

  @Test
  void copyOfABarStaysWhenTheOriginalMovesOn() {
    BarCell cell =
        BarCell.of(Sample.INFY)
            .set(Sample.INFY, 10, 19)
            .prices(5, 9, 4, 6)
            .volume(70)
            .previousClose(3);
    BarCell copy = BarCell.copyOf(cell);
    cell.set(Sample.TCS, 20, 29);

    assertEquals(
        "BarCell[TCS 20..29, open 0, high 0, low 0, close 0, volume 0, previous close 0]",
        cell.toString());
    assertEquals(
        "BarCell[INFY 10..19, open 5, high 9, low 4, close 6, volume 70, previous close 3]",
        copy.toString());
    assertEquals(copy.toString(), cell.set(copy).toString());
  }
}
