package trading.core;

/// Takes the trades of an [OrderBook], one by one, as they happen.
@FunctionalInterface
public interface TradeSink {
  /// Takes a trade; must not call the book.
  ///
  /// @param makerId the id of the order that rested
  /// @param priceTicks its price in ticks
  /// @param lots what was traded, in lots
  void traded(long makerId, long priceTicks, long lots);
}
