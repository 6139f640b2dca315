package trading.client.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The height of the terminal, asked of `stty` whenever it is needed: people resize windows.
final class TerminalRows {
  /// That of the first terminals; taken where nobody can tell.
  private static final int USUAL = 24;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) \\d{1,4}\\s*");
  private static final long PATIENCE_MILLIS = 2_000;

  private TerminalRows() {}

  static int read() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        stty.destroyForcibly();
        return USUAL;
      }
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = SIZE.matcher(answer);
      int rows = size.matches() ? Integer.parseInt(size.group(1)) : USUAL;
      return rows > 0 ? rows : USUAL;
    } catch (IOException _) {
      return USUAL;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }
}
