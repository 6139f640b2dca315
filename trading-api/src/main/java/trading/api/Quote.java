package trading.api;

/// The last quote of an instrument with its day so far.
///
/// @param instrument the instrument
/// @param atNanos when it was made, nanoseconds since the epoch
/// @param bidTicks best bid; 0 when there is none
/// @param bidLots size of the best bid
/// @param askTicks best ask; 0 when there is none
/// @param askLots size of the best ask
/// @param lastTicks last traded price
/// @param openTicks first price of the day
/// @param highTicks highest price of the day
/// @param lowTicks lowest price of the day
/// @param previousCloseTicks last price of the day before; the day's open on the first day
/// @param volumeLots lots traded this day
public record Quote(
    Instrument instrument,
    long atNanos,
    long bidTicks,
    long bidLots,
    long askTicks,
    long askLots,
    long lastTicks,
    long openTicks,
    long highTicks,
    long lowTicks,
    long previousCloseTicks,
    long volumeLots) {

  /// {@return the change since the previous close, in ticks}
  public long changeTicks() {
    return lastTicks - previousCloseTicks;
  }

  /// {@return the change in percent of the previous close, for people}
  ///
  /// It is 100 × [#changeTicks] ÷ previous close, rounded once: the double nearest to the exact
  /// fraction, for prices up to [Instrument#MAX_PRICE_TICKS]. To compute with, take the ticks.
  ///
  /// @throws ArithmeticException when the previous close is not positive
  public double changePercent() {
    if (previousCloseTicks <= 0) {
      throw new ArithmeticException(
          "previous close in ticks of "
              + instrument.symbol()
              + " must be at least 1, was "
              + previousCloseTicks);
    }
    return (double) (100 * changeTicks()) / previousCloseTicks;
  }
}
