package trading.api;

import java.util.Objects;

/// What somebody wants to trade (FIX NewOrderSingle); checked at the engine's door, not here.
///
/// @param account the account that orders, for example `trader_001`
/// @param symbol the instrument's symbol
/// @param side buy or sell
/// @param type how it is priced
/// @param timeInForce how long it stays in force
/// @param sizing how its quantity is given
/// @param lots the quantity in lots, 1..[Instrument#MAX_LOTS]; 0 when all in
/// @param limitTicks the limit in ticks, 1..[Instrument#MAX_PRICE_TICKS]; 0 for types without, see
///   [OrderType#hasLimit]
/// @param clientOrderId the caller's own number for the order (FIX ClOrdID), handed back in every
///   event; an account uses each once; 0 for none
/// @param terms what it says beyond that
public record OrderRequest(
    String account,
    String symbol,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    Sizing sizing,
    long lots,
    long limitTicks,
    long clientOrderId,
    OrderTerms terms) {

  /// Checks that nothing is missing.
  public OrderRequest {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timeInForce, "timeInForce");
    Objects.requireNonNull(sizing, "sizing");
    Objects.requireNonNull(terms, "terms");
  }

  /// Creates a request without further terms.
  ///
  /// @param account the account that orders
  /// @param symbol the instrument's symbol
  /// @param side buy or sell
  /// @param type how it is priced
  /// @param timeInForce how long it stays in force
  /// @param sizing how its quantity is given
  /// @param lots the quantity in lots; 0 when all in
  /// @param limitTicks the limit in ticks; 0 for types without
  /// @param clientOrderId the caller's own number; 0 for none
  public OrderRequest(
      String account,
      String symbol,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      Sizing sizing,
      long lots,
      long limitTicks,
      long clientOrderId) {
    this(
        account,
        symbol,
        side,
        type,
        timeInForce,
        sizing,
        lots,
        limitTicks,
        clientOrderId,
        OrderTerms.NONE);
  }

  /// {@return an order that trades at the best prices there are}
  ///
  /// @param account the account that orders
  /// @param symbol the instrument's symbol
  /// @param side buy or sell
  /// @param lots the quantity in lots
  public static OrderRequest market(String account, String symbol, Side side, long lots) {
    return new OrderRequest(
        account, symbol, side, OrderType.MARKET, TimeInForce.IOC, Sizing.LOTS, lots, 0, 0);
  }

  /// {@return a good-till-cancel order that trades at its limit or better}
  ///
  /// @param account the account that orders
  /// @param symbol the instrument's symbol
  /// @param side buy or sell
  /// @param lots the quantity in lots
  /// @param limitTicks the limit in ticks, see [Instrument#ticks(String)]
  public static OrderRequest limit(
      String account, String symbol, Side side, long lots, long limitTicks) {
    return new OrderRequest(
        account, symbol, side, OrderType.LIMIT, TimeInForce.GTC, Sizing.LOTS, lots, limitTicks, 0);
  }

  /// {@return a MARKET order that takes the position to all that the cash buys, see
  /// [Sizing#ALL_IN]}
  ///
  /// @param account the account that orders
  /// @param symbol the instrument's symbol
  /// @param side buy or sell
  public static OrderRequest allIn(String account, String symbol, Side side) {
    return new OrderRequest(
        account, symbol, side, OrderType.MARKET, TimeInForce.IOC, Sizing.ALL_IN, 0, 0, 0);
  }

  /// {@return a good-till-cancel order that waits for a price and then trades as MARKET}
  ///
  /// @param account the account that orders
  /// @param symbol the instrument's symbol
  /// @param side buy or sell
  /// @param lots the quantity in lots
  /// @param stopTicks the price to wait for, in ticks
  public static OrderRequest stop(
      String account, String symbol, Side side, long lots, long stopTicks) {
    return market(account, symbol, side, lots)
        .with(OrderType.STOP, TimeInForce.GTC)
        .with(OrderTerms.NONE.withStop(stopTicks));
  }

  /// {@return the same order with another type and time in force}
  ///
  /// @param newType the type
  /// @param newTimeInForce the time in force
  public OrderRequest with(OrderType newType, TimeInForce newTimeInForce) {
    return new OrderRequest(
        account,
        symbol,
        side,
        newType,
        newTimeInForce,
        sizing,
        lots,
        limitTicks,
        clientOrderId,
        terms);
  }

  /// {@return the same order with another time in force}
  ///
  /// @param newTimeInForce the time in force
  public OrderRequest with(TimeInForce newTimeInForce) {
    return with(type, newTimeInForce);
  }

  /// {@return the same order with other terms in place of the ones it has, its stop included}
  ///
  /// @param newTerms the terms
  public OrderRequest with(OrderTerms newTerms) {
    return new OrderRequest(
        account,
        symbol,
        side,
        type,
        timeInForce,
        sizing,
        lots,
        limitTicks,
        clientOrderId,
        newTerms);
  }

  /// {@return the same order with the caller's own number}
  ///
  /// @param newClientOrderId any number but 0
  public OrderRequest withClientOrderId(long newClientOrderId) {
    return new OrderRequest(
        account,
        symbol,
        side,
        type,
        timeInForce,
        sizing,
        lots,
        limitTicks,
        newClientOrderId,
        terms);
  }
}
