package trading.api;

import java.util.Objects;

/// What an order says beyond side, type, time in force, quantity and limit.
///
/// @param stopTicks the price that it waits for, in ticks, 1..[Instrument#MAX_PRICE_TICKS]; 0 for
///   types without. Of an accepted TRAILING_STOP: its stop now; 0 while no price is known
/// @param trailTicks the distance of a TRAILING_STOP in ticks; 0 when it is given in basis points
/// @param trailBasisPoints the distance of a TRAILING_STOP in hundredths of a percent of the price,
///   1..9,999, rounded down to whole ticks and at least one; 0 when it is given in ticks
/// @param triggerPrice which price a stop waits for
/// @param displayLots what an iceberg order shows at a time, in lots, less than its quantity; 0
///   shows all of it (FIX DisplayQty)
/// @param postOnly whether it must not take liquidity (FIX ExecInst 6)
/// @param reduceOnly whether it may only bring the position nearer to 0
/// @param expireNanos when a GTD order expires, nanoseconds since the epoch; 0 for other requests.
///   Of an accepted DAY order: when it expires
public record OrderTerms(
    long stopTicks,
    long trailTicks,
    int trailBasisPoints,
    TriggerPrice triggerPrice,
    long displayLots,
    boolean postOnly,
    boolean reduceOnly,
    long expireNanos) {

  /// What a plain order says: nothing.
  public static final OrderTerms NONE =
      new OrderTerms(0, 0, 0, TriggerPrice.LAST, 0, false, false, 0);

  /// Checks that nothing is missing.
  public OrderTerms {
    Objects.requireNonNull(triggerPrice, "triggerPrice");
  }

  /// {@return the same with a stop}
  ///
  /// @param newStopTicks the price to wait for, in ticks
  public OrderTerms withStop(long newStopTicks) {
    return new OrderTerms(
        newStopTicks,
        trailTicks,
        trailBasisPoints,
        triggerPrice,
        displayLots,
        postOnly,
        reduceOnly,
        expireNanos);
  }

  /// {@return the same with a stop that follows the price}
  ///
  /// @param newTrailTicks the distance in ticks, or 0
  /// @param newTrailBasisPoints the distance in hundredths of a percent, or 0
  public OrderTerms withTrail(long newTrailTicks, int newTrailBasisPoints) {
    return new OrderTerms(
        stopTicks,
        newTrailTicks,
        newTrailBasisPoints,
        triggerPrice,
        displayLots,
        postOnly,
        reduceOnly,
        expireNanos);
  }

  /// {@return the same, waiting for another price}
  ///
  /// @param newTriggerPrice which
  public OrderTerms triggeredBy(TriggerPrice newTriggerPrice) {
    return new OrderTerms(
        stopTicks,
        trailTicks,
        trailBasisPoints,
        newTriggerPrice,
        displayLots,
        postOnly,
        reduceOnly,
        expireNanos);
  }

  /// {@return the same with a display quantity}
  ///
  /// @param newDisplayLots what to show at a time, in lots
  public OrderTerms showing(long newDisplayLots) {
    return new OrderTerms(
        stopTicks,
        trailTicks,
        trailBasisPoints,
        triggerPrice,
        newDisplayLots,
        postOnly,
        reduceOnly,
        expireNanos);
  }

  /// {@return the same with other flags}
  ///
  /// @param newPostOnly whether it must not take liquidity
  /// @param newReduceOnly whether it may only bring the position nearer to 0
  public OrderTerms withFlags(boolean newPostOnly, boolean newReduceOnly) {
    return new OrderTerms(
        stopTicks,
        trailTicks,
        trailBasisPoints,
        triggerPrice,
        displayLots,
        newPostOnly,
        newReduceOnly,
        expireNanos);
  }

  /// {@return the same with an expiry}
  ///
  /// @param newExpireNanos nanoseconds since the epoch
  public OrderTerms expiringAt(long newExpireNanos) {
    return new OrderTerms(
        stopTicks,
        trailTicks,
        trailBasisPoints,
        triggerPrice,
        displayLots,
        postOnly,
        reduceOnly,
        newExpireNanos);
  }
}
