package trading.client.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import trading.api.BadInputException;
import trading.api.Reason;

/// Opens a recorded file, packed by gzip or not, and names what is wrong with it.
final class ReplayFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

  private final Path path;

  ReplayFile(Path path) {
    this.path = path;
  }

  /// {@return the file's bytes, unpacked}
  InputStream open() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw bad(Files.exists(path) ? " must be a file" : " does not exist");
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    try {
      bytes.mark(GZIP_MAGIC.length);
      boolean packed = Arrays.equals(bytes.readNBytes(GZIP_MAGIC.length), GZIP_MAGIC);
      bytes.reset();
      return packed
          ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES)
          : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  BadInputException bad(String sentence) {
    return new BadInputException(Reason.BAD_DATA_FILE, name() + sentence);
  }

  BadInputException bad(String sentence, Exception cause) {
    return new BadInputException(Reason.BAD_DATA_FILE, name() + sentence, cause);
  }

  BadInputException unreadable(IOException e) {
    return bad(" cannot be read: " + e, e);
  }
}
