package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.Instrument;

class CsvBarsTest {
  private static final List<String> PLAIN_BARS =
      List.of(
          bar("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z", 2010, 2020, 2000, 2005, 300, 0),
          bar("2020-01-02T00:00:00Z", "2020-01-03T00:00:00Z", 2020, 2040, 2020, 2040, 50, 0));

  @TempDir private Path folder;

  @Test
  void nseDailyBarsLastFromOpenToCloseInKolkata() {
    try (CsvBars bars = open(CsvText.DAILY)) {
      assertEquals(
          List.of(
              bar(
                  "2020-01-01T03:45:00Z",
                  "2020-01-01T10:00:00Z",
                  20_000,
                  20_211,
                  19_801,
                  20_042,
                  12_345,
                  19_999),
              bar(
                  "2020-01-02T03:45:00Z",
                  "2020-01-02T10:00:00Z",
                  20_060,
                  20_060,
                  19_600,
                  19_625,
                  54_321,
                  20_042)),
          Recorder.drain(bars).barLines());
      assertEquals(ZoneId.of("Asia/Kolkata"), bars.zone());
      assertEquals(List.of(), bars.warnings());
    }
  }

  @Test
  void nseMinuteBarsLastOneMinuteInKolkata() {
    try (CsvBars bars = open(CsvText.MINUTE)) {
      assertEquals(
          List.of(
              bar("2020-01-01T03:45:00Z", "2020-01-01T03:46:00Z", 2010, 2020, 2000, 2005, 300, 0),
              bar("2020-01-01T03:46:00Z", "2020-01-01T03:47:00Z", 2005, 2005, 1999, 2000, 0, 0),
              bar("2020-01-02T03:45:00Z", "2020-01-02T03:46:00Z", 2020, 2040, 2020, 2040, 50, 0)),
          Recorder.drain(bars).barLines());
      assertEquals(ZoneId.of("Asia/Kolkata"), bars.zone());
    }
  }

  @Test
  void plainDailyBarsLastTheWholeDayInUtc() {
    try (CsvBars bars = open(CsvText.PLAIN)) {
      assertEquals(PLAIN_BARS, Recorder.drain(bars).barLines());
      assertEquals(ZoneOffset.UTC, bars.zone());
    }
  }

  @Test
  void plainMinuteBarsLastOneMinuteInUtc() {
    String text = CsvText.PLAIN_HEADER + "2020-01-01 23:59:00,100.5,101,100,100.25,300\n";

    assertEquals(
        List.of(
            bar("2020-01-01T23:59:00Z", "2020-01-02T00:00:00Z", 2010, 2020, 2000, 2005, 300, 0)),
        drain(text));
  }

  @Test
  void aFirstColumnWithoutANameIsTheDate() {
    String text = CsvText.PLAIN.replace("date,open", ",Open").replace("close", "CLOSE");

    assertEquals(PLAIN_BARS, drain(text));
  }

  @Test
  void anAddedIndexAndAdjustedPricesAreIgnored() {
    String text =
        """
        ,Date,Open,High,Low,Close,Adj Close,Volume
        0,2020-01-01,100.5,101,100,100.25,nonsense,300
        1,2020-01-02,101,102,101,102,,50
        """;

    assertEquals(PLAIN_BARS, drain(text));
  }

  @Test
  void lineEndsBlankLinesAndAByteOrderMarkDoNotMatter() {
    String windows = "\uFEFF" + CsvText.PLAIN.replace("\n", "\r\n") + "\r\n";

    assertEquals(PLAIN_BARS, drain(windows));
    assertEquals(PLAIN_BARS, drain(CsvText.PLAIN.strip()));
    assertEquals(PLAIN_BARS, drain("\uFEFF\"date\"" + CsvText.PLAIN.substring(4)));
  }

  @Test
  void gzipIsToldByItsMagicNumberNotByTheName() {
    byte[] packed = CsvText.gzip(CsvText.PLAIN.getBytes(StandardCharsets.UTF_8));
    Path file = CsvText.write(folder, "bars.csv", packed);

    try (CsvBars bars = CsvBars.open(file, CsvText.ACME)) {
      assertEquals(PLAIN_BARS, Recorder.drain(bars).barLines());
    }
  }

  @Test
  void volumesAreRoundedDownToLotsAndMayBeZero() {
    Instrument tens = Instrument.of("TENS", "INR", "0.05", "10");
    String text = CsvText.PLAIN_HEADER + "2020-01-01,1,1,1,1,109.75\n2020-01-02,1,1,1,1,0\n";
    Path file = CsvText.write(folder, "bars.csv", text);

    try (CsvBars bars = CsvBars.open(file, tens)) {
      List<Long> lots = Recorder.drain(bars).bars.stream().map(BarCell::volumeLots).toList();
      assertEquals(List.of(10L, 0L), lots);
    }
  }

