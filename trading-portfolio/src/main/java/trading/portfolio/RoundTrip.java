package trading.portfolio;

import java.math.BigDecimal;
import trading.api.Instrument;
import trading.api.Side;

/// A closed trade: one position of one account from flat to flat.
///
/// @param account the account
/// @param instrument what was traded
/// @param side how it was entered: BUY is long, SELL is short
/// @param lots all lots that entered, positive; as many left
/// @param entryNanos when its first fill was, nanoseconds since the epoch
/// @param exitNanos when its last fill was, nanoseconds since the epoch
/// @param entryNotionalMicros the sum of price × quantity of what entered, positive
/// @param exitNotionalMicros the sum of price × quantity of what left, positive
/// @param feesMicros the fees of all its fills
/// @param profitMicros what left less what entered, the other way round when short; before fees
public record RoundTrip(
    String account,
    Instrument instrument,
    Side side,
    long lots,
    long entryNanos,
    long exitNanos,
    long entryNotionalMicros,
    long exitNotionalMicros,
    long feesMicros,
    long profitMicros) {

  /// {@return the profit after fees, in micros}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  public long netMicros() {
    return Math.subtractExact(profitMicros, feesMicros);
  }

  /// {@return the average entry price, see [Instrument#averagePrice]}
  public BigDecimal entryPrice() {
    return instrument.averagePrice(entryNotionalMicros, lots);
  }

  /// {@return the average exit price, see [Instrument#averagePrice]}
  public BigDecimal exitPrice() {
    return instrument.averagePrice(exitNotionalMicros, lots);
  }

  /// {@return the profit after fees as a fraction of the entry notional}
  public double returnRatio() {
    return (double) netMicros() / entryNotionalMicros;
  }
}
