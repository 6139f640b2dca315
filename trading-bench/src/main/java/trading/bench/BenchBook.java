package trading.bench;

import java.util.List;

/// A book that plays a flow; each one tells its trades to a tape of its own.
interface BenchBook {

  /// Which book.
  enum Kind {
    /// Ours.
    OURS,
    /// Ours of sorted maps and lists.
    OURS_NAIVE,
    /// exchange-core's fast one.
    DIRECT,
    /// exchange-core's simple one.
    NAIVE;

    BenchBook open() {
      return switch (this) {
        case OURS -> OurBook.fast();
        case OURS_NAIVE -> OurBook.naive();
        case DIRECT -> PeerBook.direct();
        case NAIVE -> PeerBook.naive();
      };
    }
  }

  /// Sums up trades, so that two books can be compared and nothing is optimized away.
  final class Tape {
    long trades;
    long lots;
    long hash;

    void add(long makerId, long price, long quantity) {
      trades++;
      lots += quantity;
      hash = ((hash * 31 + makerId) * 31 + price) * 31 + quantity;
    }

    @Override
    public String toString() {
      return trades + " trades of " + lots + " lots, hash " + hash;
    }
  }

  /// An order in the book.
  record Resting(long id, long price, long lots) {}

  void apply(OrderFlow flow, int i);

  Tape tape();

  /// {@return the bids and then the asks, in their priority}
  List<Resting> orders();
}
