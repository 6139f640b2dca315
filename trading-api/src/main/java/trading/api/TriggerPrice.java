package trading.api;

/// Which price an order waits for (FIX TriggerPriceType). On bars every one is the last price.
public enum TriggerPrice {
  /// The last price: a trade here, or the last price of a quote, whichever came later.
  LAST,
  /// The best bid for sells, the best ask for buys.
  BID_ASK,
  /// The middle of best bid and best ask, exact to half a tick.
  MID
}
