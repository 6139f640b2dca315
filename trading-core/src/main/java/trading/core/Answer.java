package trading.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderResult;
import trading.api.Refusal;

/// Where the writer leaves a command's outcome; the result is built from it outside the writer.
// Hot: engine only; allocates nothing until the result is built.
final class Answer {
  private final long[] row = new long[OrderTable.COLUMNS + TermsTable.COLUMNS];
  private long orderId;
  private String account = "";
  private @Nullable Instrument instrument;
  private Optional<Refusal> refusal = Optional.empty();

  void accepted(long newOrderId, OrderTable orders, Registry names) {
    orderId = newOrderId;
    orders.copy(newOrderId, row);
    account = names.account(OrderTable.accountOf(row));
    instrument = names.market(OrderTable.instrumentOf(row)).instrument();
    refusal = Optional.empty();
  }

  void refused(Refusal newRefusal) {
    refusal = Optional.of(newRefusal);
  }

  void refused(Optional<Refusal> newRefusal) {
    refusal = newRefusal;
  }

  /// {@return why it was refused, when it was}
  Refusal refusal() {
    return refusal.orElseThrow();
  }

  /// {@return the outcome as a word; outside the writer}
  OrderResult result() {
    return refusal.isPresent()
        ? new OrderResult.Rejected(refusal.get())
        : new OrderResult.Accepted(order());
  }

  /// {@return the order as a word; outside the writer}
  Order order() {
    return OrderTable.order(orderId, row, account, Objects.requireNonNull(instrument));
  }
}
