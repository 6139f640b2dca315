package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
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

    assertEquals(
        Files.readString(PAGE),
        page,
        () -> PAGE + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
  }

  @Test
  void theNaiveTwinMakesTheSamePage() throws IOException {
    assertEquals(Files.readString(PAGE), CapabilityPage.of(Stage::ofTwin));
  }

  @Test
  void everyTimeInForceHasAColumn() {
    assertEquals(EnumSet.allOf(TimeInForce.class), EnumSet.copyOf(OrderTrials.TIMES));
    assertEquals(TimeInForce.values().length, OrderTrials.TIMES.size());
  }
}
