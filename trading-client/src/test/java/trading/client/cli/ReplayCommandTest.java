package trading.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
  private static final byte[] ORDER = {
    0, 1, 9, 0, 1, 0, 0, 0, 100, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0
  };

  @TempDir private Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.write(temp.resolve("flow.bin"), ORDER);
    Files.writeString(temp.resolve("messages.csv"), "1,1,7,10,100,1\n2,1,8,10,100,1\n");
    Files.writeString(temp.resolve("depth.csv"), "101,9,100,30\n101,9,100,40\n");
    Files.writeString(temp.resolve("other.csv"), "101,9,100,30\n101,9,100,41\n");
  }

  @Test
  void aFlowIsPrintedAsATable() {
    assertEquals(0, run("--format flow flow.bin --book naive"), err::toString);

    assertTrue(out.toString().contains("orders left                       1"), out::toString);
    assertTrue(out.toString().contains("ask volume                        5"), out::toString);
    assertTrue(
        out.toString()
            .contains(
                "SHA-256 of the trades"
                    + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        out::toString);
  }

  @Test
  void aFlowIsPrintedAsJson() {
    assertEquals(0, run("--format flow --json flow.bin"), err::toString);

    assertTrue(out.toString().contains("\"ordersLeft\" : 1,"), out::toString);
    assertTrue(out.toString().contains("\"askVolume\" : 5,"), out::toString);
  }

  @Test
  void messagesAreComparedWithTheBook() {
    String line = "--format lobster messages.csv --check depth.csv --levels 1";

    assertEquals(0, run(line), err::toString);
    assertTrue(out.toString().contains("rows equal up to level 1: 1/1"), out::toString);
    assertEquals(0, run(line + " --one-step --json"), err::toString);
    assertTrue(out.toString().contains("\"determinable\" : 1,"), out::toString);
  }

  @Test
  void aDifferenceIsTheExitCodeOne() {
    assertEquals(1, run("--format lobster messages.csv --check other.csv"));

    assertTrue(out.toString().contains("rows equal up to level 1: 0/1"), out::toString);
    assertEquals(
        "trading: books differ: row 1, bid level 1: expected 41 at 100, was 40 at 100",
        err.toString().strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format flow none.bin|BAD_DATA_FILE|none.bin does not exist",
        "--format flow depth.csv|BAD_DATA_FILE|depth.csv, record 1: ",
        "--format lobster depth.csv|BAD_DATA_FILE|depth.csv, line 1: must have 6 columns",
        "--format flow flow.bin --check depth.csv|BAD_SETTING|--check needs --format lobster",
        "--format lobster messages.csv --levels 1|BAD_SETTING|--levels and --one-step need --check",
        "--format lobster messages.csv --check depth.csv --levels 9|BAD_DATA_FILE|levels must be"
            + " 1..1",
        "--format nope flow.bin|BAD_COMMAND_LINE|nope",
        "flow.bin|BAD_COMMAND_LINE|--format"
      })
  void badInputIsNamed(String line, String code, String sentence) {
    assertEquals(2, run(line));

    assertTrue(err.toString().startsWith("trading: " + code + ": "), err::toString);
    assertTrue(err.toString().contains(sentence), err::toString);
  }

  private int run(String line) {
    String[] words = ("replay " + line).split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].matches(".*\\.(bin|csv)") ? temp.resolve(words[i]).toString() : words[i];
    }
    return Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
