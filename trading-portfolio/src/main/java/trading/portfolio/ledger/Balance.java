package trading.portfolio.ledger;

/// One account's money in one currency, with the sums over its positions in that currency.
final class Balance {
  long cashMicros;
  long depositsMicros;
  long openCostMicros;
  long realisedMicros;
  long feesMicros;

  /// Adds what a snapshot says about a position to the sums.
  void include(Holding holding) {
    openCostMicros += holding.openCostMicros;
    realisedMicros += holding.realisedMicros;
    feesMicros += holding.feesMicros;
  }

  boolean isEven() {
    return cashMicros + openCostMicros - realisedMicros + feesMicros == depositsMicros;
  }
}
