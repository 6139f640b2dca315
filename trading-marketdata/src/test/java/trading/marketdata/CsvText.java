package trading.marketdata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import trading.api.Instrument;

/// Small bar files, made up, in all three layouts.
final class CsvText {
  static final Instrument ACME = Instrument.of("ACME", "INR", "0.05", "1");
  static final String DAILY_HEADER =
      "date,series,open,high,low,prev_close,ltp,close,vwap,52wh,52wl,volume,value,no_of_trades\n";
  static final String DAILY =
      DAILY_HEADER
          + "2020-01-01,EQ,\"1,000.00\",\"1,010.55\",990.05,999.95,\"1,001.00\",\"1,002.10\","
          + "\"1,001.11\",\"2,000.00\",500.5,12345,\"12,358,703.95\",77\n"
          + "2020-01-02,EQ,\"1,003.00\",\"1,003.00\",980.00,\"1,002.10\",981.00,981.25,"
          + "990.10,\"2,000.00\",500.5,54321,\"53,783,222.10\",88\n";
  static final String MINUTE_HEADER = "Code,Date,Open,High,Low,Close,Volume\n";
  static final String MINUTE =
      MINUTE_HEADER
          + "ACME,2020-01-01 09:15:00, 100.5, 101, 100, 100.25, 300\n"
          + "ACME,2020-01-01 09:16:00, 100.25, 100.25, 99.95, 100, 0\n"
          + "ACME,2020-01-02 09:15:00, 101, 102, 101, 102, 50\n";
  static final String PLAIN_HEADER = "date,open,high,low,close,volume\n";
  static final String PLAIN =
      PLAIN_HEADER + "2020-01-01,100.5,101,100,100.25,300\n2020-01-02,101,102,101,102,50\n";

  private CsvText() {}

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
