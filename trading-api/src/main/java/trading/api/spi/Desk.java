package trading.api.spi;

import java.util.List;
import trading.api.Amendment;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.Signal;

/// Where a strategy orders and looks at its own account.
///
/// Valid only inside the callback that it was handed to. What is submitted enters the engine after
/// the callback, by the same door as anyone's orders.
public interface Desk {

  /// {@return the account that the strategy trades}
  String account();

  /// {@return the time of what the strategy was just shown, nanoseconds since the epoch}
  long nowNanos();

  /// Hands in an order; its outcome arrives in [Strategy#onOrder] or [Strategy#onRefused].
  ///
  /// @param request an order of [#account()]; a client order id in it is replaced
  /// @return the client order id that the outcome will carry
  long submit(OrderRequest request);

  /// Hands in linked orders, all or none; the outcomes arrive in [Strategy#onOrder], or in
  /// [Strategy#onRefused] for each of them.
  ///
  /// @param orders orders of [#account()]; client order ids in them are replaced
  /// @return the client order ids that the outcomes will carry, in the order of
  ///   [LinkedOrders#orders]
  List<Long> submit(LinkedOrders orders);

  /// Asks to change an order of this desk; the outcome arrives in [Strategy#onOrder], or in
  /// [Strategy#onChangeRefused] when it stays as it is. One that has ended by then is not changed;
  /// its final state is what arrives.
  ///
  /// @param clientOrderId what [#submit] returned
  /// @param amendment what is to change
  void amend(long clientOrderId, Amendment amendment);

  /// Asks to cancel an order of this desk; the outcome arrives in [Strategy#onOrder].
  ///
  /// @param clientOrderId what [#submit] returned
  void cancel(long clientOrderId);

  /// Says what the strategy sees, for reports; orders nothing.
  ///
  /// @param signal what it sees, whether it orders for it or not
  /// @throws IllegalStateException outside of a callback
  void signal(Signal signal);

  /// {@return the position in an instrument, in lots, negative if short}
  ///
  /// @param instrument the instrument
  long netLots(Instrument instrument);

  /// {@return the account's cash in micros}
  ///
  /// @param currency the currency
  long cashMicros(String currency);
}
