package trading.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Refusal;

/// Where the engine leaves a command's outcome: made once, used for one command after the other, so
/// that an accepted order costs its caller no object.
///
/// One thread at a time. What it says is of the last command that was given it; nothing when that
/// failed inside the engine. A command that throws at the door – for a missing argument, from
/// inside a callback, or because the engine stopped – leaves it as it was, and so does a listener
/// that throws after the command was carried out. See [Engine#placeOrder(trading.api.OrderRequest,
/// OrderAnswer)].
// Hot: allocates nothing, unless a result or an order is asked for.
public final class OrderAnswer {
  private final long[] row = new long[OrderTable.COLUMNS + TermsTable.COLUMNS];
  private long orderId;
  private String account = "";
  private @Nullable Instrument instrument;
  private Optional<Refusal> refusal = Optional.empty();

  /// Creates an answer that says nothing yet.
  public OrderAnswer() {}

  /// {@return whether the last command was accepted}
  public boolean isAccepted() {
    return orderId != 0;
  }

  /// {@return the engine's number of the order; 0 when none was accepted}
  public long orderId() {
    return orderId;
  }

  /// {@return the order's state after the command}
  ///
  /// @throws IllegalStateException when no order was accepted
  public OrderStatus status() {
    return OrderTable.status(acceptedRow());
  }

  /// {@return the order's quantity, in lots}
  ///
  /// @throws IllegalStateException when no order was accepted
  public long lots() {
    return acceptedRow()[OrderTable.LOTS];
  }

  /// {@return what has traded of the order, in lots}
  ///
  /// @throws IllegalStateException when no order was accepted
  public long filledLots() {
    return acceptedRow()[OrderTable.FILLED_LOTS];
  }

  /// {@return the sum of price × quantity of its fills, in micros}
  ///
  /// @throws IllegalStateException when no order was accepted
  public long filledMicros() {
    return acceptedRow()[OrderTable.FILLED_MICROS];
  }

  /// {@return why the command was refused}
  ///
  /// @throws IllegalStateException when it was accepted, or there was none yet
  public Refusal refusal() {
    return refusal.orElseThrow(() -> new IllegalStateException("nothing was refused"));
  }

  /// {@return the outcome as a word of its own, which later commands do not change}
  ///
  /// @throws IllegalStateException before the first command
  public OrderResult result() {
    return refusal.isPresent()
        ? new OrderResult.Rejected(refusal.get())
        : new OrderResult.Accepted(order());
  }

  /// {@return the order as a word of its own, which later commands do not change}
  ///
  /// @throws IllegalStateException when no order was accepted
  public Order order() {
    return OrderTable.order(orderId, acceptedRow(), account, Objects.requireNonNull(instrument));
  }

  void clear() {
    orderId = 0;
    refusal = Optional.empty();
  }

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
    refused(Optional.of(newRefusal));
  }

  void refused(Optional<Refusal> newRefusal) {
    orderId = 0;
    refusal = newRefusal;
  }

  private long[] acceptedRow() {
    if (orderId == 0) {
      throw new IllegalStateException("no order was accepted");
    }
    return row;
  }
}
