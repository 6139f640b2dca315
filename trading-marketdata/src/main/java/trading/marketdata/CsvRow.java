package trading.marketdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;

/// One row of a bar file: its texts, its numbers, and errors that say where they stand.
///
/// @param file the file's name
/// @param columns where the columns stand
/// @param fields the texts
record CsvRow(String file, CsvColumns columns, CsvRecord fields) {
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final BigDecimal MAX_LOTS = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final int MAX_SHOWN = 120;

  /// Checks that the row has as many fields as the header.
  CsvRow {
    int expected = columns.names().size();
    int actual = fields.getFieldCount();
    if (actual != expected) {
      String sentence = ": a row must have " + expected + " fields as the header, had " + actual;
      throw new BadInputException(Reason.BAD_DATA_FILE, at(file, fields) + sentence);
    }
  }

  String text(int column) {
    return fields.getField(column);
  }

  long line() {
    return fields.getStartingLineNumber();
  }

  boolean hasNoPrices() {
    return isNull(columns.open())
        && isNull(columns.high())
        && isNull(columns.low())
        && isNull(columns.close());
  }

  long ticks(int column, Instrument instrument) {
    try {
      return instrument.ticks(number(column));
    } catch (BadInputException e) {
      throw located(column, e);
    }
  }

  /// The close before, or 0 where the source says 0: it has none.
  long ticksOrZero(int column, Instrument instrument) {
    try {
      BigDecimal price = Instrument.decimal("price of " + instrument.symbol(), number(column));
      return price.signum() == 0 ? 0 : instrument.ticks(price);
    } catch (BadInputException e) {
      throw located(column, e);
    }
  }

  /// Whole lots, rounded down: what an index or another source counts need not be a multiple.
  long lots(int column, Instrument instrument) {
    BigDecimal quantity;
    try {
      quantity = Instrument.decimal("volume of " + instrument.symbol(), number(column));
    } catch (BadInputException e) {
      throw located(column, e);
    }
    if (quantity.signum() < 0) {
      throw bad(column, "must be at least 0, was " + quantity.toPlainString());
    }
    BigDecimal lots = quantity.divideToIntegralValue(instrument.lot());
    if (lots.compareTo(MAX_LOTS) > 0) {
      String sentence = "must be at most " + MAX_LOTS + " lots, was " + lots.toPlainString();
      throw new BadInputException(Reason.QUANTITY_TOO_LARGE, where(column) + sentence);
    }
    return lots.longValueExact();
  }

  BadInputException bad(int column, String sentence) {
    return new BadInputException(Reason.BAD_DATA_FILE, where(column) + sentence);
  }

  static String quoted(String text) {
    String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    return '"' + printable(shown) + '"';
  }

  private boolean isNull(int column) {
    return text(column).equals("null");
  }

  private String number(int column) {
    String text = text(column);
    boolean separated =
        columns.layout() == CsvLayout.NSE_DAILY
            && text.length() <= MAX_SHOWN
            && THOUSANDS.matcher(text).matches();
    return separated ? text.replace(",", "") : text;
  }

  private BadInputException located(int column, BadInputException e) {
    return new BadInputException(e.reason(), where(column) + e.getMessage(), e);
  }

  private String where(int column) {
    String name = columns.name(column);
    return at(file, fields) + ", column " + (name.isEmpty() ? column + 1 : name) + ": ";
  }

  private static String at(String file, CsvRecord fields) {
    return file + ", line " + fields.getStartingLineNumber();
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '·' : c));
    return shown.toString();
  }
}
