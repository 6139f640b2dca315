package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page `docs/capabilities.md` says what works with what: this test makes it.
///
/// `-Dgolden.update=true` writes the page anew; read the difference before it is kept.
class CapabilityMatrixTest {
  private static final Path PAGE = Path.of("..", "docs", "capabilities.md");

  @Test
  void thePageSaysWhatWorksWithWhat() throws IOException {
    String actual = page();

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, actual);
    }
    assertEquals(Files.readString(PAGE), actual);
  }

  @Test
  void onBarsTheSameIsRefused() {
    List<String> onQuotes = new CapabilityMatrix(Matching.QUOTES).refusals();
    List<String> onBars = new CapabilityMatrix(Matching.BARS).refusals();

    assertEquals(onQuotes, onBars);
    assertTrue(onQuotes.contains("TERMS_CONTRADICT") && onQuotes.contains(""));
  }

  private static String page() {
    CapabilityMatrix matrix = new CapabilityMatrix(Matching.QUOTES);
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # What works with what

        The rules stand in [orders](orders.md). The tables below are what the engine does: a test tries it and writes this page.

        ## Types, times in force and flags

        Each cell is one order to buy 10 lots, or all it can, while the market quotes 99 to 101 with enough on each side.
        It may trade at once, or as soon as the price that it waits for has come; a post-only order and an iceberg are
        limited to one tick below the best ask, so they rest (NEW). The cell says where the order stands then, or why it
        was refused. On bars the same is refused.
        """);
    lines.addAll(matrix.all());
    lines.add(
        """

        ## When only half of it can trade

        The same for 100 lots without a flag, a day later: what became of the half that could not trade.
        """);
    lines.addAll(matrix.halves());
    lines.add(
        """

        ## Self-trade prevention

        Two orders of one account that would trade with each other at 100.
        """);
    lines.addAll(LinkedOutcomes.selfTrade());
    lines.add(
        """

        ## Linked orders

        All are of 10 lots: an entry buys at 100, a stop sells from 95 down, a target sells at 110. A pair is a stop and a
        target; an entry triggers a target; a bracket is an entry, a stop and a target.
        """);
    lines.addAll(LinkedOutcomes.linked());
    return String.join("\n", lines) + "\n";
  }
}
