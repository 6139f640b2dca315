package trading.risk;

import trading.api.spi.LedgerView;

/// The books of one account as somebody gives them: cash, positions and marks, nothing else.
final class GivenBooks implements LedgerView {
  static final int ACCOUNT = 1;

  private final LongGrid cash = new LongGrid();
  private final LongGrid net = new LongGrid();
  private final LongGrid marks = new LongGrid();
  private final Instruments instruments = new Instruments();

  void list(int id, String symbol, int currencyId, long tickValueMicros) {
    instruments.put(id, symbol, currencyId, tickValueMicros);
  }

  void cash(int currencyId, long micros) {
    cash.set(ACCOUNT, currencyId, micros);
  }

  void hold(int instrumentId, long netLots) {
    net.set(ACCOUNT, instrumentId, netLots);
  }

  void mark(int instrumentId, long ticks) {
    marks.set(ACCOUNT, instrumentId, ticks);
  }

  @Override
  public long cashMicros(int accountId, int currencyId) {
    return cash.get(accountId, currencyId);
  }

  /// Nothing is known of them: money that is there counts as earned.
  @Override
  public long depositsMicros(int accountId, int currencyId) {
    return 0;
  }

  @Override
  public long equityMicros(int accountId, int currencyId) {
    long equity = cashMicros(accountId, currencyId);
    for (int id = 0; id < instruments.end(); id++) {
      if (instruments.get(id).currencyId == currencyId) {
        equity = Math.addExact(equity, unrealisedMicros(accountId, id));
      }
    }
    return equity;
  }

  @Override
  public long netLots(int accountId, int instrumentId) {
    return net.get(accountId, instrumentId);
  }

  @Override
  public long openCostMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long realisedMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long feesMicros(int accountId, int instrumentId) {
    return 0;
  }

  /// With no cost known, the whole value.
  @Override
  public long unrealisedMicros(int accountId, int instrumentId) {
    return Math.multiplyExact(
        Math.multiplyExact(netLots(accountId, instrumentId), markTicks(instrumentId)),
        instruments.get(instrumentId).tickValueMicros);
  }

  @Override
  public long markTicks(int instrumentId) {
    return marks.get(ACCOUNT, instrumentId);
  }
}
