package trading.core;

class FastOrderBookTest extends OrderBookContract {
  @Override
  OrderBook open(TradeSink sink) {
    return OrderBook.open(sink);
  }
}
