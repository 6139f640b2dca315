package trading.client.replay;

import java.util.Optional;
import trading.api.Side;
import trading.core.OrderBook;

/// Compares a book with the rows of a LOBSTER order book file.
final class LobsterComparison {
  private final int levels;
  private final boolean oneStep;
  private final long[] prices;
  private final long[] lots;
  private final boolean[] whole = new boolean[Side.values().length];
  private long rows;
  private long undeterminable;
  private long equal;
  private Optional<String> firstDifference = Optional.empty();

  /// Creates a comparison.
  ///
  /// @param oneStep whether the book is filled from each row before: what its last level hides is
  ///   not known then
  LobsterComparison(int levels, boolean oneStep) {
    this.levels = levels;
    this.oneStep = oneStep;
    this.prices = new long[levels];
    this.lots = new long[levels];
  }

  /// Remembers which sides a row shows to their end.
  void seeded(LobsterDepth row) {
    for (Side side : Side.values()) {
      whole[side.ordinal()] = row.levels(side) < row.levels();
    }
  }

  void compare(OrderBook book, LobsterDepth row) {
    rows++;
    boolean told = true;
    Optional<String> difference = Optional.empty();
    for (Side side : Side.values()) {
      int there = read(book, side);
      told &= !oneStep || there == levels || whole[side.ordinal()];
      if (difference.isEmpty()) {
        difference = difference(row, side, there);
      }
    }
    if (!told) {
      undeterminable++;
    } else if (difference.isEmpty()) {
      equal++;
    } else if (firstDifference.isEmpty()) {
      firstDifference = difference;
    }
  }

  LobsterReplay.Check result() {
    return new LobsterReplay.Check(levels, rows, undeterminable, equal, firstDifference);
  }

  private int read(OrderBook book, Side side) {
    int[] count = {0};
    book.depth(
        side,
        levels,
        (price, sum) -> {
          prices[count[0]] = price;
          lots[count[0]] = sum;
          count[0]++;
        });
    return count[0];
  }

  private Optional<String> difference(LobsterDepth row, Side side, int there) {
    int expected = Math.min(levels, row.levels(side));
    for (int level = 0; level < Math.max(there, expected); level++) {
      boolean ours = level < there;
      boolean theirs = level < expected;
      if (ours != theirs
          || prices[level] != row.price(side, level)
          || lots[level] != row.lots(side, level)) {
        return Optional.of(
            "row "
                + rows
                + ", "
                + (side == Side.BUY ? "bid" : "ask")
                + " level "
                + (level + 1)
                + ": expected "
                + (theirs ? row.lots(side, level) + " at " + row.price(side, level) : "none")
                + ", was "
                + (ours ? lots[level] + " at " + prices[level] : "none"));
      }
    }
    return Optional.empty();
  }
}
