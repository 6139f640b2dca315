package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.BadInputException;
import trading.api.Order;
import trading.api.OrderResult;

/// Commands in, events out, as text: see the files in `src/test/resources/golden`.
///
/// A file has its commands at the left margin; what the engine told and answered is indented below
/// each. The first line says how the engine matches and what a trade costs. `-Dgolden.update=true`
/// writes the files anew; read the difference before it is kept.
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

  private static String run(List<String> lines) {
    World world = world(lines.getFirst());
    Script script = new Script();
    StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      text.append(line).append('\n');
      if (!line.isBlank() && !line.startsWith("#")) {
        String answer = answer(world, script.parse(line));
        world.told.take().forEach(e -> text.append("  ").append(EventText.of(e)).append('\n'));
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

  private static String answer(World world, Command command) {
    try {
      return world.door.take(command).map(result -> "  = " + text(result) + '\n').orElse("");
    } catch (BadInputException e) {
      return "  = bad input " + e.reason() + ": " + e.getMessage() + '\n';
    }
  }

  private static String text(OrderResult result) {
    return switch (result) {
      case OrderResult.Accepted(Order order) ->
          "order %d %s, filled %d of %d lots for %d, fees %d%s"
              .formatted(
                  order.id(),
                  order.status(),
                  order.filledLots(),
                  order.lots(),
                  order.filledMicros(),
                  order.feesMicros(),
                  order.reason().map(reason -> ", " + reason).orElse(""));
      case OrderResult.Rejected(var refusal) ->
          "refused %s: %s".formatted(refusal.reason(), refusal.sentence());
    };
  }
}
