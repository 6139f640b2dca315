package trading.strategies;

import java.util.Objects;
import trading.api.Signal;

/// A signal and when it was given.
///
/// @param atNanos the time of what the strategy was shown, nanoseconds since the epoch: a bar's
///   end, a quote's moment
/// @param signal what the strategy saw
public record TimedSignal(long atNanos, Signal signal) {

  /// Checks that nothing is missing.
  public TimedSignal {
    Objects.requireNonNull(signal, "signal");
  }
}
