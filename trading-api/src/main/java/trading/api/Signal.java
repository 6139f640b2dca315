package trading.api;

import java.util.Objects;

/// What a strategy sees in the market, with or without an order for it.
///
/// @param instrument where it sees it
/// @param side the side that it speaks for
/// @param confidence how sure the strategy is, from 0 to 1, by its own documented formula
/// @param lots the quantity that it orders for it, in lots; 0 when it orders nothing or leaves the
///   size to the engine, see [Sizing#ALL_IN]
/// @param reason one sentence for people: what was seen, with the numbers
public record Signal(
    Instrument instrument, Side side, double confidence, long lots, String reason) {

  /// Checks that nothing is missing or out of range.
  ///
  /// @throws IllegalArgumentException when the confidence is not 0..1, lots are negative, or the
  ///   reason is blank
  public Signal {
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(side, "side");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence of a signal must be 0..1, was " + confidence);
    }
    if (lots < 0) {
      throw new IllegalArgumentException("lots of a signal must be 0 or more, was " + lots);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a signal must have a reason");
    }
  }
}
