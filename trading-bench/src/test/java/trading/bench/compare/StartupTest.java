package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import trading.bench.compare.Startup.Found;
import trading.bench.compare.Startup.Start;
import trading.bench.compare.Startup.Times;

/// With an image that only pretends.
class StartupTest {
  private static final String PROGRAM =
      """
      #!/bin/sh
      echo "$0 $*" >>"$(dirname "$0")/../../starts"
      echo "MARKET BUY 10 -> FILLED, order 1"
      """;

  @TempDir private Path temp;
  private Path image;

  @BeforeEach
  void makeImage() throws IOException {
    image = temp.resolve("an image");
    executable("java", PROGRAM);
    executable("trading", PROGRAM);
  }

  @Test
  void everyStartIsCountedButTheFirst() throws IOException {
    Found found = startup(3).run();

    List<String> starts = Files.readAllLines(temp.resolve("starts"));
    assertEquals(12, starts.size());
    assertTrue(starts.get(0).endsWith("bin/java --version"), starts.get(0));
    assertTrue(starts.get(1).endsWith("bin/trading --help"), starts.get(1));
    assertTrue(starts.get(2).endsWith("bin/trading demo --seed 7"), starts.get(2));
    for (Start start : Start.values()) {
      assertEquals(3, found.of(start).millis().size());
      assertTrue(found.of(start).min() > 0);
    }
  }

  @Test
  void theSizeIsThatOfAllFilesWithAndWithoutTheCache() throws IOException {
    assertEquals(2 * PROGRAM.length(), startup(1).run().imageBytes());
    Files.createDirectories(image.resolve("lib/aot"));
    Files.write(image.resolve("lib/aot/trading.aot"), new byte[1_000]);

    Found found = startup(1).run();

    JsonNode json = StartupReport.json(found);
    assertEquals(2 * PROGRAM.length() + 1_000, json.get("imageBytes").longValue());
    assertEquals(1_000, json.get("aotBytes").longValue());
    assertEquals(2 * PROGRAM.length(), json.get("imageBytesWithoutAot").longValue());
    assertEquals(4, json.get("budgets").size());
    assertTrue(json.get("starts").get("firstOrder").has("medianMillis"));
  }

  @Test
  void theReportSetsFiguresBesideBudgets() throws IOException {
    StringWriter out = new StringWriter();

    StartupReport.print(startup(2).run(), new PrintWriter(out));

    assertTrue(out.toString().contains("bin/trading --help"), out::toString);
    assertTrue(out.toString().contains("budget at most 400: "), out::toString);
    assertTrue(out.toString().contains("Each started 2 times"), out::toString);
  }

  @Test
  void aProgramThatAnswersNoOrderOrFailsIsNotMeasured() throws IOException {
    executable("trading", "#!/bin/sh\necho hello\n");
    assertThrows(IllegalStateException.class, () -> startup(1).run());

    executable("trading", PROGRAM + "exit 3\n");
    Exception e = assertThrows(IllegalStateException.class, () -> startup(1).run());

    assertTrue(e.getMessage().endsWith("ended with 3"), e::getMessage);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertEquals(2.5, new Times(List.of(9.0, 1.0, 3.0, 2.0)).median());
    assertEquals(2, new Times(List.of(9.0, 1.0, 2.0)).median());
  }

  private Startup startup(int runs) {
    return new Startup(image, runs, new PrintWriter(new StringWriter()));
  }

  private void executable(String name, String text) throws IOException {
    Path file = image.resolve("bin").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }
}
