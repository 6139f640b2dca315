package trading.client.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import trading.api.BadInputException;

/// The rows of a LOBSTER file: numbers between commas, with or without a header.
final class LobsterRows implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final ReplayFile file;
  private final CloseableIterator<CsvRecord> records;
  private long line;

  private LobsterRows(Path path) {
    file = new ReplayFile(path);
    try {
      records =
          CsvReader.builder()
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(new InputStreamReader(file.open(), StandardCharsets.UTF_8))
              .iterator();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  static LobsterRows open(Path path) {
    return new LobsterRows(path);
  }

  /// {@return the next row, or empty at the end}
  Optional<CsvRecord> next() {
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        boolean header = line == 0 && !NUMBER.matcher(row.getField(0)).matches();
        line = row.getStartingLineNumber();
        if (!header) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      throw bad("is no valid CSV: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw file.unreadable(Objects.requireNonNull(e.getCause()));
    }
  }

  /// {@return a whole number of a row}
  long number(CsvRecord row, int column) {
    String text = row.getField(column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad("column " + (column + 1) + " must be a whole number, was \"" + text + "\"");
    }
  }

  /// {@return an exception about the row that was read last}
  BadInputException bad(String sentence) {
    return file.bad(", line " + Math.max(1, line) + ": " + sentence);
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file.name() + " cannot be closed", e);
    }
  }
}
