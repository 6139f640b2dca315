package trading.core;

import trading.api.BadInputException;
import trading.api.Side;
import trading.api.spi.StateWriter;

/// A limit order book in price-time priority, for those who want the book alone.
///
/// Ids are the caller's, prices are 1 to 2⁴⁰ ticks, quantities 1 to
/// [trading.api.Instrument#MAX_LOTS] lots; whatever is outside is refused with a code and changes
/// nothing. Two orders of one owner may trade with each other. One thread at a time.
///
/// ```java
/// OrderBook book = OrderBook.open((maker, price, lots) -> { /* a trade */ });
/// book.place(Side.SELL, 1, 7, 101, 50);           // rests
/// long left = book.place(Side.BUY, 2, 8, 101, 20); // trades: left is 0
/// ```
public sealed interface OrderBook permits FastOrderBook, NaiveOrderBook {
  /// What [#move(long, long)] answers when the order is not there.
  long NOT_THERE = -1;

  /// {@return an empty book that is fast and allocates nothing once warm}
  ///
  /// @param trades takes what trades
  static OrderBook open(TradeSink trades) {
    return new FastOrderBook(trades);
  }

  /// {@return an empty book of sorted maps and lists: slow, and right at a glance}
  ///
  /// @param trades takes what trades
  static OrderBook naive(TradeSink trades) {
    return new NaiveOrderBook(trades);
  }

  /// Lets an order trade with the other side up to its limit; what is left rests.
  ///
  /// @param side its side
  /// @param orderId its id, which no order in the book may have
  /// @param owner its owner
  /// @param priceTicks its limit
  /// @param lots its quantity
  /// @return the lots that rest, 0 when all of it traded
  /// @throws BadInputException when price or lots are out of bounds or the id is taken
  long place(Side side, long orderId, int owner, long priceTicks, long lots);

  /// Lets an order trade with the other side up to its limit; what is left is canceled.
  ///
  /// @param side its side
  /// @param priceTicks its limit
  /// @param lots its quantity
  /// @return the lots that were left
  /// @throws BadInputException when price or lots are out of bounds
  long take(Side side, long priceTicks, long lots);

  /// Rests an order without matching, as another venue's records say; it may cross the other side.
  ///
  /// @param side its side
  /// @param orderId its id, which no order in the book may have
  /// @param owner its owner
  /// @param priceTicks its price
  /// @param lots its quantity
  /// @throws BadInputException when price or lots are out of bounds or the id is taken
  void rest(Side side, long orderId, int owner, long priceTicks, long lots);

  /// Takes an order out.
  ///
  /// @param orderId its id
  /// @return the lots that it had, 0 when it is not there
  long cancel(long orderId);

  /// Takes lots off an order, which keeps its place; with the last lot it leaves.
  ///
  /// @param orderId its id
  /// @param lots how many, at least 1
  /// @return the lots taken off, fewer when it had fewer, 0 when it is not there
  /// @throws BadInputException when lots are out of bounds
  long reduce(long orderId, long lots);

  /// Takes an order out and places what it had at a new price, as if it were new.
  ///
  /// @param orderId its id
  /// @param priceTicks the new limit
  /// @return the lots that rest, or [#NOT_THERE]
  /// @throws BadInputException when the price is out of bounds
  long move(long orderId, long priceTicks);

  /// {@return an order's lots, 0 when it is not there}
  ///
  /// @param orderId its id
  long lots(long orderId);

  /// {@return an order's price in ticks, 0 when it is not there}
  ///
  /// @param orderId its id
  long priceTicks(long orderId);

  /// {@return the best price of a side in ticks, 0 when it is empty}
  ///
  /// @param side the side
  long bestTicks(Side side);

  /// {@return whether an order would be the next of its side to trade}
  ///
  /// @param orderId its id
  boolean isFirst(long orderId);

  /// {@return the number of orders}
  int orders();

  /// Shows the price levels of a side, the best first.
  ///
  /// @param side the side
  /// @param levels how many at most
  /// @param to takes them
  void depth(Side side, int levels, LevelSink to);

  /// Shows the orders at a price, the one that trades next first.
  ///
  /// @param side the side
  /// @param priceTicks the price
  /// @param to takes them
  void queue(Side side, long priceTicks, OrderSink to);

  /// Writes every order, bids first: per side the number of levels, then id, price (asks negative)
  /// and lots of each order in its priority.
  ///
  /// @param out takes the numbers
  void write(StateWriter out);

  /// Takes price levels.
  @FunctionalInterface
  interface LevelSink {
    /// Takes a level.
    ///
    /// @param priceTicks its price in ticks
    /// @param lots the lots of all its orders
    void level(long priceTicks, long lots);
  }

  /// Takes orders.
  @FunctionalInterface
  interface OrderSink {
    /// Takes an order.
    ///
    /// @param orderId its id
    /// @param owner its owner
    /// @param lots what it has
    void order(long orderId, int owner, long lots);
  }
}
