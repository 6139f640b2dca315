package trading.strategies;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;

/// Waits for what other threads are about to do.
final class Eventually {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private Eventually() {}

  /// Repeats an assertion until it holds; the last failure is thrown when it does not come to that.
  static void eventually(Executable assertion) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        assertion.execute();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.yield();
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }
}
