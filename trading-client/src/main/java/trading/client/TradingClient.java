package trading.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Position;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.EventListener;
import trading.api.spi.FeeModel;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;
import trading.core.Matching;
import trading.marketdata.BarBuilder;
import trading.marketdata.MarketDataHub;
import trading.marketdata.SimulatedFeed;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Transaction;
import trading.risk.RiskConfig;
import trading.risk.RiskSummary;
import trading.strategies.StrategyStatus;

/// The whole system behind plain method calls: orders, portfolio, market data, risk, strategies.
///
/// Its market is simulated and seeded, its time is virtual and stands still between calls of
/// [#play]: the same calls give the same events to the last byte. Placing, cancelling and reading
/// may be done from any thread; [#play] from one thread at a time.
///
/// The account `trader_001` is open with 10,000,000 INR, and may short.
public final class TradingClient implements OrderEntry, AutoCloseable {
  /// The account that is open from the start.
  public static final String DEFAULT_ACCOUNT = "trader_001";

  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  /// A Monday's opening of the NSE.
  private static final Instant START = Instant.parse("2025-01-06T03:45:00Z");

  private static final Duration STEP = Duration.ofMillis(100);
  private static final String CURRENCY = "INR";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Assembly assembly;
  private final Listings listings;
  private final SimulatedFeed feed;
  private final MarketDataHub hub = MarketDataHub.of(ZONE);
  private final FeedSink market;

  private TradingClient(Builder builder) {
    long startNanos = START.getEpochSecond() * NANOS_PER_SECOND;
    listings = builder.listings;
    assembly =
        new Assembly(
            new VirtualClock(startNanos - STEP.toNanos()),
            builder.plugins,
            new Assembly.Setting(Matching.QUOTES, ZONE, builder.fees, builder.risk));
    SimulatedFeed.Builder quotes =
        SimulatedFeed.builder().seed(builder.seed).start(START).interval(STEP);
    for (Listing listing : listings.all()) {
      assembly.engine().listInstrument(listing.instrument());
      quotes.instrument(listing.instrument(), listing.startTicks());
    }
    feed = quotes.build();
    market = new SimulatedMarket(assembly, hub, builder.barLength);
    openAccount(DEFAULT_ACCOUNT, CURRENCY, Backtest.DEFAULT_CASH_MICROS);
    builder.strategies.forEach(this::startStrategy);
  }

  /// {@return a builder of a client on a simulated market}
  ///
  /// @param seed the same seed gives the same quotes
  public static Builder simulated(long seed) {
    return new Builder(seed);
  }

  /// Lets virtual time pass: the market quotes every 100 ms, strategies see it and trade.
  ///
  /// @param duration how long, not negative; what is not a whole step is left out
  /// @throws BadInputException when it is negative
  public void play(Duration duration) {
    if (duration.isNegative()) {
      throw new BadInputException(
          Reason.BAD_SETTING, "time to play must not be negative, was " + duration);
    }
    for (long steps = duration.toNanos() / STEP.toNanos(); steps > 0; steps--) {
      feed.next(market);
    }
  }

  /// {@return virtual time, nanoseconds since the epoch}
  public long nowNanos() {
    return assembly.clock().nanos();
  }

  /// {@return the time zone of the trading day}
  public ZoneId zone() {
    return ZONE;
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    return assembly.engine().placeOrder(request);
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    return assembly.engine().cancelOrder(account, orderId);
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

  /// {@return the last quote of an instrument, with its day}
  ///
  /// @param symbol the symbol
  /// @throws BadInputException when it is not listed, or nothing was quoted yet (`NO_PRICE`)
  public Quote marketData(String symbol) {
    instrument(symbol);
    return hub.quote(symbol)
        .orElseThrow(() -> new BadInputException(Reason.NO_PRICE, symbol + " was not quoted yet"));
  }

  /// {@return the last quotes of all instruments that were quoted, by symbol}
  public List<Quote> marketData() {
    return hub.quotes();
  }

  /// {@return what the risk gate knows of an account, and which rules its orders must pass}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public RiskSummary riskSummary(String account) {
    return assembly.engine().read(ledger -> assembly.gate().summary(account, ledger));
  }

  /// {@return why orders were refused or canceled so far, one line per reason with its count}
  public List<String> orderProblems() {
    return assembly.outcomes().lines();
  }

