package trading.client;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;
import trading.client.json.Json;
import trading.core.Matching;
import trading.marketdata.BarCell;
import trading.marketdata.CsvBars;
import trading.portfolio.EquityCurve;
import trading.portfolio.PeriodsPerYear;
import trading.portfolio.PortfolioConfig;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.RoundTrips;
import trading.portfolio.Statistics;
import trading.strategies.StrategyHost;

/// Runs one backtest: bar by bar, open, close, mark, show.
final class BacktestRun {
  private final Backtest backtest;
  private final Backtest.Options options;
  private final PluginCatalog plugins;
  private final CsvBars file;
  private final Instrument instrument;
  private final String account;
  private final VirtualClock clock;
  private final Assembly assembly;
  private final StrategyHost host;
  private final RoundTrips trips = new RoundTrips();
  private final EquityCurve equity = new EquityCurve();
  private final List<String> warnings = new ArrayList<>();
  private int bars;
  private long lowestCashMicros;

  private BacktestRun(Backtest backtest, PluginCatalog plugins, CsvBars file, long startNanos) {
    this.backtest = backtest;
    this.options = backtest.options();
    this.plugins = plugins;
    this.file = file;
    this.instrument = backtest.instrument();
    this.account = backtest.strategyId();
    clock = new VirtualClock(startNanos);
    assembly =
        new Assembly(
            clock,
            plugins,
            new Assembly.Setting(
                Matching.BARS,
                file.zone(),
                LocalTime.MIDNIGHT,
                options.fees(),
                options.risk(),
                PortfolioConfig.defaults()));
    host = StrategyHost.inline(new ReportingDoor(assembly.engine()), assembly.engine());
  }

  static BacktestResult run(Backtest backtest, PluginCatalog plugins) {
    try (CsvBars file = CsvBars.open(backtest.data(), backtest.instrument())) {
      LookAhead ahead = new LookAhead(backtest.instrument());
      if (!file.next(ahead)) {
        throw new BadInputException(
            Reason.BAD_DATA_FILE, "data file " + backtest.data().getFileName() + " holds no bar");
      }
      return new BacktestRun(backtest, plugins, file, ahead.read.startNanos()).play(ahead);
    }
  }

  private BacktestResult play(LookAhead ahead) {
    open();
    BarChecks checks = new BarChecks(file.zone());
    boolean more = true;
    while (more) {
      ahead.shift();
      more = file.next(ahead);
      checks.check(ahead.current);
      play(ahead.current, !more);
    }
    warnings.addAll(0, checks.warnings());
    warnings.addAll(0, file.warnings());
    return result();
  }

  private void open() {
    for (String limited : options.risk().accounts().keySet()) {
      if (!limited.equals(account)) {
        throw new BadInputException(
            Reason.UNKNOWN_ACCOUNT,
            "limits are set for account " + limited + ", but the only account is " + account);
      }
    }
    assembly.engine().addListener(host);
    assembly.engine().addListener(trips);
    assembly.engine().listInstrument(instrument);
    assembly.openAccount(account, instrument.currency(), options.cashMicros());
    host.attach(account, plugins.strategy(account, backtest.settings()), account);
  }

  private void play(BarView bar, boolean last) {
    String symbol = instrument.symbol();
    clock.set(bar.startNanos());
    assembly.engine().openBar(symbol, bar.openTicks());
    boolean closing = last && options.closeAtEnd();
    if (closing) {
      closePosition();
    }
    clock.set(bar.endNanos());
    assembly.engine().closeBar(symbol, bar.highTicks(), bar.lowTicks(), bar.closeTicks());
    boolean inMarket = assembly.engine().netLots(account, symbol) != 0;
    equity.append(bar.endNanos(), equityMicros(), inMarket);
    bars++;
    if (!closing) {
      host.onBar(bar);
    }
  }

  /// Cancels what works and closes what is held, so that nothing is left when the last bar ends.
  private void closePosition() {
    host.drain();
    assembly.cancelOpenOrders(account);
    long held = assembly.engine().netLots(account, instrument.symbol());
    if (held == 0) {
      return;
    }
    Side side = held > 0 ? Side.SELL : Side.BUY;
    OrderResult result =
        assembly
            .engine()
            .placeOrder(OrderRequest.market(account, instrument.symbol(), side, Math.abs(held)));
    if (result instanceof OrderResult.Rejected rejected) {
      warnings.add("the position was not closed at the end: " + rejected.refusal().sentence());
    }
  }

  private long equityMicros() {
    try {
      PortfolioSummary summary = assembly.portfolioSummary(account, instrument.currency());
      lowestCashMicros = Math.min(lowestCashMicros, summary.cashMicros());
      return summary.equityMicros();
    } catch (ArithmeticException e) {
      throw new BadInputException(
          Reason.NOTIONAL_TOO_LARGE,
          "the position in "
              + instrument.symbol()
              + " is worth more than 2^63 micros at bar "
              + (bars + 1)
              + " of "
              + backtest.data().getFileName(),
          e);
    }
  }

  private BacktestResult result() {
    var orders = assembly.engine().orders(account);
    if (trips.leftOut() > 0) {
      warnings.add(trips.leftOut() + " trade(s) were too large to be kept and are left out");
    }
    warnings.addAll(assembly.outcomes().lines());
    if (lowestCashMicros < 0) {
      warnings.add(
          "cash fell to "
              + Json.money(lowestCashMicros).toPlainString()
              + ": the account borrowed");
    }
    long waiting =
        orders.stream().filter(order -> order.status() == OrderStatus.PENDING_NEW).count();
    if (waiting > 0) {
      warnings.add(waiting + " order(s) given at the last bar never met a price");
    }
    var status = host.statuses().getFirst();
    status.cause().ifPresent(_ -> warnings.add("the strategy was stopped: " + status.stopReason()));
    return new BacktestResult(
        backtest,
        plugins.settingsInEffect(backtest.strategyId(), backtest.settings()),
        bars,
        file.zone(),
        trips.closed(),
        assembly.engine().netLots(account, instrument.symbol()),
        equity,
        statistics(),
        orders,
        status,
        warnings,
        assembly.digest().hex(),
        assembly.engine().stateHash());
  }

  private Statistics statistics() {
    int periodsPerYear = PeriodsPerYear.of(equity, file.zone());
    return Statistics.of(equity, trips.closed(), options.cashMicros(), periodsPerYear);
  }

  /// Holds the bar after the one that is played, to know which is the last.
  private static final class LookAhead implements FeedSink {
    private BarCell current;
    private BarCell read;

    LookAhead(Instrument instrument) {
      current = BarCell.of(instrument);
      read = BarCell.of(instrument);
    }

    void shift() {
      BarCell free = current;
      current = read;
      read = free;
    }

    @Override
    public void onBar(BarView bar) {
      read.set(bar);
    }

    @Override
    public void onQuote(QuoteView quote) {
      throw new IllegalStateException("a file of bars holds no quotes");
    }
  }
}
