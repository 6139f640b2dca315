package trading.strategies;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Times the callbacks of one instance of a strategy; any thread asks whether one takes too long.
final class BudgetWatch implements CallbackWatch {
  private final Member member;
  private final long budgetNanos;
  private final LongSupplier nanoTime;
  private final Consumer<String> overrun;
  private @Nullable String callback;
  private @Nullable Thread inside;
  private long startNanos;
  private boolean interrupted;

  /// @param overrun is told each callback that returns too late, on the strategy's thread
  BudgetWatch(Member member, long budgetNanos, LongSupplier nanoTime, Consumer<String> overrun) {
    this.member = member;
    this.budgetNanos = budgetNanos;
    this.nanoTime = nanoTime;
    this.overrun = overrun;
  }

  @Override
  public synchronized void enter(String newCallback) {
    callback = newCallback;
    inside = Thread.currentThread();
    startNanos = nanoTime.getAsLong();
  }

  @Override
  public void leave() {
    overdueAtReturn().ifPresent(overrun);
  }

  private synchronized Optional<String> overdueAtReturn() {
    long now = nanoTime.getAsLong();
    Optional<String> late = overdue(now);
    member.calledBackFor(now - startNanos);
    callback = null;
    inside = null;
    interrupted = false;
    // What was meant for the strategy must not reach the engine.
    Thread.interrupted();
    return late;
  }

  /// {@return the callback that takes longer than the budget right now}
  synchronized Optional<String> overdue(long nowNanos) {
    return nowNanos - startNanos > budgetNanos ? Optional.ofNullable(callback) : Optional.empty();
  }

  /// {@return for how long the strategy has been in a callback; 0 when it is in none}
  synchronized long runningNanos(long nowNanos) {
    return callback == null ? 0 : nowNanos - startNanos;
  }

  /// Interrupts the strategy's thread while it is in a callback, once per callback.
  ///
  /// @return whether it did so now
  synchronized boolean interrupt() {
    if (inside == null || interrupted) {
      return false;
    }
    interrupted = true;
    inside.interrupt();
    return true;
  }
}
