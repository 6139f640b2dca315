package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;

class RealBarFilesTest {

  @ParameterizedTest
  @CsvSource({
    "RELIANCE, 886.30, 887.90, 2373.00, 2368.15",
    "TCS, 2567.00, 2545.55, 3742.80, 3738.35",
    "INFY, 1968.95, 1974.40, 1890.00, 1887.75"
  })
  void nseDailyFilesLoadCompletely(
      String symbol, String firstOpen, String firstClose, String lastOpen, String lastClose) {
    Instrument instrument = Instrument.of(symbol, "INR", "0.05", "1");
    try (CsvBars bars = open("nse/daily/" + symbol + ".csv.gz", instrument)) {
      List<BarCell> all = Recorder.drain(bars).bars;

      assertEquals(1_734, all.size());
      assertEquals(Sample.nanos("2015-01-01T03:45:00Z"), all.getFirst().startNanos());
      assertEquals(instrument.ticks(firstOpen), all.getFirst().openTicks());
      assertEquals(instrument.ticks(firstClose), all.getFirst().closeTicks());
      assertEquals(Sample.nanos("2021-12-31T10:00:00Z") - 1, all.getLast().endNanos());
      assertEquals(instrument.ticks(lastOpen), all.getLast().openTicks());
      assertEquals(instrument.ticks(lastClose), all.getLast().closeTicks());
      assertEquals(List.of(), bars.warnings());
      for (int i = 1; i < all.size(); i++) {
        assertEquals(all.get(i - 1).closeTicks(), all.get(i).previousCloseTicks(), "row " + i);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RELIANCE, 57006, 6664, 9, 25, 5149",
    "TCS, 41486, 27415, 9, 237, 6558",
    "INFY, 527702, 12437, 13, 5, 5165"
  })
  void nseMinuteFilesLoadCompletelyAndInOrder(
      String symbol, long firstLots, long lastLots, int late, int firstLine, int lastLine) {
    Instrument instrument = Instrument.of(symbol, "INR", "0.05", "1");
    String file = symbol + ".csv.gz";
    try (CsvBars bars = open("nse/minute/" + file, instrument)) {
      List<BarCell> all = Recorder.drain(bars).bars;

      assertEquals(18 * 375, all.size());
      assertEquals(Sample.nanos("2016-08-16T03:45:00Z"), all.getFirst().startNanos());
      assertEquals(firstLots, all.getFirst().volumeLots());
      assertEquals(Sample.nanos("2016-09-09T10:00:00Z") - 1, all.getLast().endNanos());
      assertEquals(lastLots, all.getLast().volumeLots());
      assertEquals(
          List.of(
              file
                  + ": rows behind later ones of their day put in place: "
                  + late
                  + ", the first in line "
                  + firstLine
                  + ", the last in line "
                  + lastLine),
          bars.warnings());
      assertEveryDayHasItsMinutes(all);
    }
  }

  @Test
  void googleLoadsCompletely() {
    Instrument instrument = Instrument.of("GOOG", "USD", "0.01", "1");
    try (CsvBars bars = open("backtest/GOOG.csv", instrument)) {
      List<BarCell> all = Recorder.drain(bars).bars;

      assertEquals(2_148, all.size());
      assertEquals(Sample.nanos("2004-08-19T00:00:00Z"), all.getFirst().startNanos());
      assertEquals(10_034, all.getFirst().closeTicks());
      assertEquals(22_351_900, all.getFirst().volumeLots());
      assertEquals(Sample.nanos("2013-03-02T00:00:00Z") - 1, all.getLast().endNanos());
      assertEquals(List.of(), bars.warnings());
    }
  }

  @Test
  void anIndexWithGapsLoadsOnAFineGrid() {
    Instrument instrument = Instrument.of("NIFTY50", "INR", "0.000001", "1");
    try (CsvBars bars = open("nse/NIFTY50_daily_yahoo_2007_2022.csv", instrument)) {
      assertEquals(3_703 - 30, Recorder.drain(bars).bars.size());
      assertEquals(1, bars.warnings().size());
      assertTrue(
          bars.warnings()
              .getFirst()
              .startsWith(
                  "NIFTY50_daily_yahoo_2007_2022.csv: rows without prices (all null) skipped: 30,"),
          bars.warnings()::getFirst);
    }
  }

  @Test
  void anIndexOffItsGridIsRefused() {
    Instrument instrument = Instrument.of("NIFTY50", "INR", "0.05", "1");
    try (CsvBars bars = open("nse/NIFTY50_daily_yahoo_2007_2022.csv", instrument)) {
      BadInputException thrown = assertThrows(BadInputException.class, () -> Recorder.drain(bars));

      assertEquals(Reason.PRICE_OFF_TICK, thrown.reason());
      assertTrue(
          thrown
              .getMessage()
              .startsWith("NIFTY50_daily_yahoo_2007_2022.csv, line 2, column Open: "),
          thrown.getMessage());
    }
  }

  private static void assertEveryDayHasItsMinutes(List<BarCell> all) {
    long minute = 60 * Sample.SECOND;
    for (int i = 1; i < all.size(); i++) {
      long step = all.get(i).startNanos() - all.get(i - 1).startNanos();
      assertTrue(i % 375 == 0 ? step > minute : step == minute, "bar " + i);
    }
  }

  private static CsvBars open(String file, Instrument instrument) {
    List<Path> found = new ArrayList<>();
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path data = folder.resolve("shared").resolve("data").resolve(file);
      if (Files.isRegularFile(data)) {
        found.add(data);
      }
      folder = folder.getParent();
    }
    assumeTrue(!found.isEmpty(), "skipped: no shared/data/" + file + " beside the repository");
    return CsvBars.open(found.getFirst(), instrument);
  }
}
