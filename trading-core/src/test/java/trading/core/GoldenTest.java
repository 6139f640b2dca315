package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.BadInputException;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.event.Event;

/// Commands in, events out, as text: see the files in `src/test/resources/golden`.
///
/// A file has its commands at the left margin; what the engine told and answered is indented below
/// each. The first line says how the engine matches and what a trade costs. `-Dgolden.update=true`
/// writes the files anew, `-Dgolden.update=twin` as the naive twin tells it; read the difference
/// before it is kept.
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final long MAX_POSITION = 1_000;

  static Stream<String> files() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theEventsAreTheOnesInTheFile(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    String expected = Files.readString(path);

    String actual = run(expected.lines().filter(line -> !line.startsWith("  ")).toList());

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(path, actual);
    }
    assertEquals(Files.readString(path), actual, file);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyFileHasCommandsAndEvents(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));

    assertTrue(lines.getFirst().matches("matching (QUOTES|BARS) fees \\d+"), lines::getFirst);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  [")), file);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theNaiveTwinTellsAndAnswersTheSame(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    List<String> expected = Files.readAllLines(path);
    List<String> commands = expected.stream().filter(line -> !line.startsWith("  ")).toList();

    String actual = runTwin(commands);

    if (System.getProperty("golden.update", "").equals("twin")) {
      Files.writeString(path, actual);
    }
    List<String> lines = actual.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      // The twin has no sentence where none is specified.
      boolean open = lines.get(i).endsWith(": ");
      assertEquals(
          lines.get(i),
          open && expected.get(i).startsWith(lines.get(i)) ? lines.get(i) : expected.get(i),
          file + ", line " + (i + 1));
    }
    assertEquals(lines.size(), expected.size(), file);
  }

  private static String run(List<String> lines) {
    World world = world(lines.getFirst());
    return run(lines, world.door, world.told::take);
  }

  private static String runTwin(List<String> lines) {
    String[] words = lines.getFirst().split(" ");
    NaiveEngine twin =
        new NaiveEngine(
            Matching.valueOf(words[1]), ZoneId.of("UTC"), Long.parseLong(words[3]), MAX_POSITION);
    return run(lines, twin, twin::takeEvents);
  }

  private static String run(List<String> lines, Door door, Supplier<List<Event>> events) {
    Script script = new Script();
    StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      text.append(line).append('\n');
      if (!line.isBlank() && !line.startsWith("#")) {
        String answer = answer(door, script.parse(line));
        events.get().forEach(e -> text.append("  ").append(EventText.of(e)).append('\n'));
        text.append(answer);
      }
    }
    return text.toString();
  }

  private static World world(String header) {
    String[] words = header.split(" ");
    World world =
        World.empty(config ->
            config
                .with(Matching.valueOf(words[1]), ZoneId.of("UTC"))
                .with(new BasisPointFees(Long.parseLong(words[3]))));
    world.gate.checks(FakeGate.maxPosition(MAX_POSITION));
    return world;
  }

  private static String answer(Door door, Command command) {
    try {
      return text(door.take(command));
    } catch (BadInputException e) {
      return "  = bad input " + e.reason() + ": " + e.getMessage() + '\n';
    }
  }

  private static String text(Reply reply) {
    return switch (reply) {
      case Reply.Done() -> "";
      case Reply.Canceled(int orders) -> "  = " + orders + " canceled\n";
      case Reply.One(OrderResult.Accepted(Order order)) -> "  = " + text(order);
      case Reply.One(OrderResult.Rejected(var refusal)) -> "  = " + text(refusal);
      case Reply.Linked(LinkedResult.Rejected(int index, var refusal)) ->
          "  = number " + index + " " + text(refusal);
      case Reply.Linked(LinkedResult.Accepted(var orders)) ->
          orders.stream().map(order -> "  = " + text(order)).collect(Collectors.joining());
    };
  }

  private static String text(Refusal refusal) {
    return "refused %s: %s\n".formatted(refusal.reason(), refusal.sentence());
  }

  private static String text(Order order) {
    return "order %d %s, filled %d of %d lots for %d, fees %d%s\n"
        .formatted(
            order.id(),
            order.status(),
            order.filledLots(),
            order.lots(),
            order.filledMicros(),
            order.feesMicros(),
            order.reason().map(reason -> ", " + reason).orElse(""));
  }
}
