package trading.core;

import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Reason;
import trading.api.spi.FeeModel;

/// A fee in proportion to the traded value, the same for maker and taker, rounded up to a whole
/// micro.
///
/// @param hundredths hundredths of a basis point (10⁻⁶ of the value), 0..1,000,000
public record BasisPointFees(long hundredths) implements FeeModel {
  private static final long SCALE = 1_000_000;

  /// Checks the range.
  ///
  /// @throws BadInputException when it is out of range
  public BasisPointFees {
    if (hundredths < 0 || hundredths > SCALE) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          "fee must be 0..10000 basis points, was " + hundredths + " hundredths of one");
    }
  }

  @Override
  public long feeMicros(
      Instrument instrument, Liquidity liquidity, long lots, long notionalMicros) {
    long whole = notionalMicros / SCALE * hundredths;
    long rest = notionalMicros % SCALE * hundredths;
    return whole + Math.ceilDiv(rest, SCALE);
  }
}
