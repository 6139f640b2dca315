package trading.strategies;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.AccountReader;
import trading.api.OrderEntry;
import trading.api.spi.Strategy;

/// One instance of a strategy on a thread of its own: mailbox, host with one seat, time budget.
///
/// Any thread may call it; what it does about orders then goes through the door on that thread.
final class Tenure {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadedStrategies.class);

  private final Premises premises;
  private final Seat seat;
  private final StrategyHost host;
  private final Mailbox mailbox;
  private final BudgetWatch watch;
  private final Thread thread;

  /// Whether the watchdog has to cancel its open orders.
  private volatile boolean cancelDue;

  /// Whether its own thread has to cancel them when it leaves; that thread's alone.
  private boolean cancelsOnLeaving;

  /// Where instances work.
  ///
  /// @param door where their orders go
  /// @param reader where their accounts and orders are read
  /// @param limits how far they may go
  /// @param nanoTime the time that callbacks take and mail waits
  /// @param alarm is called when the watchdog must act soon
  record Premises(
      OrderEntry door,
      AccountReader reader,
      StrategyLimits limits,
      LongSupplier nanoTime,
      Runnable alarm) {}

  Tenure(Member member, Strategy strategy, Premises premises) {
    this.premises = premises;
    long budgetNanos = premises.limits().callbackBudget().toNanos();
    watch = new BudgetWatch(member, budgetNanos, premises.nanoTime(), this::cameBackLate);
    seat = new Seat(member, strategy, premises.reader(), watch);
    host = StrategyHost.of(seat, premises.door(), premises.reader());
    mailbox = new Mailbox(premises.limits().mailboxCapacity());
    thread = Thread.ofPlatform().daemon().name("strategy-" + member.id()).unstarted(this::run);
  }

  Strategy strategy() {
    return seat.strategy();
  }

  Thread thread() {
    return thread;
  }

  void start() {
    thread.start();
  }

  boolean hasEnded() {
    return seat.hasEnded();
  }

  StrategyStatus status(long nowNanos) {
    // Asked for first: what it has done is then never older than why it ended.
    var ended = seat.ended();
    return seat.member()
        .status(
            ended,
            seat.member().activity(watch.runningNanos(nowNanos)),
            mailbox.backlog(host.unread(), nowNanos));
  }

  void offer(QuoteCopy quote, long nowNanos) {
    if (!mailbox.put(quote, nowNanos)) {
      overflow("quotes and bars");
    }
  }

  void offer(BarCopy bar, long nowNanos) {
    if (!mailbox.put(bar, nowNanos)) {
      overflow("quotes and bars");
    }
  }

  void orderChanged(long orderId, long atNanos) {
    if (!thread.isAlive()) {
      return;
    }
    if (host.unread() >= premises.limits().mailboxCapacity()) {
      overflow("changes of its orders");
      return;
    }
    host.orderChanged(seat, orderId, atNanos);
    mailbox.ordersChanged();
  }

  /// Ends it, if it has not ended: no callback begins any more; one that runs is let run.
  ///
  /// @param openOrders what the caller does with its open orders
  void disable(OpenOrders openOrders) {
    end(End.disabled(openOrders));
  }

  /// Has ended from the start, as its predecessor has; not to be started.
  void endLike(Tenure former) {
    seat.endLike(former.seat);
    mailbox.close();
  }

  /// Cancels its open orders; when the door throws, the watchdog tries again.
  void cancelOpenOrders() {
    try {
      seat.cancelOpenOrders(premises.door());
    } catch (RuntimeException e) {
      cancelLater();
      throw e;
    }
  }

  void cancelOpenOrdersOrWarn() {
    seat.cancelOpenOrdersOrWarn(premises.door());
  }

  /// Does what its own thread cannot: ends it while it hangs, and cancels its orders then.
  void check(long nowNanos) {
    watch.overdue(nowNanos).ifPresent(this::hangs);
    if (cancelDue) {
      cancelDue = false;
      cancelOpenOrdersOrWarn();
    }
  }

  /// {@return whether nobody needs to look after it any more}
  boolean isDone() {
    return !thread.isAlive() && !cancelDue;
  }

  /// Interrupts a callback that did not come back in time for a stop, and leaves its thread alone.
  void abandon() {
    watch.interrupt();
    LOG.warn("strategy {} did not come back, its thread is abandoned", seat.id());
  }

  private void run() {
    try {
      work();
    } catch (Throwable thrown) {
      failed(thrown);
      if (thrown instanceof VirtualMachineError error) {
        throw error;
      }
    } finally {
      mailbox.close();
      if (cancelsOnLeaving) {
        cancelOpenOrdersOrWarn();
      }
    }
  }

  private void work() {
    while (!seat.hasEnded()) {
      Delivery next = mailbox.take();
      if (next == null) {
        return;
      }
      next.to(host);
    }
  }

  private void failed(Throwable thrown) {
    cancelsOnLeaving = true;
    if (!end(End.stopped("its thread failed: " + thrown, thrown))) {
      LOG.warn("strategy {} had ended when its thread failed: {}", seat.id(), thrown.toString());
    }
  }

  private void hangs(String callback) {
    if (!hasEnded() && end(End.stopped(tooLate(callback), whereItHangs(callback)))) {
      cancelDue = true;
    }
    if (watch.interrupt()) {
      LOG.warn("strategy {} hangs in {}, its thread is abandoned", seat.id(), callback);
    }
  }

  private void cameBackLate(String callback) {
    if (end(End.stopped(tooLate(callback)))) {
      cancelsOnLeaving = true;
    }
  }

  private void overflow(String what) {
    String reason =
        "its mailbox overflowed: more than %d %s waited"
            .formatted(premises.limits().mailboxCapacity(), what);
    if (end(End.stopped(reason))) {
      // This may be inside a callback of the engine, where nothing can be canceled.
      cancelLater();
    }
  }

  private void cancelLater() {
    cancelDue = true;
    premises.alarm().run();
  }

  private boolean end(End end) {
    boolean ended = seat.end(end);
    mailbox.close();
    return ended;
  }

  private String tooLate(String callback) {
    return callback + " took longer than " + premises.limits().callbackBudget().toMillis() + " ms";
  }

  private Throwable whereItHangs(String callback) {
    Throwable where = new IllegalStateException(callback + " did not come back from here");
    where.setStackTrace(thread.getStackTrace());
    return where;
  }
}
