package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.BadInputException;
import trading.api.Reason;

class CsvBarsBadInputTest {
  private static final String LAYOUTS =
      "NSE daily \"date,series,open,high,low,prev_close,…,close,…,volume,…\","
          + " NSE minute \"Code,Date,Open,High,Low,Close,Volume\""
          + " or plain \"date,open,high,low,close,volume\"";

  @TempDir private Path folder;

  @Test
  void badPricesAreRefused() {
    String number = "high: price of ACME must be a plain decimal number, was ";
    badField("101,", "x,", Reason.NOT_A_NUMBER, number + "\"x\"");
    badField("101,", "NaN,", Reason.NOT_A_NUMBER, number + "\"NaN\"");
    badField("101,", "1e2,", Reason.NOT_A_NUMBER, number + "\"1e2\"");
    badField("101,", ",", Reason.NOT_A_NUMBER, number + "\"\"");
    badField("101,", "null,", Reason.NOT_A_NUMBER, number + "\"null\"");
    badField("101,", "\"1,010\",", Reason.NOT_A_NUMBER, number + "\"1,010\"");
    String positive = "high: price of ACME must be positive, was ";
    badField("101,", "0,", Reason.PRICE_NOT_POSITIVE, positive + "0");
    badField("101,", "-101,", Reason.PRICE_NOT_POSITIVE, positive + "-101");
    badField(
        "101,",
        "101.01,",
        Reason.PRICE_OFF_TICK,
        "high: price of ACME must be a multiple of its tick 0.05, was 101.01");
    badField(
        "101,",
        "99999999999999,",
        Reason.PRICE_TOO_LARGE,
        "high: price of ACME must be at most 54975581388.80, was 99999999999999");
  }

  @Test
  void highsAndLowsThatContradictOpenOrCloseAreRefused() {
    badField(
        "101,",
        "100.45,",
        Reason.BAD_DATA_FILE,
        "high: must be at least open 100.5 and close 100.25, was 100.45");
    badField(
        ",100,",
        ",100.3,",
        Reason.BAD_DATA_FILE,
        "low: must be at most open 100.5 and close 100.25, was 100.3");
  }

  @Test
  void badVolumesAreRefused() {
    badField(",300", ",-1", Reason.BAD_DATA_FILE, "volume: must be at least 0, was -1");
    badField(
        ",300",
        ",many",
        Reason.NOT_A_NUMBER,
        "volume: volume of ACME must be a plain decimal number, was \"many\"");
    badField(
        ",300",
        ",1000000000000001",
        Reason.QUANTITY_TOO_LARGE,
        "volume: must be at most 1000000000000000 lots, was 1000000000000001");
  }

  @Test
  void badDatesAreRefused() {
    String date = "date: must be a date yyyy-MM-dd from 1900 to 2100, was ";
    badDate("01/02/2020", date);
    badDate("2020-02-30", date);
    badDate("9999-01-01", date);
    String minute = "date: must be a date yyyy-MM-dd HH:mm:00, was ";
    badDate("2020-01-01 24:00:00", minute);
    badDate("2020-01-01 09:15:30", minute);
    badDate("yesterday", minute);
  }

  @Test
  void wrongThousandsSeparatorsAreNoNumber() {
    String text = CsvText.DAILY.replace("\"1,010.55\"", "\"10,10.55\"");

    refused(
        Reason.NOT_A_NUMBER,
        "bars.csv, line 2, column high: price of ACME must be a plain decimal number,"
            + " was \"10,10.55\"",
        text);
  }

  @Test
  void aPreviousCloseOffTheGridIsRefused() {
    refused(
        Reason.PRICE_OFF_TICK,
        "bars.csv, line 2, column prev_close: price of ACME must be a multiple of its tick 0.05,"
            + " was 999.97",
        CsvText.DAILY.replace("999.95", "999.97"));
    refused(
        Reason.PRICE_NOT_POSITIVE,
        "bars.csv, line 2, column prev_close: price of ACME must be positive, was -1",
        CsvText.DAILY.replace("999.95", "-1"));
  }

