package trading.client.image;

import java.util.regex.Pattern;

/// What a program in real time says on a machine that is too slow for it; no fault of the program.
final class Stalls {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[0-9:.]+ WARN +\\S+ - the machine stalled: \\d+ moments of quotes were dropped\\R");

  private Stalls() {}

  /// {@return what was written, without the lines that tell of stalls}
  static String leftOutOf(String written) {
    return LINE.matcher(written).replaceAll("");
  }
}
