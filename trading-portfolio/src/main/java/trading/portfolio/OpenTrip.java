package trading.portfolio;

import trading.api.Instrument;
import trading.api.Side;

/// A trade that is still open: what entered and left so far.
final class OpenTrip {
  private static final long MAX_SUM = 1L << 62;

  private final String account;
  private final Instrument instrument;
  private final Side side;
  private final long entryNanos;

  private long heldLots;
  private long enteredLots;
  private long entryMicros;
  private long exitMicros;
  private long feesMicros;
  private boolean tooLarge;

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
    heldLots += lots;
    enteredLots = sum(enteredLots, lots);
    entryMicros = sum(entryMicros, notionalMicros);
    feesMicros = sum(feesMicros, feeMicros);
  }

  void leave(long lots, long notionalMicros, long feeMicros) {
    heldLots -= lots;
    exitMicros = sum(exitMicros, notionalMicros);
    feesMicros = sum(feesMicros, feeMicros);
  }

  /// {@return whether a sum went beyond 2^62, so that the trade's figures would be wrong}
  boolean isTooLarge() {
    return tooLarge;
  }

  private long sum(long a, long b) {
    long sum = a + b;
    tooLarge |= Math.abs(sum) > MAX_SUM;
    return tooLarge ? 0 : sum;
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
