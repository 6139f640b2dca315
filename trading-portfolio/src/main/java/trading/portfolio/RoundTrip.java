package trading.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

  private static final int MICRO_SCALE = 6;
  private static final int PRICE_SCALE = 10;

  /// {@return the profit after fees, in micros}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  public long netMicros() {
    return Math.subtractExact(profitMicros, feesMicros);
  }

  /// {@return the average entry price, exact where it has at most 10 decimals}
  ///
  /// Else it is rounded to 10 decimals, HALF_EVEN; to the tick's where the tick has more.
  public BigDecimal entryPrice() {
    return averagePrice(entryNotionalMicros);
  }

  /// {@return the average exit price, exact where it has at most 10 decimals}
  ///
  /// Else it is rounded to 10 decimals, HALF_EVEN; to the tick's where the tick has more.
  public BigDecimal exitPrice() {
    return averagePrice(exitNotionalMicros);
  }

  /// {@return the profit after fees as a fraction of the entry notional}
  public double returnRatio() {
    return (double) netMicros() / entryNotionalMicros;
  }

  private BigDecimal averagePrice(long notionalMicros) {
    int tickScale = instrument.tick().scale();
    BigDecimal price =
        BigDecimal.valueOf(notionalMicros, MICRO_SCALE)
            .divide(
                instrument.quantity(lots), Math.max(PRICE_SCALE, tickScale), RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return price.scale() < tickScale ? price.setScale(tickScale) : price;
  }
}
