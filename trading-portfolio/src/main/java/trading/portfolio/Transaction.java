package trading.portfolio;

import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Side;

/// One fill of one account.
///
/// @param tradeId the trade; both accounts of a trade have a transaction with it
/// @param orderId the order that traded
/// @param atNanos when, nanoseconds since the epoch
/// @param account the account
/// @param instrument what was traded
/// @param side the order's side
/// @param liquidity the order's part in the trade
/// @param priceTicks the price
/// @param lots the quantity, positive
/// @param notionalMicros price × quantity in micros of the instrument's currency, positive
/// @param feeMicros the fee in micros of the instrument's currency
public record Transaction(
    long tradeId,
    long orderId,
    long atNanos,
    String account,
    Instrument instrument,
    Side side,
    Liquidity liquidity,
    long priceTicks,
    long lots,
    long notionalMicros,
    long feeMicros) {}
