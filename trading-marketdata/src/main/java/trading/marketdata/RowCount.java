package trading.marketdata;

import java.util.Optional;

/// Counts rows that were treated in a special way, for one line of warning.
final class RowCount {
  private final String what;
  private long count;
  private long firstLine;
  private long lastLine;

  RowCount(String what) {
    this.what = what;
  }

  void add(long line) {
    if (count == 0) {
      firstLine = line;
    }
    lastLine = line;
    count++;
  }

  Optional<String> warning(String file) {
    String where = count == 1 ? "in line " : "the first in line ";
    String last = count == 1 ? "" : ", the last in line " + lastLine;
    return count == 0
        ? Optional.empty()
        : Optional.of(file + ": " + what + ": " + count + ", " + where + firstLine + last);
  }
}
