package trading.marketdata;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;

/// Bars of one instrument from a CSV file, packed by gzip or not, read as they are asked for.
///
/// The header says which of three layouts it is; names are matched without regard to case, further
/// columns are ignored, blanks around a field too.
///
/// - NSE daily, `date,series,open,high,low,prev_close,…,close,…,volume,…`: numbers may have
///   thousands separators; a bar lasts from 09:15 to 15:30 in Asia/Kolkata and states its previous
///   close.
/// - NSE minute, `Code,Date,Open,High,Low,Close,Volume`: `yyyy-MM-dd HH:mm:00` in Asia/Kolkata, one
///   minute; the code must be the instrument's symbol.
/// - Plain, `date,open,high,low,close,volume`; a first column without a name is the date unless
///   another one is. `yyyy-MM-dd` is the whole day, `yyyy-MM-dd HH:mm:00` one minute, both in UTC.
///
/// Days must ascend and no bar may stand twice. Minutes that stand behind later ones of their own
/// day are put in their place, rows whose four prices are all `null` are skipped; both are
/// [#warnings]. Volumes are rounded down to whole lots and may be 0.
///
/// Anything else that is wrong is a [BadInputException] with `BAD_DATA_FILE` or the number's own
/// code; it names the file, the line, the column, the value and the bound, and every later call
/// throws it again. Not for several threads.
public final class CsvBars implements Feed {
  private final CsvRows rows;
  private final Instrument instrument;
  private final BarTimes times;
  private final BarCell read;
  private final DayBars day;
  private final RowCount priceless = new RowCount("rows without prices (all null) skipped");
  private final RowCount late = new RowCount("rows behind later ones of their day put in place");
  private LocalDate date = LocalDate.MIN;
  private LocalDate readDate = LocalDate.MIN;
  private boolean waiting;
  private boolean any;
  private boolean closed;
  private @Nullable BadInputException failure;

  private CsvBars(CsvRows rows, Instrument instrument) {
    this.rows = rows;
    this.instrument = instrument;
    this.times = new BarTimes(rows.columns());
    this.read = BarCell.of(instrument);
    this.day = new DayBars(instrument);
  }

  /// {@return the bars of a file, at its first; the header is read}
  ///
  /// @param file the file, packed by gzip when it begins with gzip's magic number
  /// @param instrument whose bars they are: its tick and lot make integers of decimals
  /// @throws BadInputException (`BAD_DATA_FILE`) when the file is missing, a directory, empty or
  ///   damaged, or the header is none of the three
  public static CsvBars open(Path file, Instrument instrument) {
    Objects.requireNonNull(instrument, "instrument");
    return new CsvBars(CsvRows.open(file), instrument);
  }

  /// {@return where the trading days of the layout are: Asia/Kolkata or UTC}
  public ZoneId zone() {
    return rows.columns().layout().zone();
  }

  /// {@return what was odd in the rows read so far, one line per kind with counts; empty if
  /// nothing}
  public List<String> warnings() {
    return Stream.of(priceless, late)
        .map(count -> count.warning(rows.file()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Hands out the next bar.
  ///
  /// @throws BadInputException when a row cannot be read or contradicts itself or the rows before,
  ///   or when the file ends without any bar
  @Override
  public boolean next(FeedSink sink) {
    if (closed) {
      return false;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      if (day.isEmpty() && !readDay()) {
        return false;
      }
    } catch (BadInputException e) {
      failure = e;
      throw e;
    }
    sink.onBar(day.poll());
    return true;
  }

  /// Closes the file; from now on there are no bars.
  @Override
  public void close() {
    closed = true;
    rows.close();
  }

  private boolean readDay() {
    day.clear();
    if (waiting) {
      waiting = false;
      date = readDate;
      day.add(read);
    }
    while (!waiting) {
      Optional<CsvRow> row = rows.next();
      if (row.isEmpty()) {
        requireAny();
        break;
      }
      take(row.get());
    }
    return !day.isEmpty();
  }

  private void take(CsvRow row) {
    times.read(row);
    requireCode(row);
    if (row.hasNoPrices()) {
      priceless.add(row.line());
      return;
    }
    readBar(row);
    readDate = times.day();
    if (!any || readDate.equals(date)) {
      addToDay(row);
    } else if (readDate.isAfter(date)) {
      waiting = true;
    } else {
      throw row.bad(
          rows.columns().date(), "must be after " + date + ", a row before, was " + readDate);
    }
  }

  private void addToDay(CsvRow row) {
    if (day.contains(read.startNanos())) {
      String text = row.text(rows.columns().date());
      throw row.bad(rows.columns().date(), "must differ from the rows before, was again " + text);
    }
    any = true;
    date = readDate;
    if (day.add(read)) {
      late.add(row.line());
    }
  }

  private void readBar(CsvRow row) {
    CsvColumns columns = rows.columns();
    long open = row.ticks(columns.open(), instrument);
    long high = row.ticks(columns.high(), instrument);
    long low = row.ticks(columns.low(), instrument);
    long close = row.ticks(columns.close(), instrument);
    requireRange(row, columns.high(), high >= Math.max(open, close), "at least");
    requireRange(row, columns.low(), low <= Math.min(open, close), "at most");
    read.set(instrument, times.startNanos(), times.endNanos())
        .prices(open, high, low, close)
        .volume(row.lots(columns.volume(), instrument));
    if (columns.previousClose() != CsvColumns.NONE) {
      read.previousClose(row.ticksOrZero(columns.previousClose(), instrument));
    }
  }

  private void requireRange(CsvRow row, int column, boolean holds, String bound) {
    if (!holds) {
      String open = row.text(rows.columns().open());
      String close = row.text(rows.columns().close());
      String sentence = " open " + open + " and close " + close + ", was " + row.text(column);
      throw row.bad(column, "must be " + bound + sentence);
    }
  }

  private void requireCode(CsvRow row) {
    int column = rows.columns().code();
    if (column != CsvColumns.NONE && !row.text(column).equals(instrument.symbol())) {
      String was = ", was " + CsvRow.quoted(row.text(column));
      throw row.bad(column, "must be the symbol " + instrument.symbol() + was);
    }
  }

  private void requireAny() {
    if (!any) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE, rows.file() + " must have at least 1 row with prices, had 0");
    }
  }
}
