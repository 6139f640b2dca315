package trading.marketdata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Turns the date of a row into the first and last nanosecond of its bar.
final class BarTimes {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;
  private static final LocalTime NSE_OPEN = LocalTime.of(9, 15);
  private static final LocalTime NSE_CLOSE = LocalTime.of(15, 30);
  private static final int MIN_YEAR = 1900;
  private static final int MAX_YEAR = 2100;
  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private final CsvColumns columns;
  private final ZoneId zone;
  private Form form;
  private LocalDate day = LocalDate.EPOCH;
  private long startNanos;
  private long endNanos;

  BarTimes(CsvColumns columns) {
    this.columns = columns;
    this.zone = columns.layout().zone();
    this.form =
        switch (columns.layout()) {
          case NSE_DAILY -> Form.DATE;
          case NSE_MINUTE -> Form.MINUTE;
          case PLAIN -> Form.AS_FIRST_ROW;
        };
  }

  void read(CsvRow row) {
    String text = row.text(columns.date());
    if (form == Form.AS_FIRST_ROW) {
      form = text.length() == DATE_LENGTH ? Form.DATE : Form.MINUTE;
    }
    try {
      if (form == Form.DATE) {
        readDate(text);
      } else {
        readMinute(text);
      }
    } catch (DateTimeException _) {
      throw row.bad(
          columns.date(), "must be a date " + form.pattern + ", was " + CsvRow.quoted(text));
    }
  }

  LocalDate day() {
    return day;
  }

  long startNanos() {
    return startNanos;
  }

  long endNanos() {
    return endNanos;
  }

  private void readDate(String text) {
    day = date(text);
    if (columns.layout() == CsvLayout.NSE_DAILY) {
      startNanos = nanos(day, NSE_OPEN);
      endNanos = nanos(day, NSE_CLOSE) - 1;
    } else {
      startNanos = nanos(day, LocalTime.MIDNIGHT);
      endNanos = nanos(day.plusDays(1), LocalTime.MIDNIGHT) - 1;
    }
  }

  private void readMinute(String text) {
    if (text.length() != Form.MINUTE.pattern.length() || text.charAt(DATE_LENGTH) != ' ') {
      throw new DateTimeException(text);
    }
    day = date(text.substring(0, DATE_LENGTH));
    LocalTime time = LocalTime.parse(text.substring(DATE_LENGTH + 1));
    if (time.getSecond() != 0) {
      throw new DateTimeException(text);
    }
    startNanos = nanos(day, time);
    endNanos = startNanos + NANOS_PER_MINUTE - 1;
  }

  private long nanos(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toEpochSecond() * NANOS_PER_SECOND;
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < MIN_YEAR || date.getYear() > MAX_YEAR) {
      throw new DateTimeException(text);
    }
    return date;
  }

  /// How the dates of one file are written; a file does not mix them.
  private enum Form {
    DATE("yyyy-MM-dd from 1900 to 2100"),
    MINUTE("yyyy-MM-dd HH:mm:00"),
    AS_FIRST_ROW("");

    private final String pattern;

    Form(String pattern) {
      this.pattern = pattern;
    }
  }
}
