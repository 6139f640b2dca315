package trading.client;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.spi.FeeModel;
import trading.portfolio.PortfolioConfig;
import trading.risk.RiskConfig;
import trading.strategies.OpenOrders;

/// Collects what a [TradingClient] is made of. One thread.
public final class TradingClientBuilder {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  final long seed;
  final List<String> accounts = new ArrayList<>();
  final Map<String, Map<String, String>> strategies = new LinkedHashMap<>();
  final Map<String, Map<String, String>> dormant = new LinkedHashMap<>();
  final Map<String, SelfTradePrevention> selfTrade = new LinkedHashMap<>();
  Listings listings = Listings.nse();
  PluginCatalog plugins = PluginCatalog.builtIn();
  RiskConfig risk = RiskConfig.defaults();
  FeeModel fees = FeeModel.none();
  Duration interval = Duration.ofMillis(100);
  Duration barLength = Duration.ofSeconds(1);
  Duration strategyBudget = Duration.ofSeconds(1);
  Optional<List<String>> symbols = Optional.empty();
  ZoneId zone = ZoneId.of("Asia/Kolkata");
  LocalTime sessionStart = LocalTime.of(9, 15);
  String currency = "INR";
  long cashMicros = Backtest.DEFAULT_CASH_MICROS;
  PortfolioConfig portfolio = PortfolioConfig.defaults();
  OpenOrders onClose = OpenOrders.KEEP;
  boolean realTime;

  TradingClientBuilder(long seed) {
    this.seed = seed;
    accounts.add(TradingClient.DEFAULT_ACCOUNT);
  }

  /// Lists other instruments than the eight of the NSE.
  ///
  /// @param newListings what can be traded
  /// @return this
  public TradingClientBuilder listings(Listings newListings) {
    listings = Objects.requireNonNull(newListings);
    return this;
  }

  /// Subscribes these symbols alone; all that are listed by default.
  ///
  /// @param newSymbols listed symbols
  /// @return this
  public TradingClientBuilder symbols(List<String> newSymbols) {
    symbols = Optional.of(List.copyOf(newSymbols));
    return this;
  }

  /// Takes strategies and risk rules from elsewhere than the image.
  ///
  /// @param newPlugins what can be used
  /// @return this
  public TradingClientBuilder plugins(PluginCatalog newPlugins) {
    plugins = Objects.requireNonNull(newPlugins);
    return this;
  }

  /// Sets other limits than the defaults.
  ///
  /// @param newRisk which risk rules run
  /// @return this
  public TradingClientBuilder risk(RiskConfig newRisk) {
    risk = Objects.requireNonNull(newRisk);
    return this;
  }

  /// Charges fees; there are none by default.
  ///
  /// @param newFees what a fill costs
  /// @return this
  public TradingClientBuilder fees(FeeModel newFees) {
    fees = Objects.requireNonNull(newFees);
    return this;
  }

