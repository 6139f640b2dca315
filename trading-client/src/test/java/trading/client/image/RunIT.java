package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trading.client.image.Image.Run;

/// `trading run` in the linked image: real time, real signals, a real terminal.
class RunIT {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path temp;

  @Test
  void intoAPipeItPrintsLinesAndTheSummary() {
    Run run =
        Image.run(
            "run",
            "--for",
            "4s",
            "--seed",
            "7",
            "--set",
            "market.bars=0.1",
            "--set",
            "strategies.ma_crossover.short=1",
            "--set",
            "strategies.ma_crossover.long=2",
            "--set",
            "strategies.budget=60");

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals("", Stalls.leftOutOf(run.stderr()));
    List<String> lines = run.stdout().lines().filter(line -> line.contains(" quotes (")).toList();
    assertTrue(lines.size() >= 2, run.stdout());
    for (String part :
        List.of("orders ", "equity ", "P&L ", "position", "risk ", "signals", "order p50 ")) {
      assertTrue(lines.getLast().contains(part), lines.getLast());
    }
    for (String table : List.of("Orders", "Positions", "Portfolio", "Market data", "Risk")) {
      assertTrue(run.stdout().contains("\n" + table), run.stdout());
    }
    assertFalse(run.stdout().contains("\u001b"));
  }

  @Test
  void sigtermStopsItInOrder() {
    Run run =
        Image.linked()
            .start(
                running -> {
                  running.awaitOutput(" quotes (");
                  // SIGTERM on Unix.
                  running.process().destroy();
                },
                "run",
                "--every",
                "0.2s",
                "--set",
                "strategies.budget=60");

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals("", Stalls.leftOutOf(run.stderr()));
    assertTrue(run.stdout().contains("\nStrategies\n"), run.stdout());
    assertTrue(run.stdout().contains("\ndigest "), run.stdout());
    assertTrue(run.stdout().contains("DISABLED"), run.stdout());
  }

  @Test
  void onATerminalItDrawsInPlace() {
    assumeTrue(Files.isExecutable(SCRIPT), "skipped: /usr/bin/script makes the terminal");
    Path launcher = Image.linked().home().resolve("bin/trading");

    Run run =
        Program.at(SCRIPT)
            .start(
                "-qec",
                "stty rows 20 cols 80; '"
                    + launcher
                    // What is logged of a stall would be drawn into the frames.
                    + "' run --for 3s --every 0.5s --set log.levels.trading.client=error",
                "/dev/null");

    assertEquals(0, run.exitCode(), run.stdout());
    String[] frames = run.stdout().split("\u001b\\[H", -1);
    assertTrue(frames.length > 3, run.stdout());
    for (int i = 1; i < frames.length - 1; i++) {
      assertTrue(frames[i].startsWith("PAPER, simulated market"), frames[i]);
      assertTrue(frames[i].lines().count() <= 20, frames[i]);
      assertTrue(frames[i].contains("Market data"), frames[i]);
    }
    assertTrue(run.stdout().contains("\u001b[?1049h"), run.stdout());
    assertTrue(frames[frames.length - 1].contains("\u001b[?1049l"), run.stdout());
    assertTrue(run.stdout().contains("digest "), run.stdout());
  }

  @Test
  void metricsAreOneJsonObjectALine() throws Exception {
    Path file = temp.resolve("metrics.jsonl");

    Run run =
        Image.run(
            "run", "--for", "2.5s", "--metrics", file.toString(), "--set", "metrics.interval=1");

    assertEquals(0, run.exitCode(), run.stderr());
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
    JsonNode last = JsonMapper.shared().readTree(lines.getLast());
    long intervals =
        (last.get("atNanos").longValue() - first.get("atNanos").longValue()) / 100_000_000;
    int updates = updates(last) - updates(first);
    assertTrue(updates > 8 && updates <= 8 * (intervals + 2), last.toString());
    for (String part : List.of("orders", "latency", "risk", "profit")) {
      assertTrue(last.has(part), part);
    }
  }

  private static int updates(JsonNode line) {
    return line.get("marketData").get("updates").intValue();
  }

  @Test
  void ordersAreLoggedAtTheConfiguredLevel() {
    String[] eager = {
      "run",
      "--for",
      "4s",
      "--set",
      "market.bars=0.1",
      "--set",
      "strategies.ma_crossover.short=1",
      "--set",
      "strategies.ma_crossover.long=2",
      "--set",
      "strategies.ma_crossover.direction=both",
      "--set",
      "strategies.budget=60",
      "--set",
      "risk.rules.max_orders_per_day.limit=3"
    };
    String[] andLogged = Arrays.copyOf(eager, eager.length + 2);
    andLogged[eager.length] = "--set";
    andLogged[eager.length + 1] = "log.levels.trading.client=info";

    Run silent = Image.run(eager);
    Run logged = Image.run(andLogged);

    assertEquals(0, logged.exitCode(), logged.stderr());
    assertTrue(logged.stderr().contains("order placed: ma_crossover MARKET"), logged.stderr());
    assertTrue(logged.stderr().contains("order rejected: ma_crossover"), logged.stderr());
    assertTrue(logged.stderr().contains("RISK_LIMIT"), logged.stderr());
    assertFalse(silent.stderr().contains("order "), silent.stderr());
    assertTrue(silent.stderr().contains("risk limit approaching"), silent.stderr());
  }

  @Test
  void liveWithoutAGatewayIsRefusedInWords() {
    Run run = Image.linked().with("TRADING_MODE", "LIVE").start("run");

    assertEquals(2, run.exitCode());
    assertTrue(run.stderr().contains("NO_GATEWAY"), run.stderr());
    assertEquals("", run.stdout());
  }

  @Test
  void badTimesAreRefused() {
    Run run = Image.run("run", "--for", "soon");

    assertEquals(2, run.exitCode());
    assertTrue(run.stderr().contains("BAD_COMMAND_LINE"), run.stderr());
    assertTrue(run.stderr().contains("30s"), run.stderr());
  }
}
