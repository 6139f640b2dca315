package trading.client;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Position;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.spi.EventListener;
import trading.api.spi.FeedSink;
import trading.api.spi.StrategyProvider;
import trading.marketdata.Registration;
import trading.portfolio.Performance;
import trading.portfolio.PortfolioConfig;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Transaction;
import trading.portfolio.TransactionFilter;
import trading.risk.PortfolioRisk;
import trading.risk.RiskAlert;
import trading.risk.RiskSummary;
import trading.risk.Violation;
import trading.strategies.OpenOrders;
import trading.strategies.StrategyStatus;
import trading.strategies.TimedSignal;

/// The whole system behind plain method calls: orders, portfolio, market data, risk, strategies.
///
/// Its market is simulated and seeded. Time is virtual by default and stands still between calls of
/// [#play]: the same calls give the same events to the last byte. With
/// [TradingClientBuilder#realTime] the market runs by itself from the opening on, and strategies
/// have threads of their own. Any thread may call; [#play] one at a time.
///
/// The account [#DEFAULT_ACCOUNT] is open with 10,000,000 INR unless the builder says otherwise,
/// and may short.
public final class TradingClient implements OrderEntry, AutoCloseable {
  /// The account that is open from the start.
  public static final String DEFAULT_ACCOUNT = "trader_001";

  /// How many bars of each symbol [#runStrategy(String)] shows, if so many are there.
  public static final int BARS_SHOWN = 500;

  private final TradingClientBuilder setup;
  private final Session session;
  private final Assembly assembly;
  private final MetricsSource metrics;

  TradingClient(TradingClientBuilder setup) {
    this.setup = setup;
    session = new Session(setup);
    assembly = session.assembly();
    metrics = new MetricsSource(session);
  }

  /// {@return a builder of a client on a simulated market, on virtual time}
  ///
  /// @param seed the same seed gives the same quotes
  public static TradingClientBuilder simulated(long seed) {
    return new TradingClientBuilder(seed);
  }

  /// {@return a builder of a client as a configuration has it, on virtual time}
  ///
  /// @param config the configuration
  /// @param plugins the strategies and risk rules that it was checked against
  public static TradingClientBuilder configured(TradingConfig config, PluginCatalog plugins) {
    TradingClientBuilder builder =
        new TradingClientBuilder(config.seed())
            .plugins(plugins)
            .listings(config.listings())
            .symbols(config.symbols())
            .interval(config.interval())
            .bars(config.barLength())
            .session(config.zone(), config.sessionStart())
            .risk(config.riskConfig())
            .fees(config.fees())
            .cash(config.currency(), config.cashMicros())
            .accounts(config.accounts())
            .strategyBudget(config.strategyBudget())
            .portfolio(PortfolioConfig.defaults().withInterval(config.equityInterval()))
            .onClose(config.cancelsOrdersOnStop() ? OpenOrders.CANCEL : OpenOrders.KEEP);
    config.strategies().forEach(builder::strategy);
    config.dormantStrategies().forEach(builder::dormant);
    config.selfTradePrevention().forEach(builder::selfTrade);
    return builder;
  }

  /// Lets virtual time pass: the market quotes every interval, strategies see it and trade.
  ///
  /// @param duration how long, not negative; what is not a whole interval is left out
  /// @throws BadInputException when it is negative
  /// @throws IllegalStateException in real time, and after [#stop]
  public void play(Duration duration) {
    session.play(duration);
  }

  /// {@return the time, nanoseconds since the epoch}
  public long nowNanos() {
    return session.clock().nanos();
  }

  /// {@return the time zone of the trading day}
  public ZoneId zone() {
    return setup.zone;
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    return session.door().placeOrder(request);
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return session.door().cancelOrder(account, orderId);
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    return session.door().amendOrder(account, orderId, amendment);
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    return session.door().placeLinked(orders);
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    return session.door().cancelOrders(scope);
  }

  /// Sets what happens to orders of an account that would trade with each other.
  ///
  /// @param account the account
  /// @param mode what happens; [SelfTradePrevention#CANCEL_NEWEST] until it is set
  /// @throws BadInputException when the account is not open
  public void setSelfTradePrevention(String account, SelfTradePrevention mode) {
    assembly.engine().setSelfTradePrevention(account, mode);
  }

  /// {@return an order as it stands}
  ///
  /// @param orderId the engine's number
  public Optional<Order> order(long orderId) {
    return assembly.engine().order(orderId);
  }