  @Test
  void aPreviousCloseOfZeroIsNone() {
    String text = CsvText.DAILY.replace("999.95", "0.00");

    try (CsvBars bars = open(text)) {
      assertEquals(0, Recorder.drain(bars).bars.getFirst().previousCloseTicks());
    }
  }

  @Test
  void rowsWithoutPricesAreSkippedAndReported() {
    String gap = "2019-12-31,null,null,null,null,null\n";
    String text = CsvText.PLAIN.replace("volume\n", "volume\n" + gap);

    try (CsvBars bars = open(text)) {
      assertEquals(PLAIN_BARS, Recorder.drain(bars).barLines());
      assertEquals(
          List.of("bars.csv: rows without prices (all null) skipped: 1, in line 2"),
          bars.warnings());
    }
    try (CsvBars bars = open(text + gap.replace("2019-12-31", "2020-01-03"))) {
      assertEquals(PLAIN_BARS, Recorder.drain(bars).barLines());
      assertEquals(
          List.of(
              "bars.csv: rows without prices (all null) skipped: 2, the first in line 2,"
                  + " the last in line 5"),
          bars.warnings());
    }
  }

  @Test
  void minutesBehindLaterOnesOfTheirDayArePutInPlaceAndReported() {
    String[] lines = CsvText.MINUTE.split("\n", -1);
    String swapped = String.join("\n", lines[0], lines[2], lines[1], lines[3], "");
    List<String> inOrder = drain(CsvText.MINUTE);

    try (CsvBars bars = open(swapped)) {
      assertEquals(inOrder, Recorder.drain(bars).barLines());
      assertEquals(
          List.of("bars.csv: rows behind later ones of their day put in place: 1, in line 3"),
          bars.warnings());
    }
  }

  @Test
  void anyOrderWithinADayGivesTheSameBars() {
    long seed = 20_200_101;
    StringBuilder text = new StringBuilder(CsvText.PLAIN_HEADER);
    for (int day = 1; day <= 3; day++) {
      List<String> rows = new ArrayList<>();
      for (int minute = 0; minute < 60; minute++) {
        String time = String.format(Locale.ROOT, "2020-01-%02d 10:%02d:00", day, minute);
        rows.add(time + ",1,1,1,1," + minute + "\n");
      }
      Collections.shuffle(rows, new Random(seed));
      rows.forEach(text::append);
    }

    try (CsvBars bars = open(text.toString())) {
      List<BarCell> got = Recorder.drain(bars).bars;
      assertEquals(180, got.size(), "seed " + seed);
      for (int i = 0; i < got.size(); i++) {
        assertEquals(i % 60, got.get(i).volumeLots(), "seed " + seed + ", bar " + i);
      }
    }
  }

  @Test
  void neitherLocaleNorDefaultZoneMatter() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> expected = drain(CsvText.DAILY);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

      assertEquals(expected, drain(CsvText.DAILY));
      assertEquals(PLAIN_BARS, drain(CsvText.PLAIN.replace("high", "HIGH")));
      assertEquals(drain(CsvText.MINUTE), drain(CsvText.MINUTE.replace("High", "HIGH")));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void afterItsEndTheFeedStaysAtItsEnd() {
    try (CsvBars bars = open(CsvText.PLAIN)) {
      Recorder recorder = Recorder.drain(bars);

      assertFalse(bars.next(recorder));
      assertEquals(2, recorder.bars.size());
    }
  }

  @Test
  void aClosedFeedHasNoBars() {
    CsvBars bars = open(CsvText.PLAIN);
    Recorder recorder = new Recorder();
    assertTrue(bars.next(recorder));
    bars.close();
    bars.close();

    assertFalse(bars.next(recorder));
  }

  private CsvBars open(String text) {
    return CsvBars.open(CsvText.write(folder, "bars.csv", text), CsvText.ACME);
  }

  private List<String> drain(String text) {
    try (CsvBars bars = open(text)) {
      return Recorder.drain(bars).barLines();
    }
  }

  private static String bar(
      String start,
      String end,
      long open,
      long high,
      long low,
      long close,
      long volume,
      long prev) {
    return BarCell.of(CsvText.ACME)
        .set(CsvText.ACME, Sample.nanos(start), Sample.nanos(end) - 1)
        .prices(open, high, low, close)
        .volume(volume)
        .previousClose(prev)
        .toString();
  }
}
