package trading.marketdata;

import java.util.Objects;
import java.util.OptionalLong;

/// How often one symbol was updated, for monitoring; see [MarketDataHub#updates].
///
/// The difference of two counts over the time between them is the symbol's rate; the time now less
/// the time of its last update is the age of its price.
///
/// @param symbol the symbol
/// @param subscribed whether the hub hands it on
/// @param count quotes and bars that the hub took while the symbol was subscribed
/// @param lastNanos the time that the last of them states, a quote's own or a bar's end,
///   nanoseconds since the epoch; empty before the first
public record SymbolUpdates(String symbol, boolean subscribed, long count, OptionalLong lastNanos) {

  /// Checks that nothing is missing.
  public SymbolUpdates {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(lastNanos, "lastNanos");
  }
}
