package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import trading.api.TimeInForce;

/// The page of capabilities says what the engine does, and what its naive twin does.
///
/// Each cell is a run on a [Stage] of its own, which also checks that what is refused is told once
/// and leaves the state hash as it was, that the fills told are those of the order, and that what
/// is open in the end can be canceled. `-Dgolden.update=true` writes the page anew.
class CapabilityMatrixTest {
  private static final Path PAGE = Path.of("..", "docs", "capabilities.md");

  @Test
  void thePageIsWhatTheEngineDoes() throws IOException {
    String page = CapabilityPage.of(Stage::ofEngine);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    assertSameLines(Files.readAllLines(PAGE), page.lines().toList());
  }

  @Test
  void theNaiveTwinMakesTheSamePage() throws IOException {
    String page = CapabilityPage.of(Stage::ofTwin);

    assertSameLines(Files.readAllLines(PAGE), page.lines().toList());
  }

  private static void assertSameLines(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      String where = PAGE + ", line " + (i + 1);
      assertEquals(
          expected.get(i),
          actual.get(i),
          () -> where + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
    }
    assertEquals(expected.size(), actual.size(), () -> "lines of " + PAGE);
  }

  @Test
  void everyTimeInForceHasAColumn() {
    assertEquals(EnumSet.allOf(TimeInForce.class), EnumSet.copyOf(OrderTrials.TIMES));
    assertEquals(TimeInForce.values().length, OrderTrials.TIMES.size());
  }
}
