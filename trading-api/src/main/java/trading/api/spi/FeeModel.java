package trading.api.spi;

import trading.api.Instrument;
import trading.api.Liquidity;

/// What a fill costs: a pure function.
@FunctionalInterface
public interface FeeModel {
  /// {@return the fee in micros of the instrument's currency, 0 or more}
  ///
  /// @param instrument the instrument
  /// @param liquidity the order's part in the trade
  /// @param lots the quantity, positive
  /// @param notionalMicros price × quantity, positive
  long feeMicros(Instrument instrument, Liquidity liquidity, long lots, long notionalMicros);

  /// {@return no fees}
  static FeeModel none() {
    return (_, _, _, _) -> 0;
  }
}
