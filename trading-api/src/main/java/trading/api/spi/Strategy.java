package trading.api.spi;

import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Refusal;

/// Decides what to trade, from what it is shown.
///
/// One thread at a time calls it. Views are valid until the call returns. A strategy that throws is
/// stopped and reported.
public interface Strategy {

  /// A bar is complete.
  ///
  /// @param bar the bar
  /// @param desk where to order; what is ordered now trades after the bar
  default void onBar(BarView bar, Desk desk) {}

  /// A quote changed.
  ///
  /// @param quote the quote
  /// @param desk where to order
  default void onQuote(QuoteView quote, Desk desk) {}

  /// One of its orders was accepted, triggered, filled, changed, canceled, or refused while it
  /// waited.
  ///
  /// @param order the order as it stands
  /// @param desk where to order
  default void onOrder(Order order, Desk desk) {}

  /// One of its orders was refused at the door.
  ///
  /// @param request what was asked, with its client order id
  /// @param refusal why it was refused
  /// @param desk where to order
  default void onRefused(OrderRequest request, Refusal refusal, Desk desk) {}

  /// A change of one of its orders was refused; the order stays as it is.
  ///
  /// @param order the order as it stands
  /// @param refusal why the change was refused
  /// @param desk where to order
  default void onChangeRefused(Order order, Refusal refusal, Desk desk) {}
}