  @Test
  void anotherCodeIsRefused() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3, column Code: must be the symbol ACME, was \"OTHER\"",
        CsvText.MINUTE.replace("ACME,2020-01-01 09:16", "OTHER,2020-01-01 09:16"));
  }

  @Test
  void datesMustAscend() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3, column date: must differ from the rows before, was again 2020-01-01",
        CsvText.PLAIN.replace("2020-01-02", "2020-01-01"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3, column date: must be after 2020-01-01, a row before, was 2019-12-31",
        CsvText.PLAIN.replace("2020-01-02", "2019-12-31"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3, column Date: must differ from the rows before,"
            + " was again 2020-01-01 09:15:00",
        CsvText.MINUTE.replace("09:16", "09:15"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 4, column Date: must be after 2020-01-01, a row before, was 2019-12-31",
        CsvText.MINUTE.replace("2020-01-02", "2019-12-31"));
  }

  @Test
  void daysAndMinutesDoNotMix() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3, column date: must be a date yyyy-MM-dd from 1900 to 2100,"
            + " was \"2020-01-02 09:15:00\"",
        CsvText.PLAIN.replace("2020-01-02", "2020-01-02 09:15:00"));
  }

  @Test
  void raggedRowsAreRefused() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3: a row must have 6 fields as the header, had 5",
        CsvText.PLAIN.replace("102,101,102,50", "102,101,102"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 3: a row must have 6 fields as the header, had 7",
        CsvText.PLAIN.replace("102,101,102,50", "102,101,102,50,"));
  }

  @Test
  void anUnknownHeaderSaysTheThreeLayouts() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must be " + LAYOUTS + ", was \"a,b,c\"",
        "a,b,c\n1,2,3\n");
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must be " + LAYOUTS + ", was \"2020-01-01,1,1,1,1,1\"",
        "2020-01-01,1,1,1,1,1\n");
  }

  @Test
  void aMissingOrDoubledColumnIsNamed() {
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must have a column volume, has \"date,open,high,low,close,vol\"",
        CsvText.PLAIN.replace("volume", "vol"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must have one column close,"
            + " has \"date,open,high,low,close,close\"",
        CsvText.PLAIN.replace("volume", "close"));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must have a column date, has \"Code,Open,High,Low,Close,Volume\"",
        CsvText.MINUTE.replace("Date,", ""));
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv, line 1: header must have a column prev_close, has \"date,series,open,high,low,"
            + "last,ltp,close,vwap,52wh,52wl,volume,value,no_of_trades\"",
        CsvText.DAILY.replace("prev_close", "last"));
  }

  @Test
  void filesWithoutBarsAreRefused() {
    String empty = "bars.csv is empty, must begin with a header: " + LAYOUTS;
    refused(Reason.BAD_DATA_FILE, empty, "");
    refused(Reason.BAD_DATA_FILE, empty, "\n\n");
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv must have at least 1 row with prices, had 0",
        CsvText.PLAIN_HEADER);
    refused(
        Reason.BAD_DATA_FILE,
        "bars.csv must have at least 1 row with prices, had 0",
        CsvText.PLAIN_HEADER + "2020-01-01,null,null,null,null,null\n");
  }

  @Test
  void missingFilesAndFoldersAreRefused() {
    Sample.assertRefused(
        Reason.BAD_DATA_FILE,
        "absent.csv does not exist",
        () -> CsvBars.open(folder.resolve("absent.csv"), CsvText.ACME));
    Path inner = folder.resolve("inner");
    assertTrue(inner.toFile().mkdir());
    Sample.assertRefused(
        Reason.BAD_DATA_FILE,
        "inner must be a file, was a directory",
        () -> CsvBars.open(inner, CsvText.ACME));
  }

  @Test
  void damagedGzipIsRefused() {
    byte[] packed = CsvText.gzip(CsvText.PLAIN.getBytes(StandardCharsets.UTF_8));
    byte[] bent = packed.clone();
    bent[packed.length - 6] ^= 1;

    damaged("bars.csv, at its beginning: damaged gzip data", Arrays.copyOf(packed, 40));
    damaged("bars.csv", Arrays.copyOf(packed, packed.length - 1));
    damaged("bars.csv", Arrays.copyOf(packed, 5));
    damaged("bars.csv", bent);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    byte[] latin = CsvText.PLAIN.replace("50\n", "5é\n").getBytes(StandardCharsets.ISO_8859_1);

    damaged("bars.csv, at its beginning: must be UTF-8 text, is not", latin);
  }

  @Test
  void quotesThatNeverCloseAreRefused() {
    damaged(
        "bars.csv, behind line 1: no valid CSV: ",
        (CsvText.PLAIN_HEADER + "\"2020-01-01,1,1,1,1,1\n").getBytes(StandardCharsets.UTF_8));
    damaged(
        "bars.csv, behind line 1: no valid CSV: ",
        (CsvText.PLAIN_HEADER + "\"" + "1,".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
    damaged(
        "bars.csv, at its beginning: no valid CSV: ",
        "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void binaryGarbageIsRefused() {
    for (long seed = 0; seed < 200; seed++) {
      byte[] garbage = new byte[5_000];
      new Random(seed).nextBytes(garbage);
      Path file = CsvText.write(folder, "bars.csv", garbage);
      BadInputException thrown =
          assertThrows(BadInputException.class, () -> load(file), "seed " + seed);
      assertEquals(Reason.BAD_DATA_FILE, thrown.reason(), "seed " + seed);
    }
  }

  @Test
  void aFailedFeedKeepsFailing() {
    Path file = CsvText.write(folder, "bars.csv", CsvText.PLAIN.replace("2020-01-02", "x"));
    try (CsvBars bars = CsvBars.open(file, CsvText.ACME)) {
      Recorder recorder = new Recorder();
      BadInputException first = assertThrows(BadInputException.class, () -> Recorder.drain(bars));

      assertSame(first, assertThrows(BadInputException.class, () -> bars.next(recorder)));
    }
  }

  private void refused(Reason reason, String sentence, String text) {
    Path file = CsvText.write(folder, "bars.csv", text);
    Sample.assertRefused(reason, sentence, () -> load(file));
  }

  private void damaged(String beginning, byte[] bytes) {
    Path file = CsvText.write(folder, "bars.csv", bytes);
    BadInputException thrown = assertThrows(BadInputException.class, () -> load(file));
    assertTrue(thrown.getMessage().startsWith(beginning), thrown.getMessage());
    assertEquals(Reason.BAD_DATA_FILE, thrown.reason());
  }

  private static void load(Path file) {
    try (CsvBars bars = CsvBars.open(file, CsvText.ACME)) {
      Recorder.drain(bars);
    }
  }

  private void badDate(String date, String sentence) {
    badField("2020-01-01", date, Reason.BAD_DATA_FILE, sentence + '"' + date + '"');
  }

  private void badField(String good, String bad, Reason reason, String sentence) {
    String row = "2020-01-01,100.5,101,100,100.25,300\n";
    assertTrue(row.contains(good), good);
    String text = CsvText.PLAIN_HEADER + row.replace(good, bad);
    refused(reason, "bars.csv, line 2, column " + sentence, text);
  }
}
