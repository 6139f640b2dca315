package trading.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import trading.api.Signal;

/// A strategy for as long as it is attached: who it is, how it is made, what it has done.
///
/// Its instances come and go, and an abandoned one may meet its successor here: any thread.
final class Member {
  private static final int LAST_SIGNALS = 10;

  private final String id;
  private final String account;
  private final Consumer<TimedSignal> signalListener;
  private final AtomicLong clientOrderIds = new AtomicLong();
  private final AtomicLong ordersSubmitted = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong longestCallbackNanos = new AtomicLong();
  private final AtomicReference<Signaled> signaled =
      new AtomicReference<>(new Signaled(0, List.of()));
  private volatile StrategyRecipe recipe;

  /// What was signaled so far: one value, so that a report shows both parts of one moment.
  private record Signaled(long count, List<TimedSignal> last) {

    Signaled and(TimedSignal signal) {
      List<TimedSignal> kept = new ArrayList<>(last);
      if (kept.size() == LAST_SIGNALS) {
        kept.removeFirst();
      }
      kept.add(signal);
      return new Signaled(count + 1, List.copyOf(kept));
    }
  }

  Member(String id, String account, StrategyRecipe recipe, Consumer<TimedSignal> signalListener) {
    this.id = id;
    this.account = account;
    this.recipe = recipe;
    this.signalListener = signalListener;
  }

  String id() {
    return id;
  }

  String account() {
    return account;
  }

  StrategyRecipe recipe() {
    return recipe;
  }

  void reconfigure(StrategyRecipe newRecipe) {
    recipe = newRecipe;
  }

  long lastClientOrderId() {
    return clientOrderIds.get();
  }

  /// {@return a number that no order of any of its instances has}
  long nextClientOrderId() {
    return clientOrderIds.incrementAndGet();
  }

  void ordered() {
    ordersSubmitted.incrementAndGet();
  }

  void refused() {
    refusals.incrementAndGet();
  }

  void signaled(long atNanos, Signal signal) {
    TimedSignal timed = new TimedSignal(atNanos, signal);
    signaled.updateAndGet(before -> before.and(timed));
    signalListener.accept(timed);
  }

  void calledBackFor(long nanos) {
    longestCallbackNanos.accumulateAndGet(nanos, Math::max);
  }

  /// {@return what it has done so far}
  ///
  /// @param runningNanos how long it has been in the callback that it is in
  StrategyStatus.Activity activity(long runningNanos) {
    // Read in this order, a report never shows more refusals than orders.
    long refusalsSoFar = refusals.get();
    long submittedSoFar = ordersSubmitted.get();
    Signaled signaledSoFar = signaled.get();
    return new StrategyStatus.Activity(
        submittedSoFar,
        refusalsSoFar,
        signaledSoFar.count(),
        signaledSoFar.last(),
        Math.max(longestCallbackNanos.get(), runningNanos));
  }

  /// {@return how it stands}
  StrategyStatus status(
      Optional<End> end, StrategyStatus.Activity activity, StrategyStatus.Backlog backlog) {
    return new StrategyStatus(
        id,
        account,
        end.map(End::state).orElse(StrategyStatus.State.RUNNING),
        recipe.settings(),
        activity,
        backlog,
        end.map(End::reason).orElse(""),
        end.flatMap(End::cause));
  }
}
