package trading.marketdata;

import java.util.concurrent.locks.LockSupport;

/// What a [FeedRunner] goes by; a test hands in one whose time passes at will.
public interface PaceClock {

  /// {@return nanoseconds since some moment, never running backwards}
  long nanos();

  /// Blocks the calling thread until a time, or returns earlier.
  ///
  /// It returns early when the thread is unparked, see [LockSupport#unpark], or interrupted; the
  /// caller looks at the time again.
  ///
  /// @param nanos a time of [#nanos()]
  void parkUntil(long nanos);

  /// {@return the machine's monotonic clock}
  static PaceClock system() {
    return SystemPaceClock.INSTANCE;
  }
}
