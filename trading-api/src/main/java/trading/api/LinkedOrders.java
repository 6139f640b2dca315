package trading.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Orders of one account in one instrument that depend on each other (FIX NewOrderList).
///
/// They are accepted together or refused together. See `docs/orders.md` for what happens to partial
/// fills: at no time can the orders of a pair together trade more than one of them alone.
public sealed interface LinkedOrders {

  /// {@return the orders, in the order of their ids}
  List<OrderRequest> orders();

  /// One cancels the other (FIX ContingencyType 3): what one trades is taken off the other.
  ///
  /// @param first one order
  /// @param second the other, with the same quantity
  record OneCancelsOther(OrderRequest first, OrderRequest second) implements LinkedOrders {
    /// Checks that nothing is missing.
    public OneCancelsOther {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
    }

    @Override
    public List<OrderRequest> orders() {
      return List.of(first, second);
    }
  }

  /// One triggers others (FIX ContingencyType 2): they come on the market with what it trades.
  ///
  /// @param entry the order that works at once
  /// @param then the others; the engine takes 1 to 16
  record OneTriggersOthers(OrderRequest entry, List<OrderRequest> then) implements LinkedOrders {
    private static final int LONGEST = 1_000;

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when there are more than 1,000 others
    public OneTriggersOthers {
      Objects.requireNonNull(entry, "entry");
      if (then.size() > LONGEST) {
        throw new IllegalArgumentException(
            "orders after an entry must be at most " + LONGEST + ", were " + then.size());
      }
      then = List.copyOf(then);
    }

    @Override
    public List<OrderRequest> orders() {
      return Stream.concat(Stream.of(entry), then.stream()).toList();
    }
  }

  /// An entry that triggers a stop and a target, of which one cancels the other.
  ///
  /// @param entry opens the position
  /// @param stop limits its loss: an order of the other side with the same quantity
  /// @param target takes its profit: likewise
  record Bracket(OrderRequest entry, OrderRequest stop, OrderRequest target)
      implements LinkedOrders {
    /// Checks that nothing is missing.
    public Bracket {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(stop, "stop");
      Objects.requireNonNull(target, "target");
    }

    @Override
    public List<OrderRequest> orders() {
      return List.of(entry, stop, target);
    }
  }
}
