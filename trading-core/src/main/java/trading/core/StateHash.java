package trading.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import trading.api.spi.StateWriter;

/// Hashes a state's canonical snapshot: numbers as i64 little-endian, texts as length and UTF-8
/// bytes.
final class StateHash implements StateWriter {
  private final MessageDigest sha = Sha256.create();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  @Override
  public void putLong(long value) {
    number.putLong(0, value);
    sha.update(number.array());
  }

  @Override
  public void putText(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    putLong(text.length);
    sha.update(text);
  }

  String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
