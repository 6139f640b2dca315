package trading.strategies;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import trading.api.AccountReader;
import trading.api.OrderEntry;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;
import trading.api.spi.Strategy;

/// Runs each strategy on a thread of its own, for paper and live: nobody waits for a strategy.
///
/// Register it as the engine's listener before accounts open, and hand it each quote and bar after
/// the engine took it. They are copied into a mailbox per strategy, in the order of time. While a
/// strategy lags, of several quotes of one instrument only the latest waits, with the lots that
/// traded since the one that was shown; bars and changes of orders all wait. A mailbox that
/// overflows stops its strategy.
///
/// A strategy's thread shows it what waits, and places what it orders through the same door as
/// anyone. One that throws, that takes longer in one callback than its budget, or whose orders
/// cannot be handed in because the door throws, is stopped: its open orders are canceled, the
/// others go on. A thread that hangs in a callback is interrupted and abandoned; when it comes back
/// it finds its desk closed, can order nothing more and ends.
///
/// Any thread may call. [#enable], [#disable], [#reconfigure] and [#stop] place cancels on the
/// caller's thread and wait for no callback; they must not be called from inside a callback of the
/// engine. When [#disable] returns, a strategy may still be in a callback that had begun; an order
/// that was on its way to the door at that moment is canceled by the strategy's own thread. When
/// the door throws, the caller hears of it, and the cancels are tried again once. Threads are
/// daemons.
public final class ThreadedStrategies implements Strategies {
  private static final long MIN_CHECK_MILLIS = 1;
  private static final long MAX_CHECK_MILLIS = 100;

  private final Tenure.Premises premises;
  private final Watchdog watchdog;
  private final Roster<Slot> slots = new Roster<>();
  private final AccountOwners<Slot> owners = new AccountOwners<>();

  /// Instances that are to be looked after, former ones included.
  private final Set<Tenure> watched = ConcurrentHashMap.newKeySet();

  /// Held by who starts and ends strategies; not by those who hand in quotes, bars and events.
  private final ReentrantLock changing = new ReentrantLock();

  private boolean stopped;

  /// A strategy and the instance that runs for it now.
  private static final class Slot implements Attached {
    private final Member member;
    private volatile Tenure tenure;

    private Slot(Member member, Tenure tenure) {
      this.member = member;
      this.tenure = tenure;
    }

    @Override
    public Member member() {
      return member;
    }
  }

  private ThreadedStrategies(
      OrderEntry door, AccountReader reader, StrategyLimits limits, LongSupplier nanoTime) {
    long tenth = limits.callbackBudget().toMillis() / 10;
    watchdog =
        new Watchdog(
            this::check, Duration.ofMillis(Math.clamp(tenth, MIN_CHECK_MILLIS, MAX_CHECK_MILLIS)));
    premises = new Tenure.Premises(door, reader, limits, nanoTime, watchdog::wake);
  }

  /// {@return a host without strategies, that runs each on a thread of its own}
  ///
  /// @param door where their orders go
  /// @param reader where their accounts and orders are read
  /// @param limits how far they may go
  public static ThreadedStrategies open(
      OrderEntry door, AccountReader reader, StrategyLimits limits) {
    return open(door, reader, limits, System::nanoTime);
  }

  /// {@return a host without strategies, that runs each on a thread of its own}
  ///
  /// @param door where their orders go
  /// @param reader where their accounts and orders are read
  /// @param limits how far they may go
  /// @param nanoTime by which callbacks are timed, in nanoseconds, from any thread; never backwards
  public static ThreadedStrategies open(
      OrderEntry door, AccountReader reader, StrategyLimits limits, LongSupplier nanoTime) {
    ThreadedStrategies strategies = unwatched(door, reader, limits, nanoTime);
    strategies.watchdog.start();
    return strategies;
  }

  /// {@return a host whose watchdog sleeps: who owns it calls [#check]}
  static ThreadedStrategies unwatched(
      OrderEntry door, AccountReader reader, StrategyLimits limits, LongSupplier nanoTime) {
    return new ThreadedStrategies(door, reader, limits, nanoTime);
  }

