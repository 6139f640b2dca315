package trading.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Keeps what is logged during a test.
abstract class LogFixture {
  private final PrintStream originalErr = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void captureErr() {
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void restoreErr() {
    System.setErr(originalErr);
  }

  final long logged(String level, String text) {
    return log.toString(UTF_8)
        .lines()
        .filter(line -> line.contains(level) && line.contains(text))
        .count();
  }
}
