package trading.api.event;

import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// Something that happened in the engine, as a record to keep.
///
/// Ids are the engine's, given out from 1 in the order of the listing events. Units stand in the
/// names and in [Field]. [EventCodec] turns events into their canonical bytes and back.
public sealed interface Event {
  /// {@return its number, from 1 without gaps}
  long seq();

  /// {@return the engine's time, nanoseconds since the epoch}
  long atNanos();

  /// A currency got its id.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param currencyId the id
  /// @param currency the currency's name
  record CurrencyListed(long seq, long atNanos, int currencyId, String currency) implements Event {}

  /// An instrument got its id.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param instrumentId the id
  /// @param currencyId the currency of its prices
  /// @param tickValueMicros the value of one tick of one lot
  /// @param symbol its symbol
  /// @param currency the currency's name
  /// @param tick the price step
  /// @param lot the quantity step
  record InstrumentListed(
      long seq,
      long atNanos,
      int instrumentId,
      int currencyId,
      long tickValueMicros,
      String symbol,
      String currency,
      String tick,
      String lot)
      implements Event {}

  /// An account got its id.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param accountId the id
  /// @param account its name
  record AccountOpened(long seq, long atNanos, int accountId, String account) implements Event {}

  /// Money came into an account or left it.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param accountId the account
  /// @param currencyId the currency
  /// @param amountMicros the amount; negative when it left
  record CashMoved(long seq, long atNanos, int accountId, int currencyId, long amountMicros)
      implements Event {}

  /// A trading day began.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param epochDay the day, since 1970-01-01
  record DayStarted(long seq, long atNanos, int epochDay) implements Event {}

  /// The market's quote changed.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param instrumentId the instrument
  /// @param bidTicks best bid; 0 for none
  /// @param bidLots its size
  /// @param askTicks best ask; 0 for none
  /// @param askLots its size
  /// @param markTicks last traded price
  record Quoted(
      long seq,
      long atNanos,
      int instrumentId,
      long bidTicks,
      long bidLots,
      long askTicks,
      long askLots,
      long markTicks)
      implements Event {}

  /// A bar opened.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param instrumentId the instrument
  /// @param markTicks the open
  record BarOpened(long seq, long atNanos, int instrumentId, long markTicks) implements Event {}

  /// A bar closed.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param instrumentId the instrument
  /// @param highTicks the highest price
  /// @param lowTicks the lowest price
  /// @param markTicks the close
  record BarClosed(
      long seq, long atNanos, int instrumentId, long highTicks, long lowTicks, long markTicks)
      implements Event {}

  /// An order was accepted.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param type its type
  /// @param timeInForce its time in force
  /// @param sizing how its quantity is given
  /// @param status NEW, PENDING_NEW when it waits for the next open, SUSPENDED when it waits for
  ///   its entry
  /// @param lots its quantity; 0 for an all-in order that waits
  /// @param limitTicks its limit; 0 for MARKET
  /// @param clientOrderId the caller's own number; 0 for none
  record OrderAccepted(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      Sizing sizing,
      OrderStatus status,
      long lots,
      long limitTicks,
      long clientOrderId)
      implements Event {}

  /// A waiting order came on the market.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param lots its quantity
  record OrderActivated(
      long seq, long atNanos, long orderId, int accountId, int instrumentId, Side side, long lots)
      implements Event {}

  /// A request was refused at the door, or a waiting order when it met the market.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order; 0 when it never became one
  /// @param accountId its account; -1 when not open
  /// @param instrumentId its instrument; -1 when not listed
  /// @param side its side
  /// @param lots its quantity, as asked
  /// @param clientOrderId the caller's own number; 0 for none
  /// @param reason the stable code
  /// @param bound the bound that was broken
  /// @param actual the value that broke it
  /// @param rule the id of the risk rule, or empty
  /// @param sentence one sentence for people
  record OrderRejected(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long lots,
      long clientOrderId,
      Reason reason,
      long bound,
      long actual,
      String rule,
      String sentence)
      implements Event {}

  /// An order traded.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param tradeId the trade; both orders of a trade have a fill with it
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param priceTicks the price
  /// @param lots the quantity
  /// @param remainingLots what is still to trade
  /// @param feeMicros the fee
  /// @param liquidity the order's part in the trade
  record OrderFilled(
      long seq,
      long atNanos,
      long orderId,
      long tradeId,
      int accountId,
      int instrumentId,
      Side side,
      long priceTicks,
      long lots,
      long remainingLots,
      long feeMicros,
      Liquidity liquidity)
      implements Event {}

  /// What was left of an order was canceled.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param lots what was left
  /// @param reason why
  record OrderCanceled(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long lots,
      Reason reason)
      implements Event {}

  /// A request to cancel or to amend was refused.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order that was named
  /// @param accountId who asked; -1 when not open
  /// @param reason the stable code
  /// @param sentence one sentence for people
  record CancelRejected(
      long seq, long atNanos, long orderId, int accountId, Reason reason, String sentence)
      implements Event {}

  /// What the order that was accepted just before says beyond a plain one.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param terms the terms; of a DAY order with its expiry
  /// @param entryId the order on whose fills it depends; 0 for none
  /// @param siblingId the order of which one cancels the other; 0 for none
  record OrderTermed(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      OrderTerms terms,
      long entryId,
      long siblingId)
      implements Event {}

  /// The price that an order waited for was met.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param priceTicks the price that met it
  record OrderTriggered(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long priceTicks)
      implements Event {}

  /// A trailing stop followed the price.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param stopTicks the stop now
  record StopMoved(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long stopTicks)
      implements Event {}

  /// Quantity or prices of an order changed.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param lots its quantity now
  /// @param remainingLots what is still to trade
  /// @param limitTicks its limit now; 0 for none
  /// @param stopTicks its stop now; 0 for none
  record OrderAmended(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long lots,
      long remainingLots,
      long limitTicks,
      long stopTicks)
      implements Event {}

  /// An order lost quantity without a trade.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param orderId the order
  /// @param accountId its account
  /// @param instrumentId its instrument
  /// @param side its side
  /// @param lots what it lost
  /// @param remainingLots what is still to trade, at least 1
  /// @param reason why
  record OrderReduced(
      long seq,
      long atNanos,
      long orderId,
      int accountId,
      int instrumentId,
      Side side,
      long lots,
      long remainingLots,
      Reason reason)
      implements Event {}

  /// An account's self-trade prevention changed.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param accountId the account
  /// @param mode what it is now
  record SelfTradeSet(long seq, long atNanos, int accountId, SelfTradePrevention mode)
      implements Event {}

  /// The instrument that was listed just before has a session's end of its own.
  ///
  /// @param seq its number
  /// @param atNanos its time
  /// @param instrumentId the instrument
  /// @param timeOfDayNanos when the session ends, on the clocks of the zone
  /// @param zone the time zone's id
  record SessionCloseSet(long seq, long atNanos, int instrumentId, long timeOfDayNanos, String zone)
      implements Event {}
}