  /// {@return how every strategy stands}
  public List<StrategyStatus> strategies() {
    return assembly.host().statuses();
  }

  /// {@return a listed instrument, which converts decimals to ticks and lots}
  ///
  /// @param symbol the symbol
  /// @throws BadInputException when it is not listed
  public Instrument instrument(String symbol) {
    return listings
        .find(symbol)
        .orElseThrow(() ->
            new BadInputException(Reason.UNKNOWN_SYMBOL, "symbol " + symbol + " is not listed"));
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

  /// {@return the SHA-256 of all events so far}
  public String digest() {
    return assembly.digest().hex();
  }

  /// {@return the SHA-256 of the engine's state; a refused order leaves it as it was}
  public String stateHash() {
    return assembly.engine().stateHash();
  }

  /// Ends the market; what was traded can still be read.
  @Override
  public void close() {
    feed.close();
  }

  private void startStrategy(String id, Map<String, String> settings) {
    openAccount(id, CURRENCY, Backtest.DEFAULT_CASH_MICROS);
    assembly.startStrategy(id, settings, id);
  }

  /// Where quotes go: time, engine, cache, strategies, bars.
  private static final class SimulatedMarket implements FeedSink {
    private final Assembly assembly;
    private final MarketDataHub hub;
    private final BarBuilder bars;

    SimulatedMarket(Assembly assembly, MarketDataHub hub, Duration barLength) {
      this.assembly = assembly;
      this.hub = hub;
      this.bars = BarBuilder.of(barLength, assembly.host());
    }

    @Override
    public void onQuote(QuoteView quote) {
      assembly.clock().set(quote.atNanos());
      assembly.engine().onQuote(quote);
      hub.onQuote(quote);
      assembly.host().drain();
      assembly.host().onQuote(quote);
      bars.onQuote(quote);
    }

    @Override
    public void onBar(BarView bar) {
      throw new IllegalStateException("a simulated market hands out quotes only");
    }
  }

  /// Collects what a client is made of.
  public static final class Builder {
    private final long seed;
    private final Map<String, Map<String, String>> strategies = new LinkedHashMap<>();
    private Listings listings = Listings.nse();
    private PluginCatalog plugins = PluginCatalog.builtIn();
    private RiskConfig risk = RiskConfig.defaults();
    private FeeModel fees = FeeModel.none();
    private Duration barLength = Duration.ofSeconds(1);

    private Builder(long seed) {
      this.seed = seed;
    }

    /// Lists other instruments than the eight of the NSE.
    ///
    /// @param newListings what can be traded
    /// @return this
    public Builder listings(Listings newListings) {
      listings = Objects.requireNonNull(newListings);
      return this;
    }

    /// Takes strategies and risk rules from elsewhere than the image.
    ///
    /// @param newPlugins what can be used
    /// @return this
    public Builder plugins(PluginCatalog newPlugins) {
      plugins = Objects.requireNonNull(newPlugins);
      return this;
    }

    /// Sets other limits than the defaults.
    ///
    /// @param newRisk which risk rules run
    /// @return this
    public Builder risk(RiskConfig newRisk) {
      risk = Objects.requireNonNull(newRisk);
      return this;
    }

    /// Charges fees; there are none by default.
    ///
    /// @param newFees what a fill costs
    /// @return this
    public Builder fees(FeeModel newFees) {
      fees = Objects.requireNonNull(newFees);
      return this;
    }

    /// Sets the length of the bars that strategies see; one second by default.
    ///
    /// @param newBarLength the length, at least a quote's 100 ms
    /// @return this
    public Builder bars(Duration newBarLength) {
      barLength = Objects.requireNonNull(newBarLength);
      return this;
    }

    /// Runs a strategy on an account of its own, named like it, with 10,000,000 INR.
    ///
    /// @param id the strategy
    /// @param settings its settings, as texts by key
    /// @return this
    public Builder strategy(String id, Map<String, String> settings) {
      strategies.put(id, Map.copyOf(settings));
      return this;
    }

    /// {@return the client, before its market's first quote}
    ///
    /// @throws BadInputException when a strategy, rule or setting is unknown or refused
    public TradingClient open() {
      return new TradingClient(this);
    }
  }
}
