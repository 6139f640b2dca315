package trading.marketdata;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Plays a feed on the real clock: one moment of it per interval, on a thread of its own.
///
/// The first moment is due at the start, each further one an interval after the one before was due:
/// a sink that takes long delays a moment, and the cadence does not drift. A moment that is late by
/// less than an interval is made up for. After a stall of an interval or more, nothing is handed
/// out in a burst; [AfterStall] says what becomes of the moments missed. The runner never changes a
/// quote's time, and hands out in the feed's order.
///
/// It runs until it is told to stop, the feed ends, or feed or sink throws. It does not close the
/// feed: whoever made it does, after the end. Its thread does not keep the JVM alive; an interrupt
/// of it counts as being told to stop.
public final class FeedRunner {
  private static final FeedSink NOBODY = new Nobody();

  private final Feed feed;
  private final FeedSink sink;
  private final PaceClock clock;
  private final long intervalNanos;
  private final AfterStall afterStall;
  private final Consumer<Throwable> onFailure;
  private final PaceGauge gauge;
  private final long startNanos;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile State state = State.RUNNING;
  private volatile @Nullable Throwable failure;

  private FeedRunner(Builder builder) {
    feed = builder.feed;
    sink = builder.sink;
    clock = builder.clock;
    intervalNanos = builder.intervalNanos;
    afterStall = builder.afterStall;
    onFailure = builder.onFailure;
    startNanos = clock.nanos();
    gauge = new PaceGauge(startNanos);
    thread = Thread.ofPlatform().name("feed").daemon().unstarted(this::run);
  }

  /// {@return a builder of a runner: every 100 ms by the machine's clock, missed moments dropped}
  ///
  /// @param feed what to play; from the start to the end it is the runner's
  /// @param sink who takes it, on the runner's thread
  public static Builder builder(Feed feed, FeedSink sink) {
    return new Builder(feed, sink);
  }

  /// {@return what became of the run}
  public State state() {
    return state;
  }

  /// {@return what feed or sink threw, empty unless that ended the run}
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /// {@return how well it keeps its pace}
  public FeedPace pace() {
    return gauge.read(state, clock.nanos());
  }

  /// Tells it to stop, and waits until it has: then the sink is not called any more.
  ///
  /// What the sink is being handed it is handed to the end of the moment. From inside the sink,
  /// this does not wait. Stopping twice does nothing more.
  ///
  /// @param within how long to wait at most; zero for not at all
  /// @return whether the run is over; false when the sink has not returned in time, and from inside
  ///   it
  public boolean stop(Duration within) {
    stopping = true;
    LockSupport.unpark(thread);
    return awaitEnd(within);
  }

  /// Waits until the run is over, for whichever reason.
  ///
  /// An interrupt ends the wait, and the caller stays interrupted.
  ///
  /// @param within how long to wait at most; zero for not at all
  /// @return whether it is over; false from inside the sink
  public boolean awaitEnd(Duration within) {
    if (Thread.currentThread().equals(thread)) {
      return false;
    }
    try {
      return thread.join(within);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !thread.isAlive();
    }
  }

  private void run() {
    try {
      state = play();
    } catch (Throwable thrown) {
      failure = thrown;
      state = State.FAILED;
      onFailure.accept(thrown);
    }
  }

  private State play() {
    long dueNanos = startNanos;
    while (waitFor(dueNanos)) {
      long nowNanos = clock.nanos();
      long lateNanos = nowNanos - dueNanos;
      if (lateNanos >= intervalNanos) {
        dueNanos = afterStall == AfterStall.DROP ? drop(dueNanos) : nowNanos;
      }
      if (isStopping()) {
        break;
      }
      long beganNanos = clock.nanos();
      if (!feed.next(sink)) {
        return State.ENDED;
      }
      gauge.moment(beganNanos, lateNanos);
      dueNanos += intervalNanos;
    }
    return State.STOPPED;
  }

  /// False when it is to stop.
  private boolean waitFor(long dueNanos) {
    while (!isStopping()) {
      if (dueNanos - clock.nanos() <= 0) {
        return true;
      }
      clock.parkUntil(dueNanos);
    }
    return false;
  }

  /// Pulls what is late by an interval or more; the time at which the first of the rest was due.
  private long drop(long firstDueNanos) {
    long dueNanos = firstDueNanos;
    while (!isStopping() && clock.nanos() - dueNanos >= intervalNanos && feed.next(NOBODY)) {
      gauge.drop();
      dueNanos += intervalNanos;
    }
    return dueNanos;
  }

  private boolean isStopping() {
    return stopping || Thread.currentThread().isInterrupted();
  }

  /// What became of a run.
  public enum State {
    /// It goes on.
    RUNNING,
    /// It was told to stop.
    STOPPED,
    /// The feed has ended.
    ENDED,
    /// Feed or sink threw, see [FeedRunner#failure].
    FAILED
  }

  /// What becomes of moments whose time was over before they could be handed out.
  public enum AfterStall {
    /// They are pulled and dropped, all but the newest: the feed's time keeps up with the clock.
    /// For simulated and live feeds.
    DROP,
    /// They are handed out later, an interval apart: the feed's time falls behind by the stall. For
    /// recorded feeds, of which nothing may be lost.
    DELAY
  }

  /// Collects what a runner is made from.
  public static final class Builder {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Feed feed;
    private final FeedSink sink;
    private PaceClock clock = PaceClock.system();
    private long intervalNanos = Duration.ofMillis(100).toNanos();
    private AfterStall afterStall = AfterStall.DROP;
    private Consumer<Throwable> onFailure = _ -> {};

    private Builder(Feed feed, FeedSink sink) {
      this.feed = Objects.requireNonNull(feed, "feed");
      this.sink = Objects.requireNonNull(sink, "sink");
    }

    /// Sets the time from one moment to the next.
    ///
    /// A simulated feed has an interval of its own; they should be equal.
    ///
    /// @param interval 1 ms to 1 day
    /// @return this
    /// @throws BadInputException (`BAD_SETTING`) when it is out of range
    public Builder interval(Duration interval) {
      if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
        String range = SHORTEST + ".." + LONGEST;
        throw new BadInputException(
            Reason.BAD_SETTING, "interval of a feed runner must be " + range + ", was " + interval);
      }
      intervalNanos = interval.toNanos();
      return this;
    }

    /// Sets what becomes of moments that a stall made late.
    ///
    /// @param newAfterStall what becomes of them
    /// @return this
    public Builder afterStall(AfterStall newAfterStall) {
      afterStall = Objects.requireNonNull(newAfterStall);
      return this;
    }

    /// Sets another clock than the machine's.
    ///
    /// @param newClock what to go by
    /// @return this
    public Builder clock(PaceClock newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /// Sets who is told what feed or sink threw, once, on the runner's thread as its last act.
    ///
    /// @param newOnFailure who is told; [FeedRunner#failure] knows it too
    /// @return this
    public Builder onFailure(Consumer<Throwable> newOnFailure) {
      onFailure = Objects.requireNonNull(newOnFailure);
      return this;
    }

    /// {@return a runner that has just started}
    public FeedRunner start() {
      FeedRunner runner = new FeedRunner(this);
      runner.thread.start();
      return runner;
    }
  }

  /// Takes what is dropped.
  private static final class Nobody implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {}

    @Override
    public void onBar(BarView bar) {}
  }
}