  @Override
  public void attach(String id, StrategyRecipe recipe, String account) {
    changing.lock();
    try {
      requireNotStopped("attach");
      slots.requireFree(id, account);
      Member member = new Member(id, account, recipe, _ -> {});
      Slot slot = new Slot(member, newTenure(member, recipe, null));
      owners.assign(account, slot);
      slots.add(slot);
      start(slot.tenure);
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void enable(String id) {
    changing.lock();
    try {
      requireNotStopped("enable");
      Slot slot = slots.find(id);
      Tenure former = slot.tenure;
      if (former.hasEnded()) {
        slot.tenure = newTenure(slot.member, slot.member.recipe(), former.strategy());
        start(slot.tenure);
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void disable(String id) {
    changing.lock();
    try {
      Tenure tenure = slots.find(id).tenure;
      if (!stopped) {
        tenure.disable(OpenOrders.CANCEL);
        tenure.cancelOpenOrders();
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void reconfigure(String id, StrategyRecipe recipe) {
    changing.lock();
    try {
      requireNotStopped("reconfigure");
      Slot slot = slots.find(id);
      Tenure former = slot.tenure;
      Tenure next = newTenure(slot.member, recipe, former.strategy());
      slot.member.reconfigure(recipe);
      if (former.hasEnded()) {
        next.endLike(former);
        slot.tenure = next;
      } else {
        // In this order no bar falls between the two.
        slot.tenure = next;
        former.disable(OpenOrders.CANCEL);
        start(next);
      }
      former.cancelOpenOrders();
    } finally {
      changing.unlock();
    }
  }

  @Override
  public List<StrategyStatus> statuses() {
    long now = premises.nanoTime().getAsLong();
    return slots.stream().map(slot -> slot.tenure.status(now)).toList();
  }

  /// Copies a quote into every mailbox.
  ///
  /// @param quote lent until the call returns
  @Override
  public void onQuote(QuoteView quote) {
    QuoteCopy copy = QuoteCopy.of(quote);
    long now = premises.nanoTime().getAsLong();
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).tenure.offer(copy, now);
    }
  }

  /// Copies a bar into every mailbox.
  ///
  /// @param bar lent until the call returns
  @Override
  public void onBar(BarView bar) {
    BarCopy copy = BarCopy.of(bar);
    long now = premises.nanoTime().getAsLong();
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).tenure.offer(copy, now);
    }
  }

  @Override
  public void onEvent(EventView event) {
    Slot slot = owners.ownerOf(event);
    if (slot != null) {
      slot.tenure.orderChanged(event.value(Field.ORDER), event.atNanos());
    }
  }

  /// Does nothing: each strategy's thread does it by itself.
  @Override
  public void drain() {}

  /// Ends all strategies for good, in the order of attaching, and waits for their threads.
  ///
  /// It waits at most [StrategyLimits#stopBound] in all. What is in a callback by then is
  /// interrupted, its thread is abandoned and named in the log.
  ///
  /// @param openOrders what becomes of their open orders
  @Override
  public void stop(OpenOrders openOrders) {
    changing.lock();
    try {
      if (!stopped) {
        stopped = true;
        slots.stream().forEach(slot -> end(slot.tenure, openOrders));
        awaitThreads();
        check();
        watchdog.stop();
      }
    } finally {
      changing.unlock();
    }
  }

  /// Stops what hangs, and cancels what is left of it.
  void check() {
    long now = premises.nanoTime().getAsLong();
    watched.forEach(tenure -> tenure.check(now));
    watched.removeIf(Tenure::isDone);
  }

  private static void end(Tenure tenure, OpenOrders openOrders) {
    tenure.disable(openOrders);
    if (openOrders == OpenOrders.CANCEL) {
      tenure.cancelOpenOrdersOrWarn();
    }
  }

  private void awaitThreads() {
    long deadline = System.nanoTime() + premises.limits().stopBound().toNanos();
    try {
      for (Tenure tenure : watched) {
        if (!tenure.thread().equals(Thread.currentThread())
            && !tenure.thread().join(Duration.ofNanos(deadline - System.nanoTime()))) {
          tenure.abandon();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Tenure newTenure(Member member, StrategyRecipe recipe, @Nullable Strategy former) {
    return new Tenure(member, recipe.fresh(former), premises);
  }

  private void start(Tenure tenure) {
    tenure.start();
    watched.add(tenure);
  }

  private void requireNotStopped(String method) {
    if (stopped) {
      throw new IllegalStateException("the strategies were stopped for good: " + method);
    }
  }
}
