package trading.api;

/// What is to change in an order (FIX OrderCancelReplaceRequest); 0 leaves a number as it is.
///
/// Less quantity keeps the order's place in the queue; more quantity or another price loses it. A
/// quantity of no more than what has traded already cancels the rest.
///
/// @param lots the new quantity in lots, what has traded included (FIX OrderQty)
/// @param limitTicks the new limit in ticks
/// @param stopTicks the new stop in ticks, while the order still waits for it
public record Amendment(long lots, long limitTicks, long stopTicks) {

  /// {@return a new quantity}
  ///
  /// @param lots in lots, what has traded included
  public static Amendment lots(long lots) {
    return new Amendment(lots, 0, 0);
  }

  /// {@return a new limit}
  ///
  /// @param limitTicks in ticks
  public static Amendment limit(long limitTicks) {
    return new Amendment(0, limitTicks, 0);
  }

  /// {@return a new stop}
  ///
  /// @param stopTicks in ticks
  public static Amendment stop(long stopTicks) {
    return new Amendment(0, 0, stopTicks);
  }
}
