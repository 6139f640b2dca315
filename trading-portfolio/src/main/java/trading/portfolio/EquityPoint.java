package trading.portfolio;

/// An account's equity in one currency at one moment of a trading day.
record EquityPoint(
    long atNanos, long day, long equityMicros, long depositsMicros, boolean inMarket) {

  /// @throws ArithmeticException when it does not fit a `long`
  long profitMicros() {
    return Math.subtractExact(equityMicros, depositsMicros);
  }
}
