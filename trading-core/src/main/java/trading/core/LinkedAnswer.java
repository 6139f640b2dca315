package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.LinkedResult;

/// Where the writer leaves what became of linked orders; the result is built from it outside the
/// writer.
final class LinkedAnswer {
  private final List<OrderAnswer> orders = new ArrayList<>();
  private Optional<LinkedRefusal> refusal = Optional.empty();

  void accepted(List<Long> ids, OrderTable table, Registry names) {
    for (long id : ids) {
      OrderAnswer answer = new OrderAnswer();
      answer.accepted(id, table, names);
      orders.add(answer);
    }
  }

  void refused(LinkedRefusal newRefusal) {
    refusal = Optional.of(newRefusal);
  }

  /// {@return the outcome as a word; outside the writer}
  LinkedResult result() {
    return refusal.isPresent()
        ? new LinkedResult.Rejected(refusal.get().index(), refusal.get().refusal())
        : new LinkedResult.Accepted(orders.stream().map(OrderAnswer::order).toList());
  }
}
