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
/// @param limitTicks the limit of a LIMIT order in ticks, 1..[Instrument#MAX_PRICE_TICKS]; 0 for
///   MARKET
/// @param clientOrderId the caller's own number for the order (FIX ClOrdID), handed back in every
///   event; 0 for none
public record OrderRequest(
    String account,
    String symbol,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    Sizing sizing,
    long lots,
    long limitTicks,
    long clientOrderId) {

  /// Checks that nothing is missing.
  public OrderRequest {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timeInForce, "timeInForce");
    Objects.requireNonNull(sizing, "sizing");
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

  /// {@return the same order with another time in force}
  ///
  /// @param newTimeInForce the time in force
  public OrderRequest with(TimeInForce newTimeInForce) {
    return new OrderRequest(
        account, symbol, side, type, newTimeInForce, sizing, lots, limitTicks, clientOrderId);
  }

  /// {@return the same order with the caller's own number}
  ///
  /// @param newClientOrderId any number but 0
  public OrderRequest withClientOrderId(long newClientOrderId) {
    return new OrderRequest(
        account, symbol, side, type, timeInForce, sizing, lots, limitTicks, newClientOrderId);
  }
}
