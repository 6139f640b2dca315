package trading.portfolio;

import trading.api.Instrument;
import trading.api.Side;

/// A trade that is still open: what entered and left so far.
final class OpenTrip {
  private final String account;
  private final Instrument instrument;
  private final Side side;
  private final long entryNanos;

  private long heldLots;
  private long enteredLots;
  private long entryMicros;
  private long exitMicros;
  private long feesMicros;

  OpenTrip(String account, Instrument instrument, Side side, long entryNanos) {
    this.account = account;
    this.instrument = instrument;
    this.side = side;
    this.entryNanos = entryNanos;
  }

  Side side() {
    return side;
  }

  long heldLots() {
    return heldLots;
  }

  void enter(long lots, long notionalMicros, long feeMicros) {
    heldLots = Math.addExact(heldLots, lots);
    enteredLots = Math.addExact(enteredLots, lots);
    entryMicros = Math.addExact(entryMicros, notionalMicros);
    feesMicros = Math.addExact(feesMicros, feeMicros);
  }

  void leave(long lots, long notionalMicros, long feeMicros) {
    heldLots -= lots;
    exitMicros = Math.addExact(exitMicros, notionalMicros);
    feesMicros = Math.addExact(feesMicros, feeMicros);
  }

  RoundTrip close(long exitNanos) {
    return new RoundTrip(
        account,
        instrument,
        side,
        enteredLots,
        entryNanos,
        exitNanos,
        entryMicros,
        exitMicros,
        feesMicros,
        side.sign() * (exitMicros - entryMicros));
  }
}
