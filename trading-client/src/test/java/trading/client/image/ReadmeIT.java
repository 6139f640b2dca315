package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.client.SharedData;

/// The Java examples of the README: run against the packaged modules, and compared with what the
/// page says.
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(java|text)\\R(.*?)```");

  private static final String FRAME =
      """
      import trading.api.*;
      import trading.client.*;
      import trading.strategies.OpenOrders;

      void main() throws Exception {
      %s}
      """;

  @TempDir private Path temp;

  @Test
  void theFirstExamplePrintsWhatThePageSays() throws Exception {
    List<MatchResult> blocks = blocks();

    assertEquals("text", blocks.get(1).group(1));
    assertEquals(blocks.get(1).group(2), run(blocks.get(0).group(2)));
  }

  @Test
  void theLinkedOrdersPrintWhatThePageSays() throws Exception {
    List<MatchResult> blocks = blocks();

    assertEquals(blocks.get(3).group(2), run(blocks.get(2).group(2)));
  }

  @Test
  void theExamplesOfThePageOfOrdersRun() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "orders.md"));
    String code = BLOCK.matcher(page).results().findFirst().orElseThrow().group(2);

    String printed =
        run(
            "TradingClient client = TradingClient.simulated(7).open();\n"
                + "client.play(Duration.ofSeconds(1));\n"
                + "long noonNanos = Long.MAX_VALUE;\n"
                + code
                + """
                for (OrderRequest each :
                    List.of(buy, stop, onTheBid, touched, trailing, iceberg, fillOrKill, untilNoon)) {
                  System.out.println(client.placeOrder(each).getClass().getSimpleName());
                }
                System.out.println(client.placeLinked(chain).getClass().getSimpleName());
                client.close();
                """);

    assertEquals("Accepted\n".repeat(9), printed);
  }

  @Test
  void theExampleInRealTimePrintsWhatThePageSays() throws Exception {
    List<MatchResult> blocks = blocks();

    assertEquals(blocks.get(5).group(2), run(blocks.get(4).group(2)));
  }

  @Test
  void theBacktestExampleRuns() throws Exception {
    String data = SharedData.file("backtest/GOOG.csv").toString();
    String code = blocks().get(6).group(2).replace("\"bars.csv\"", '"' + data + '"');

    String printed = run(code);

    assertTrue(printed.matches("33 trades, digest [0-9a-f]{64}\\R"), printed);
  }

  private String run(String code) throws IOException, InterruptedException {
    Path source = Files.writeString(temp.resolve("Example.java"), FRAME.formatted(code));
    Path errors = temp.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                "target/modules" + System.getProperty("path.separator") + jar(),
                "--add-modules",
                "trading.client",
                source.toString())
            .redirectError(errors.toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertEquals("", Stalls.leftOutOf(Files.readString(errors)), printed);
    assertEquals(0, exitCode, printed);
    return printed;
  }

  private static String jar() throws IOException {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(file ->
              file.getFileName().toString().matches("trading-client-[^-]*(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(Path.of("..", "README.md"))).results().toList();
  }
}