  /// Sets the time between two quotes of an instrument; 100 ms by default.
  ///
  /// @param newInterval 1 ms to 1 day
  /// @return this
  /// @throws BadInputException when it is out of range (`BAD_SETTING`)
  public TradingClientBuilder interval(Duration newInterval) {
    if (newInterval.compareTo(SHORTEST_INTERVAL) < 0
        || newInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          "interval of quotes must be "
              + SHORTEST_INTERVAL
              + ".."
              + LONGEST_INTERVAL
              + ", was "
              + newInterval);
    }
    interval = newInterval;
    return this;
  }

  /// Sets the length of the bars that strategies see; one second by default.
  ///
  /// @param newBarLength the length, at least a quote's interval
  /// @return this
  public TradingClientBuilder bars(Duration newBarLength) {
    barLength = Objects.requireNonNull(newBarLength);
    return this;
  }

  /// Sets when a trading day begins; 09:15 in Kolkata by default, as on the NSE.
  ///
  /// @param newZone the exchange's time zone
  /// @param newSessionStart the time of day at which its session begins
  /// @return this
  public TradingClientBuilder session(ZoneId newZone, LocalTime newSessionStart) {
    zone = Objects.requireNonNull(newZone);
    sessionStart = Objects.requireNonNull(newSessionStart);
    return this;
  }

  /// Sets the first money of every account, strategies' included; 10,000,000 INR by default.
  ///
  /// @param newCurrency the currency
  /// @param newCashMicros the money in micros, positive
  /// @return this
  public TradingClientBuilder cash(String newCurrency, long newCashMicros) {
    currency = Objects.requireNonNull(newCurrency);
    cashMicros = newCashMicros;
    return this;
  }

  /// Opens these accounts instead of [TradingClient#DEFAULT_ACCOUNT].
  ///
  /// @param newAccounts their names
  /// @return this
  public TradingClientBuilder accounts(List<String> newAccounts) {
    accounts.clear();
    accounts.addAll(newAccounts);
    return this;
  }

  /// Sets what happens to orders of an account that would trade with each other, when it is opened;
  /// [SelfTradePrevention#CANCEL_NEWEST] by default.
  ///
  /// @param account an account that is open from the start, or that of a strategy, which is opened
  ///   when the strategy is enabled first
  /// @param mode what happens
  /// @return this
  public TradingClientBuilder selfTrade(String account, SelfTradePrevention mode) {
    selfTrade.put(account, Objects.requireNonNull(mode));
    return this;
  }

  /// Runs a strategy on an account of its own, named like it.
  ///
  /// @param id the strategy
  /// @param settings its settings, as texts by key
  /// @return this
  public TradingClientBuilder strategy(String id, Map<String, String> settings) {
    strategies.put(id, Map.copyOf(settings));
    return this;
  }

  /// Says which settings a strategy has that does not run yet, for when it is enabled.
  ///
  /// @param id the strategy
  /// @param settings its settings, as texts by key
  /// @return this
  public TradingClientBuilder dormant(String id, Map<String, String> settings) {
    dormant.put(id, Map.copyOf(settings));
    return this;
  }

  /// Sets how long a strategy may take for one callback in real time before it is stopped; one
  /// second by default.
  ///
  /// @param newBudget the time, positive
  /// @return this
  public TradingClientBuilder strategyBudget(Duration newBudget) {
    strategyBudget = Objects.requireNonNull(newBudget);
    return this;
  }

  /// Sets how much of the past the portfolio keeps.
  ///
  /// @param newPortfolio the bounds
  /// @return this
  public TradingClientBuilder portfolio(PortfolioConfig newPortfolio) {
    portfolio = Objects.requireNonNull(newPortfolio);
    return this;
  }

  /// Sets what becomes of open orders when the client is closed; they stay by default.
  ///
  /// @param newOnClose canceled or kept
  /// @return this
  public TradingClientBuilder onClose(OpenOrders newOnClose) {
    onClose = Objects.requireNonNull(newOnClose);
    return this;
  }

  /// Lets time pass by itself: the market quotes from [#open] on, each strategy has a thread of its
  /// own, [TradingClient#play] is refused.
  ///
  /// @return this
  public TradingClientBuilder realTime() {
    realTime = true;
    return this;
  }

  /// {@return the client: before its market's first quote, or running in real time}
  ///
  /// What is set on this builder later changes other clients only.
  ///
  /// @throws BadInputException when a strategy, rule, symbol, setting or account is unknown or
  ///   refused
  public TradingClient open() {
    selfTrade.keySet().forEach(this::requireAccount);
    return new TradingClient(copy());
  }

  private void requireAccount(String account) {
    boolean isOfStrategy =
        plugins.strategies().stream().anyMatch(plugin -> plugin.id().equals(account));
    if (!accounts.contains(account) && !isOfStrategy) {
      throw new BadInputException(
          Reason.UNKNOWN_ACCOUNT,
          "self-trade prevention was set for account "
              + account
              + ", which is neither open from the start nor that of a strategy");
    }
  }

  private TradingClientBuilder copy() {
    TradingClientBuilder copy =
        new TradingClientBuilder(seed)
            .accounts(accounts)
            .listings(listings)
            .plugins(plugins)
            .risk(risk)
            .fees(fees)
            .interval(interval)
            .bars(barLength)
            .session(zone, sessionStart)
            .cash(currency, cashMicros)
            .strategyBudget(strategyBudget)
            .portfolio(portfolio)
            .onClose(onClose);
    copy.selfTrade.putAll(selfTrade);
    copy.strategies.putAll(strategies);
    copy.dormant.putAll(dormant);
    copy.symbols = symbols;
    copy.realTime = realTime;
    return copy;
  }
}
