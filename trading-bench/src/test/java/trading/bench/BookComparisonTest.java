package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is compared does the same.
class BookComparisonTest {

  @ParameterizedTest
  @CsvSource({"C_EQUITY, 124339, 1871173", "B_DEEP, 70235, 1062895", "M_MOVES, 41011, 548539"})
  void allBooksMakeTheSameTradesAndEndAlike(OrderFlow.Kind flow, long trades, long lots) {
    Assumptions.assumeTrue(
        flow.file().isPresent(), "skipped: recorded data shared/data/flows is not there");

    BenchBook.Tape tape = BookComparison.prove(flow);

    assertEquals(trades, tape.trades);
    assertEquals(lots, tape.lots);
  }
}
