package trading.api;

import java.util.Optional;

/// Reads accounts and orders by name, from any thread, also from inside callbacks.
public interface AccountReader {
  /// {@return the position in lots, negative if short; 0 for names that are unknown}
  ///
  /// @param account the account
  /// @param symbol the instrument's symbol
  long netLots(String account, String symbol);

  /// {@return the cash in micros; 0 for names that are unknown}
  ///
  /// @param account the account
  /// @param currency the currency
  long cashMicros(String account, String currency);

  /// {@return an order as it stands}
  ///
  /// @param orderId the engine's number
  Optional<Order> order(long orderId);
}
