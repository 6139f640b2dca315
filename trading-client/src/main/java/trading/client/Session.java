package trading.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Clock;
import trading.api.EngineStateException;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;
import trading.core.Matching;
import trading.marketdata.Bar;
import trading.marketdata.BarBuilder;
import trading.marketdata.BarHistory;
import trading.marketdata.FeedPace;
import trading.marketdata.FeedRunner;
import trading.marketdata.MarketDataHub;
import trading.marketdata.SimulatedFeed;
import trading.strategies.OpenOrders;
import trading.strategies.Strategies;
import trading.strategies.StrategyHost;
import trading.strategies.StrategyLimits;
import trading.strategies.StrategyRecipe;
import trading.strategies.StrategySignals;
import trading.strategies.ThreadedStrategies;
import trading.strategies.TimedSignal;

/// What moves a system on quotes: time, feed, market data, strategies, and the watch over them.
///
/// A quote goes to the engine first, then to the strategies' mail, then to the hub, which hands
/// what is subscribed to strategies and bars. On virtual time all of it happens inside [#play]; in
/// real time the feed, each strategy and the watch have threads of their own.
final class Session implements FeedSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /// A Monday's opening of the NSE.
  private static final Instant VIRTUAL_START = Instant.parse("2025-01-06T03:45:00Z");

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int BARS_KEPT = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TradingClientBuilder setup;
  private final Clock clock;
  private final LongConsumer time;
  private final Assembly assembly;
  private final OrderMeter meter;
  private final OrderLog door;
  private final Strategies strategies;
  private final MarketDataHub hub;
  private final BarHistory history = BarHistory.of(BARS_KEPT);
  private final SimulatedFeed feed;
  private final SessionWatch watch;
  private final Optional<ScheduledExecutorService> watcher;
  private final Optional<FeedRunner> runner;

  /// Held by who plays, adds, enables or stops; never taken by those who read.
  private final ReentrantLock changing = new ReentrantLock();

  private volatile Listings listings;
  private boolean stopped;

  Session(TradingClientBuilder setup) {
    this.setup = setup;
    VirtualClock virtual = new VirtualClock(VIRTUAL_START.getEpochSecond() * NANOS_PER_SECOND);
    clock = setup.realTime ? new SystemClock() : virtual;
    time = setup.realTime ? _ -> {} : virtual::set;
    assembly =
        new Assembly(
            clock,
            setup.plugins,
            new Assembly.Setting(
                Matching.QUOTES,
                setup.zone,
                setup.sessionStart,
                setup.fees,
                setup.risk,
                setup.portfolio));
    meter = new OrderMeter(assembly.engine());
    door = new OrderLog(meter);
    hub = MarketDataHub.of(setup.zone, setup.sessionStart);
    listings = setup.listings;
    listings.all().forEach(this::listInstrument);
    setup.symbols.ifPresent(this::subscribeOnly);
    watch = new SessionWatch(assembly, door, this::pace);
    strategies = strategies();
    try {
      openAccountsAndStrategies();
      feed = feed(clock.nanos());
      runner = setup.realTime ? Optional.of(startFeed()) : Optional.empty();
      watcher = setup.realTime ? Optional.of(startWatching()) : Optional.empty();
    } catch (RuntimeException e) {
      // Their threads run already.
      strategies.close();
      throw e;
    }
  }

  Assembly assembly() {
    return assembly;
  }

  OrderLog door() {
    return door;
  }

  OrderMeter meter() {
    return meter;
  }

  MarketDataHub hub() {
    return hub;
  }

  Strategies runningStrategies() {
    return strategies;
  }

  SessionWatch watch() {
    return watch;
  }

  Clock clock() {
    return clock;
  }

  Listings listings() {
    return listings;
  }

  /// {@return how well the feed keeps its pace in real time}
  Optional<FeedPace> pace() {
    return runner.map(FeedRunner::pace);
  }

  /// {@return what ended the feed, if something did}
  Optional<Throwable> failure() {
    return runner.flatMap(FeedRunner::failure);
  }

  void play(Duration duration) {
    if (runner.isPresent()) {
      throw new IllegalStateException("time passes by itself here: play is for virtual time");
    }
    if (duration.isNegative()) {
      throw new BadInputException(
          Reason.BAD_SETTING, "time to play must not be negative, was " + duration);
    }
    for (long steps = duration.dividedBy(setup.interval); steps > 0; steps--) {
      change("play", this::step);
    }
  }

  private void step() {
    if (!feed.next(this)) {
      throw new IllegalStateException("the market was stopped: it cannot play on");
    }
    if (watch.isDue(clock.nanos())) {
      watch.look(clock.nanos());
    }
  }

  @Override
  public void onQuote(QuoteView quote) {
    time.accept(quote.atNanos());
    assembly.engine().onQuote(quote);
    strategies.drain();
    hub.onQuote(quote);
  }

  @Override
  public void onBar(BarView bar) {
    throw new IllegalStateException("a simulated market hands out quotes only");
  }

  /// Lists an instrument while the market is open: it is quoted from the next step on.
  void add(Listing listing) {
    change(
        "listInstrument",
        () -> {
          Listings more = listings.plus(listing);
          listInstrument(listing);
          feed.add(listing.instrument(), listing.startTicks());
          listings = more;
        });
  }

  void subscribe(Collection<String> symbols) {
    requireOutside("subscribe");
    hub.subscribe(symbols);
  }

  void unsubscribe(Collection<String> symbols) {
    requireOutside("unsubscribe");
    hub.unsubscribe(symbols);
  }

  /// Enables a strategy; one that never ran gets an account and the settings that are kept for it.
  void enable(String id) {
    change(
        "enableStrategy",
        () -> {
          if (isAttached(id)) {
            strategies.enable(id);
          } else {
            startStrategy(id, setup.dormant.getOrDefault(id, Map.of()));
          }
        });
  }

  void disable(String id) {
    change("disableStrategy", () -> strategies.disable(id));
  }

  void reconfigure(String id, Map<String, String> settings) {
    change("changeStrategy", () -> strategies.reconfigure(id, recipe(id, settings)));
  }

  /// {@return what a fresh instance sees in the bars that are kept}
  List<TimedSignal> run(String id, Map<String, String> settings, int bars) {
    List<Bar> shown =
        history.symbols().stream()
            .flatMap(symbol -> history.last(symbol, bars).stream())
            .sorted((a, b) -> Long.compare(a.endNanos(), b.endNanos()))
            .toList();
    return StrategySignals.of(setup.plugins.strategy(id, settings), shown, id);
  }

  /// Stops feed, strategies and watch, in this order; reading goes on.
  ///
  /// Every step is taken, also when one before it fails; the first failure is thrown at the end.
  void stop(OpenOrders openOrders) {
    change(
        "stop",
        () -> {
          if (!stopped) {
            stopped = true;
            Steps steps = new Steps();
            steps.take(() -> runner.ifPresent(this::stop));
            steps.take(() -> strategies.stop(openOrders));
            steps.take(() -> cancelOpenOrders(openOrders));
            steps.take(() -> watcher.ifPresent(Session::end));
            steps.take(() -> watch.look(clock.nanos()));
            steps.take(feed::close);
            steps.throwFirst();
          }
        });
  }

  @Override
  public void close() {
    stop(OpenOrders.KEEP);
  }

  private void cancelOpenOrders(OpenOrders openOrders) {
    if (openOrders == OpenOrders.CANCEL) {
      assembly.engine().cancelOrders(CancelScope.everything());
    }
  }

  /// Runs what changes the session, one at a time.
  private void change(String what, Runnable change) {
    requireOutside(what);
    changing.lock();
    try {
      change.run();
    } finally {
      changing.unlock();
    }
  }

  /// A callback would wait for who waits for its end.
  private void requireOutside(String what) {
    if (assembly.engine().isInsideCallback()) {
      throw new EngineStateException(
          Reason.CALLED_FROM_CALLBACK, what + " was called from inside a callback of the engine");
    }
  }

  private static void end(ScheduledExecutorService watcher) {
    watcher.shutdown();
    try {
      if (!watcher.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.error("the watch did not stop within {}", PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(FeedRunner feedRunner) {
    if (!feedRunner.stop(PATIENCE)) {
      LOG.error("the market did not stop within {}", PATIENCE);
    }
  }

  private Strategies strategies() {
    ReportingDoor reporting = new ReportingDoor(door);
    return setup.realTime
        ? ThreadedStrategies.open(
            reporting,
            assembly.engine(),
            StrategyLimits.DEFAULTS.withCallbackBudget(setup.strategyBudget))
        : StrategyHost.inline(reporting, assembly.engine());
  }

  private void openAccountsAndStrategies() {
    assembly.engine().addListener(strategies);
    hub.listen(new QuotesOnly(strategies));
    hub.listen(BarBuilder.of(setup.barLength, new Bars(history, strategies)));
    setup.accounts.forEach(this::openAccount);
    setup.strategies.forEach(this::startStrategy);
  }

  private SimulatedFeed feed(long startNanos) {
    SimulatedFeed.Builder quotes =
        SimulatedFeed.builder()
            .seed(setup.seed)
            .start(
                Instant.ofEpochSecond(startNanos / NANOS_PER_SECOND, startNanos % NANOS_PER_SECOND))
            .interval(setup.interval);
    for (Listing listing : listings.all()) {
      quotes.instrument(listing.instrument(), listing.startTicks());
    }
    return quotes.build();
  }

  private void listInstrument(Listing listing) {
    assembly.engine().listInstrument(listing.instrument());
    hub.list(listing.instrument());
  }

  private void subscribeOnly(List<String> symbols) {
    hub.unsubscribe(hub.symbols());
    hub.subscribe(symbols);
  }

  private void openAccount(String account) {
    assembly.openAccount(account, setup.currency, setup.cashMicros);
    SelfTradePrevention mode = setup.selfTrade.get(account);
    if (mode != null) {
      assembly.engine().setSelfTradePrevention(account, mode);
    }
  }

  private void startStrategy(String id, Map<String, String> settings) {
    StrategyRecipe recipe = recipe(id, settings);
    if (!assembly.portfolio().accounts().contains(id)) {
      openAccount(id);
    }
    strategies.attach(id, recipe, id);
  }

  private StrategyRecipe recipe(String id, Map<String, String> settings) {
    return new StrategyRecipe(
        new LinkedHashMap<>(setup.plugins.settingsInEffect(id, settings)),
        () -> setup.plugins.strategy(id, settings));
  }

  private boolean isAttached(String id) {
    return strategies.statuses().stream().anyMatch(status -> status.id().equals(id));
  }

  private ScheduledExecutorService startWatching() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());
    ScheduledFuture<?> _ = executor.scheduleAtFixedRate(this::lookAround, 1, 1, TimeUnit.SECONDS);
    return executor;
  }

  private void lookAround() {
    try {
      watch.look(clock.nanos());
    } catch (Throwable e) {
      LOG.error("the watch failed, it looks again in a second", e);
    }
  }

  private FeedRunner startFeed() {
    return FeedRunner.builder(feed, this)
        .interval(setup.interval)
        .onFailure(e -> LOG.error("the market stopped: quotes cannot be taken any more", e))
        .start();
  }

  /// Hands on quotes alone: bars reach strategies from the builder of bars.
  private record QuotesOnly(FeedSink sink) implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {
      sink.onQuote(quote);
    }

    @Override
    public void onBar(BarView bar) {
      throw new IllegalStateException("a simulated market hands out quotes only");
    }
  }

  /// Keeps a bar, then shows it.
  private record Bars(BarHistory history, FeedSink sink) implements FeedSink {
    @Override
    public void onQuote(QuoteView quote) {
      throw new IllegalStateException("a builder of bars hands out bars only");
    }

    @Override
    public void onBar(BarView bar) {
      history.onBar(bar);
      sink.onBar(bar);
    }
  }
}
