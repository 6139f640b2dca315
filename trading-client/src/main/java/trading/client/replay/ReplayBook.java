package trading.client.replay;

import trading.core.OrderBook;
import trading.core.TradeSink;

/// The order book that a replay uses.
public enum ReplayBook {
  /// The fast one.
  FAST,
  /// The slow one of sorted maps and lists, right at a glance.
  NAIVE;

  OrderBook open(TradeSink trades) {
    return this == FAST ? OrderBook.open(trades) : OrderBook.naive(trades);
  }
}
