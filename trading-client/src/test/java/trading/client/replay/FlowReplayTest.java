package trading.client.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.SharedData;

class FlowReplayTest {
  private static final int RECORD_BYTES = 20;

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "c-equity, FAST, 503000, 124339, 1871173, 2131, 22336, 21218,"
        + " 3cd7e08dfb355cd9297d2c158561a14054d32fab4111ff4cb41f07df75db0cb8",
    "c-equity, NAIVE, 503000, 124339, 1871173, 2131, 22336, 21218,"
        + " 3cd7e08dfb355cd9297d2c158561a14054d32fab4111ff4cb41f07df75db0cb8",
    "b-deep, FAST, 600000, 70235, 1062895, 97997, 1013585, 991562,"
        + " 5369369d0ae9b82ab8bd50fa9bc139b242ba6d5d6514961fd7a655aa1391a5e2",
    "b-deep, NAIVE, 600000, 70235, 1062895, 97997, 1013585, 991562,"
        + " 5369369d0ae9b82ab8bd50fa9bc139b242ba6d5d6514961fd7a655aa1391a5e2",
    "m-moves, FAST, 501000, 41011, 548539, 982, 8796, 8218,"
        + " 0419040385360546f7f92b719408b5d8d1f31bcd44a22fd09e8f91f5a5b8d3b3",
    "m-moves, NAIVE, 501000, 41011, 548539, 982, 8796, 8218,"
        + " 0419040385360546f7f92b719408b5d8d1f31bcd44a22fd09e8f91f5a5b8d3b3",
  })
  void theFlowsGiveWhatAPlainReferenceBookGave(
      String flow,
      ReplayBook book,
      long commands,
      long trades,
      long quantity,
      long orders,
      long bidLots,
      long askLots,
      String sha256) {
    Path file = SharedData.file("flows/" + flow + ".bin.gz");

    assertEquals(
        new FlowReplay.Result(commands, 0, trades, quantity, orders, bidLots, askLots, sha256),
        FlowReplay.run(file, book));
  }

  @ParameterizedTest
  @CsvSource({"FAST", "NAIVE"})
  void everyOperationDoesWhatItSays(ReplayBook book) throws IOException {
    Path file = temp.resolve("flow.bin.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(record(0, 1, 1, 101, 10));
      out.write(record(0, 0, 2, 100, 7));
      out.write(record(1, 0, 3, 101, 4));
      out.write(record(3, 1, 1, 0, 1));
      out.write(record(4, 0, 2, 101, 0));
      out.write(record(2, 1, 1, 0, 0));
      out.write(record(0, 0, 4, 99, 3));
    }

    FlowReplay.Result result = FlowReplay.run(file, book);

    assertEquals(7, result.commands());
    assertEquals(1, result.strangers(), "the cancel comes after the last lot");
    assertEquals(2, result.trades());
    assertEquals(9, result.quantity());
    assertEquals(2, result.orders());
    assertEquals(5, result.bidLots());
    assertEquals(0, result.askLots());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|0|1|100|1|operation must be 0..4, was 5",
        "0|2|1|100|1|side must be 0 (bid) or 1 (ask), was 2",
        "0|0|1|0|1|price must be 1..",
        "1|0|1|-5|1|price must be 1..",
        "0|0|1|100|0|lots must be 1..",
        "3|0|7|100|-1|lots must be 1..",
        "4|0|7|0|1|price must be 1..",
        "0|0|7|100|1|order 7 stands in the book already"
      })
  void aBadRecordIsNamed(int operation, int side, int id, int price, int size, String sentence)
      throws IOException {
    Path file = temp.resolve("bad.bin");
    byte[] good = record(0, 0, 7, 100, 5);
    byte[] bad = record(operation, side, id, price, size);
    Files.write(file, ByteBuffer.allocate(2 * RECORD_BYTES).put(good).put(bad).array());

    BadInputException refused =
        assertThrows(BadInputException.class, () -> FlowReplay.run(file, ReplayBook.FAST));

    assertEquals(Reason.BAD_DATA_FILE, refused.reason());
    assertTrue(
        refused.getMessage().startsWith("bad.bin, record 2: " + sentence), refused.getMessage());
  }

  @Test
  void filesThatAreNoFlowAreRefused() throws IOException {
    Path cut = Files.write(temp.resolve("cut.bin"), new byte[] {0, 0, 1});
    Path empty = Files.write(temp.resolve("empty.bin"), new byte[0]);
    Path broken = Files.write(temp.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

    assertRefused(cut, "cut.bin, record 1: has 3 of 20 bytes");
    assertRefused(empty, "empty.bin must have at least one record, was empty");
    assertRefused(broken, "broken.gz cannot be read");
    assertRefused(temp, " must be a file");
    assertRefused(temp.resolve("none"), "none does not exist");
  }

  private static void assertRefused(Path file, String sentence) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> FlowReplay.run(file, ReplayBook.FAST));
    assertEquals(Reason.BAD_DATA_FILE, refused.reason());
    assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
  }

  private static byte[] record(int operation, int side, int id, int price, int size) {
    return ByteBuffer.allocate(RECORD_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(0, (byte) operation)
        .put(1, (byte) side)
        .putInt(4, id)
        .putInt(8, price)
        .putInt(12, size)
        .array();
  }
}
