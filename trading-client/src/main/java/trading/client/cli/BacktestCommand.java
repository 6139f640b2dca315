package trading.client.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.FeeModel;
import trading.client.Backtest;
import trading.client.BacktestJson;
import trading.client.BacktestResult;
import trading.core.BasisPointFees;
import trading.risk.RiskConfig;
import trading.strategies.StrategyStatus;

/// Runs a strategy over recorded bars.
@Command(
    name = "backtest",
    description = {
      "Run a strategy over recorded bars, on virtual time.",
      "",
      "What the strategy orders at a bar's close trades at the next bar's open, in any quantity;"
          + " resting limit orders trade within later bars at their limit. There are no risk limits"
          + " unless --risk, --rule or --limit asks for them."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--strategy", required = true, paramLabel = "ID", description = "The strategy.")
  private String strategy = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV file of bars, gzip or not: NSE daily, NSE minute, or"
              + " date,open,high,low,close,volume.")
  private Path data = Path.of("");

  @Option(
      names = "--symbol",
      required = true,
      paramLabel = "S",
      description = "What the bars are of; one that is not listed takes --tick, --lot, --currency.")
  private String symbol = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the strategy, see the command plugins. Repeatable.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--cash",
      paramLabel = "N",
      description = "The account's first money, with at most 6 decimals; 10000000 when absent.")
  private Optional<String> cash = Optional.empty();

  @Option(
      names = "--fee-bps",
      paramLabel = "N",
      description = "Fee per fill in basis points, with at most 2 decimals; none when absent.")
  private Optional<String> fee = Optional.empty();

  @Option(names = "--risk", description = "Run the built-in risk rules with their default limits.")
  private boolean risk;

  @Mixin private RiskOptions riskOptions;

  @Option(
      names = "--close-at-end",
      description = "Close what is held at the end, at the last bar's open.")
  private boolean closeAtEnd;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the whole result as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--tick", paramLabel = "T", description = "Price step; 0.01 when absent.")
  private Optional<String> tick = Optional.empty();

  @Option(names = "--lot", paramLabel = "L", description = "Quantity step; 1 when absent.")
  private Optional<String> lot = Optional.empty();

  @Option(names = "--currency", paramLabel = "C", description = "Currency; USD when absent.")
  private Optional<String> currency = Optional.empty();

  @Mixin private InstrumentOptions instruments;
  @Mixin private PluginOptions plugins;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Instrument instrument = instrument(out);
    RiskConfig limits = riskOptions.over(risk ? RiskConfig.defaults() : RiskConfig.none());
    Backtest.Options options =
        Backtest.Options.defaults().withCash(cashMicros()).withFees(fees()).withRisk(limits);
    Backtest backtest =
        new Backtest(
            strategy, settings, data, instrument, closeAtEnd ? options.closingAtEnd() : options);
    json.ifPresent(this::requireNotTheData);
    PrintWriter err = spec.commandLine().getErr();
    BacktestResult result = backtest.run(plugins.load(err));
    new BacktestReport(result).print(out);
    json.ifPresent(file -> BacktestJson.write(result, file));
    if (result.status().state() == StrategyStatus.State.STOPPED) {
      err.println(
          "trading: "
              + Reason.PLUGIN_FAILED
              + ": strategy "
              + strategy
              + " was stopped: "
              + result.status().stopReason());
      result.status().cause().ifPresent(cause -> cause.printStackTrace(err));
      return Main.FAILED;
    }
    return 0;
  }

  private void requireNotTheData(Path file) {
    if (file.toAbsolutePath().normalize().equals(data.toAbsolutePath().normalize())) {
      throw new BadInputException(
          Reason.BAD_SETTING, "--json must not be the file of --data, was " + file);
    }
  }

  private Instrument instrument(PrintWriter out) {
    Optional<Instrument> listed = instruments.load().find(symbol);
    if (listed.isEmpty()) {
      String step = tick.orElse("0.01");
      String size = lot.orElse("1");
      String money = currency.orElse("USD");
      out.printf(
          Locale.ROOT,
          "%s is not listed: tick %s, lot %s, currency %s%n",
          symbol,
          step,
          size,
          money);
      return Instrument.of(symbol, money, step, size);
    }
    if (List.of(tick, lot, currency).stream().anyMatch(Optional::isPresent)) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          symbol + " is listed already; --tick, --lot and --currency are for other symbols");
    }
    return listed.get();
  }

  private long cashMicros() {
    return cash.map(text -> scaled("--cash", text, 6)).orElse(Backtest.DEFAULT_CASH_MICROS);
  }

  private FeeModel fees() {
    return fee.<FeeModel>map(text -> new BasisPointFees(scaled("--fee-bps", text, 2)))
        .orElse(FeeModel.none());
  }

  private static long scaled(String option, String text, int decimals) {
    BigDecimal value = Instrument.decimal(option, text).movePointRight(decimals);
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    if (whole.compareTo(value) != 0 || whole.toBigInteger().bitLength() > 61) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          option + " must have at most " + decimals + " decimals and fit the ledger, was " + text);
    }
    return whole.longValueExact();
  }
}
