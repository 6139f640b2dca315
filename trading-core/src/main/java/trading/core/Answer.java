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
    String owner = names.account(orders.account(newOrderId));
    accepted(newOrderId, orders, owner, names.marketOf(orders, newOrderId));
  }

  /// Takes an order whose account and market are at hand.
  void accepted(long newOrderId, OrderTable orders, String newAccount, Market market) {
    orderId = newOrderId;
    orders.copy(newOrderId, row);
    account = newAccount;
    instrument = market.instrument();
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
