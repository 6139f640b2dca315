package trading.marketdata;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import trading.api.BadInputException;
import trading.api.Reason;

/// The rows of one bar file, read one by one; whatever goes wrong is bad input that says where.
final class CsvRows implements AutoCloseable {
  private static final int MAX_FIELDS = 100;
  private static final int MAX_FIELD_CHARS = 1_000;
  private static final int MAX_BUFFER_CHARS = 1 << 17;

  private final String file;
  private final CloseableIterator<CsvRecord> records;
  private final CsvColumns columns;
  private long line;

  private CsvRows(Path path) {
    file = DataFile.name(path);
    records = records(DataFile.open(path)).iterator();
    try {
      columns = CsvColumns.of(file, header());
    } catch (BadInputException e) {
      close();
      throw e;
    }
  }

  static CsvRows open(Path path) {
    return new CsvRows(path);
  }

  String file() {
    return file;
  }

  CsvColumns columns() {
    return columns;
  }

  Optional<CsvRow> next() {
    return record().map(fields -> new CsvRow(file, columns, fields));
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be closed", e);
    }
  }

  private List<String> header() {
    return record()
        .map(CsvRecord::getFields)
        .orElseThrow(() -> bad("is empty, must begin with a header: " + CsvLayout.headers()));
  }

  private Optional<CsvRecord> record() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      return Optional.of(next);
    } catch (CsvParseException e) {
      throw broken("no valid CSV: " + rootMessage(e), e);
    } catch (UncheckedIOException e) {
      throw broken(sentence(Objects.requireNonNull(e.getCause())), e);
    }
  }

  private static CsvReader<CsvRecord> records(Reader text) {
    CsvRecordHandler handler =
        CsvRecordHandler.of(limits ->
            limits
                .maxFields(MAX_FIELDS)
                .maxFieldSize(MAX_FIELD_CHARS)
                .maxRecordSize(MAX_FIELDS * MAX_FIELD_CHARS)
                .fieldModifier(FieldModifiers.TRIM));
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MAX_BUFFER_CHARS)
        .build(handler, text);
  }

  private static String sentence(IOException e) {
    return switch (e) {
      case CharacterCodingException _ -> "must be UTF-8 text, is not";
      case EOFException _ -> "damaged gzip data: it ends too early";
      case ZipException _ -> "damaged gzip data: " + e.getMessage();
      default -> "cannot be read: " + e.getClass().getSimpleName();
    };
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private BadInputException broken(String what, Exception cause) {
    String where = line == 0 ? "at its beginning" : "behind line " + line;
    return new BadInputException(Reason.BAD_DATA_FILE, file + ", " + where + ": " + what, cause);
  }

  private BadInputException bad(String what) {
    return new BadInputException(Reason.BAD_DATA_FILE, file + " " + what);
  }
}