  /// {@return the orders of an account, oldest first}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public List<Order> orders(String account) {
    return assembly.engine().orders(account);
  }

  /// {@return what an account holds or has held, by symbol}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public List<Position> positions(String account) {
    return assembly.portfolio().positions(account);
  }

  /// {@return an account's money and profit, one summary per currency}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public List<PortfolioSummary> portfolioSummary(String account) {
    return assembly.portfolio().summary(account);
  }

  /// {@return an account's fills, newest first}
  ///
  /// @param account the account
  /// @param limit how many at most, 1 or more
  /// @throws BadInputException when the account is not open or the limit is below 1
  public List<Transaction> transactions(String account, int limit) {
    return assembly.portfolio().transactions(account, limit);
  }

  /// {@return the fills of an account that a filter lets through, newest first}
  ///
  /// @param account the account
  /// @param filter which
  /// @param limit how many at most, 1 or more
  /// @throws BadInputException when the account is not open or the limit is below 1
  public List<Transaction> transactions(String account, TransactionFilter filter, int limit) {
    return assembly.portfolio().transactions(account, filter, limit);
  }

  /// {@return how an account has done, once for each currency: the figures of a backtest}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public List<Performance> performance(String account) {
    return assembly.portfolio().performance(account);
  }

  /// {@return the last quote of a subscribed instrument, with its day}
  ///
  /// @param symbol the symbol
  /// @throws BadInputException when it is not listed, not subscribed, or nothing was quoted yet
  ///   (`NO_PRICE`)
  public Quote marketData(String symbol) {
    instrument(symbol);
    return session
        .hub()
        .quote(symbol)
        .orElseThrow(() ->
            new BadInputException(
                Reason.NO_PRICE,
                symbol
                    + (session.hub().subscribed().contains(symbol)
                        ? " was not quoted yet"
                        : " is not subscribed")));
  }

  /// {@return the last quotes of subscribed instruments, in the order of the symbols}
  ///
  /// @param symbols the symbols
  /// @throws BadInputException as for one symbol
  public List<Quote> marketData(Collection<String> symbols) {
    return symbols.stream().map(this::marketData).toList();
  }

  /// {@return the last quotes of all subscribed instruments that were quoted, by symbol}
  public List<Quote> marketData() {
    return session.hub().quotes();
  }

  /// Lets symbols' quotes reach listeners, strategies and readers again; idempotent.
  ///
  /// All listed symbols are subscribed unless the builder says otherwise.
  ///
  /// @param symbols listed symbols
  /// @throws BadInputException when one is not listed; then nothing changed
  public void subscribe(Collection<String> symbols) {
    session.subscribe(symbols);
  }

  /// Keeps symbols' quotes from listeners, strategies and readers; idempotent.
  ///
  /// The market goes on to quote them: orders are matched, positions are marked. Once this returns,
  /// no taker of [#listen] is called for them; it waits for one that is inside such a call.
  ///
  /// @param symbols listed symbols
  /// @throws BadInputException when one is not listed; then nothing changed
  public void unsubscribe(Collection<String> symbols) {
    session.unsubscribe(symbols);
  }

  /// Hands the quotes of subscribed symbols to a taker from now on, on the market's thread.
  ///
  /// The market waits for it, and what it throws ends the market, see [#failure].
  ///
  /// @param sink who takes them; they are lent until it returns
  /// @return the handle that lets the taker go
  public Registration listen(FeedSink sink) {
    return session.hub().listen(sink);
  }

  /// {@return what the risk gate knows of an account: level, limits and their use, violations}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public RiskSummary riskSummary(String account) {
    return assembly.engine().read(ledger -> assembly.gate().summary(account, ledger));
  }

  /// {@return how much risk an account's positions are: exposure, leverage, largest position,
  /// drawdown, use of limits}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public PortfolioRisk portfolioRisk(String account) {
    return assembly.engine().read(ledger -> assembly.gate().portfolioRisk(account, ledger));
  }

  /// {@return the alerts of the risk monitor, newest first: limits that come near, are violated, or
  /// are kept again}
  public List<RiskAlert> riskAlerts() {
    return session.watch().alerts();
  }

  /// {@return the limits that are broken now, as the risk monitor saw them last}
  public List<Violation> riskViolations() {
    return session.watch().openViolations();
  }

  /// {@return why orders were refused or canceled so far, one line per reason with its count}
  public List<String> orderProblems() {
    return assembly.outcomes().lines();
  }

  /// {@return how every strategy stands that was enabled at least once}
  public List<StrategyStatus> strategies() {
    return session.runningStrategies().statuses();
  }

  /// {@return the strategies that can be enabled, with their parameters and what they do}
  public Collection<Plugin<StrategyProvider>> availableStrategies() {
    return setup.plugins.strategies();
  }

  /// {@return the signals that a fresh instance of a strategy gives on the last [#BARS_SHOWN] bars
  /// of every symbol; nothing is ordered}
  ///
  /// @param id the strategy, with its default settings
  /// @throws BadInputException when there is no such strategy
  /// @throws IllegalStateException when it throws; what it threw is the cause
  public List<TimedSignal> runStrategy(String id) {
    return runStrategy(id, Map.of());
  }

  /// {@return the same with settings}
  ///
  /// @param id the strategy
  /// @param settings its settings, as texts by key
  /// @throws BadInputException when there is no such strategy or a setting is refused
  /// @throws IllegalStateException when it throws; what it threw is the cause
  public List<TimedSignal> runStrategy(String id, Map<String, String> settings) {
    return session.run(id, settings, BARS_SHOWN);
  }

  /// Starts a fresh instance of a strategy that does not run.
  ///
  /// One that never ran gets an account of its name, and the settings that the builder has for it.
  ///
  /// @param id the strategy
  /// @throws BadInputException when there is no such strategy
  public void enableStrategy(String id) {
    session.enable(id);
  }

  /// Shows a strategy nothing more and cancels its open orders; its position stays.
  ///
  /// @param id a strategy that was enabled
  /// @throws BadInputException when there is no such strategy
  public void disableStrategy(String id) {
    session.disable(id);
  }

  /// Lets a fresh instance with other settings take the place of a strategy; all or nothing.
  ///
  /// @param id a strategy that was enabled
  /// @param settings all its settings that are not to be the defaults, as texts by key
  /// @throws BadInputException when there is no such strategy or a setting is refused
  public void changeStrategy(String id, Map<String, String> settings) {
    session.reconfigure(id, settings);
  }

  /// {@return a listed instrument, which converts decimals to ticks and lots}
  ///
  /// @param symbol the symbol
  /// @throws BadInputException when it is not listed
  public Instrument instrument(String symbol) {
    return session
        .listings()
        .find(symbol)
        .orElseThrow(() ->
            new BadInputException(Reason.UNKNOWN_SYMBOL, "symbol " + symbol + " is not listed"));
  }

  /// Lists another instrument; it is subscribed, and quoted from the next step on.
  ///
  /// @param listing the instrument and where its simulated price starts
  /// @throws BadInputException when its symbol is listed already
  public void listInstrument(Listing listing) {
    session.add(listing);
  }

  /// {@return the names of all accounts, in the order in which they were opened}
  public List<String> accounts() {
    return assembly.portfolio().accounts();
  }

  /// Opens another account.
  ///
  /// @param account its name, 1 to 64 printable ASCII characters
  /// @param currency the currency of its first money
  /// @param cashMicros its first money, in micros, positive
  /// @throws BadInputException when the name is malformed or taken, or the money is refused
  public void openAccount(String account, String currency, long cashMicros) {
    assembly.openAccount(account, currency, cashMicros);
  }

  /// Tells a listener every event from now on, see [EventListener].
  ///
  /// It may read this client, and nothing else: what changes something, strategies included, throws
  /// `CALLED_FROM_CALLBACK` inside it. What it throws stops the engine for good.
  ///
  /// @param listener who is told
  public void addListener(EventListener listener) {
    assembly.engine().addListener(listener);
  }

  /// Tells a listener no more.
  ///
  /// @param listener who was told
  public void removeListener(EventListener listener) {
    assembly.engine().removeListener(listener);
  }

  /// {@return how the system does: orders, latency, market data, risk, profit}
  public Metrics metrics() {
    return metrics.read();
  }

  /// {@return what ended the market in real time, if something did}
  public Optional<Throwable> failure() {
    return session.failure();
  }

  /// {@return the SHA-256 of all events so far}
  public String digest() {
    return assembly.digest().hex();
  }

  /// {@return the SHA-256 of the engine's state; a refused order leaves it as it was}
  public String stateHash() {
    return assembly.engine().stateHash();
  }

  /// Ends market and strategies, and cancels open orders of all accounts if the builder says so;
  /// what was traded can still be read. Again it does nothing, but waits until that has happened.
  ///
  /// Orders that are placed afterwards meet the last quotes. When a step fails, the others are
  /// taken all the same, and the first failure is thrown at the end.
  public void stop() {
    session.stop(setup.onClose);
  }

  /// Does as [#stop].
  @Override
  public void close() {
    stop();
  }
}
