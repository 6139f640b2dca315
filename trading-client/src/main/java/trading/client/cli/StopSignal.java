package trading.client.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C and SIGTERM into a request to stop, and lets the program end with a code of its
/// own.
///
/// Once asked, the process lives until [#close], or until its patience ends. Its exit code is that
/// of [#end], 1 without.
final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode = Main.FAILED;
  private volatile Runnable stop = () -> {};
  private final Thread hook = new Thread(this::holdTheExit, "stop-signal");

  private StopSignal() {}

  /// {@return a signal that listens from now on}
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /// Says what stops when somebody asks, on a thread of the signal's own: the one that shows the
  /// status may be held up by who reads it.
  void stopping(Runnable newStop) {
    stop = newStop;
  }

  /// Waits until somebody asks to stop, for a time at most.
  ///
  /// @return whether somebody has asked
  boolean await(long nanos) {
    try {
      return asked.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Says with which code the program ends.
  void end(int code) {
    exitCode = code;
  }

  /// Says that everything has ended; after a signal the process exits now.
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The exit is under way: the hook ends the process.
    }
  }

  private void holdTheExit() {
    asked.countDown();
    try {
      stop.run();
      boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      // Without it the exit code would be that of the signal.
      Runtime.getRuntime().halt(inTime ? exitCode : Main.FAILED);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
