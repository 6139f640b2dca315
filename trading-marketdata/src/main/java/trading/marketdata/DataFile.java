package trading.marketdata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import trading.api.BadInputException;
import trading.api.Reason;

/// Opens a text file, packed by gzip or not, as strict UTF-8.
final class DataFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private DataFile() {}

  static Reader open(Path file) {
    String name = name(file);
    if (!Files.exists(file)) {
      throw new BadInputException(Reason.BAD_DATA_FILE, name + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new BadInputException(Reason.BAD_DATA_FILE, name + " must be a file, was a directory");
    }
    try {
      return text(Files.newInputStream(file));
    } catch (IOException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE, name + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  /// The last part of the path: a whole path would tell readers of a report about the machine.
  static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  private static Reader text(InputStream raw) throws IOException {
    try {
      InputStream bytes = new BufferedInputStream(raw, BUFFER_BYTES);
      if (startsWith(bytes, GZIP_MAGIC)) {
        bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES);
      }
      if (startsWith(bytes, BYTE_ORDER_MARK)) {
        bytes.skipNBytes(BYTE_ORDER_MARK.length);
      }
      return new InputStreamReader(
          bytes,
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean startsWith(InputStream bytes, byte[] magic) throws IOException {
    bytes.mark(magic.length);
    byte[] head = bytes.readNBytes(magic.length);
    bytes.reset();
    return Arrays.equals(head, magic);
  }
}
