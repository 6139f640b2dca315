package trading.core;

class NaiveOrderBookTest extends OrderBookContract {
  @Override
  OrderBook open(TradeSink sink) {
    return OrderBook.naive(sink);
  }
}
