package trading.api;

import java.math.BigDecimal;
import java.util.Optional;

/// An order as it stood at one moment (FIX ExecutionReport).
///
/// @param id the engine's number, from 1 upwards
/// @param account the account that ordered
/// @param instrument what it trades
/// @param side buy or sell
/// @param type how it is priced
/// @param timeInForce how long it stays in force
/// @param sizing how its quantity was given
/// @param status where it stands
/// @param lots its quantity; 0 while an all-in order waits for its first price
/// @param filledLots what has traded, FIX CumQty
/// @param filledMicros the sum of price × quantity of its fills, in micros
/// @param feesMicros the fees of its fills, in micros
/// @param limitTicks its limit; 0 for types without. Of a MARKET_TO_LIMIT order the price that it
///   took
/// @param clientOrderId the caller's own number; 0 for none
/// @param createdNanos when it was accepted, nanoseconds since the epoch
/// @param updatedNanos when it last changed, nanoseconds since the epoch
/// @param terms what else it says, as it stands: the stop of a trailing stop, the expiry of a DAY
///   order
/// @param triggered whether the price that it waited for was met
/// @param entryId the order on whose fills it depends; 0 for none
/// @param siblingId the order of which one cancels the other; 0 for none
/// @param reason why it was canceled, rejected or expired
public record Order(
    long id,
    String account,
    Instrument instrument,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    Sizing sizing,
    OrderStatus status,
    long lots,
    long filledLots,
    long filledMicros,
    long feesMicros,
    long limitTicks,
    long clientOrderId,
    long createdNanos,
    long updatedNanos,
    OrderTerms terms,
    boolean triggered,
    long entryId,
    long siblingId,
    Optional<Reason> reason) {

  /// {@return what is still to trade, FIX LeavesQty; 0 once the order is final}
  public long remainingLots() {
    return status.isTerminal() ? 0 : lots - filledLots;
  }

  /// {@return the average price of its fills, FIX AvgPx; empty before the first}
  public Optional<BigDecimal> averagePrice() {
    return filledLots == 0
        ? Optional.empty()
        : Optional.of(instrument.averagePrice(filledMicros, filledLots));
  }
}
