package trading.strategies;

import java.util.concurrent.CountDownLatch;

/// Holds threads up until a test opens it.
final class Gate {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /// Passes once the gate is open; an interrupt is remembered and opens nothing.
  void pass() {
    arrived.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        opened.await();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitArrival() {
    try {
      arrived.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void open() {
    opened.countDown();
  }
}
