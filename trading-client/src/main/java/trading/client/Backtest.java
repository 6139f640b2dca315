package trading.client;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.FeeModel;
import trading.client.json.Json;
import trading.risk.RiskConfig;

/// A strategy over the bars of a file, on virtual time.
///
/// What is ordered at a bar's close trades at the next bar's open, in any quantity; resting limit
/// orders trade within later bars at their limit. No risk limits unless asked for. Immutable.
///
/// @param strategyId the strategy
/// @param settings its settings, as texts by key
/// @param data a CSV file of bars, see [trading.marketdata.CsvBars]
/// @param instrument what the bars are of
/// @param options money, fees, limits and the end of the run
public record Backtest(
    String strategyId,
    Map<String, String> settings,
    Path data,
    Instrument instrument,
    Options options) {

  /// The account's first money when nothing is said, in micros: ten million.
  public static final long DEFAULT_CASH_MICROS = 10_000_000_000_000L;

  /// Copies the settings.
  public Backtest {
    Objects.requireNonNull(strategyId, "strategyId");
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(options, "options");
  }

  /// {@return a backtest with default settings and options}
  ///
  /// @param strategyId the strategy
  /// @param data a CSV file of bars
  /// @param instrument what the bars are of
  public static Backtest of(String strategyId, Path data, Instrument instrument) {
    return new Backtest(strategyId, Map.of(), data, instrument, Options.defaults());
  }

  /// {@return the same with a setting of the strategy}
  ///
  /// @param key the setting
  /// @param value its text
  public Backtest set(String key, String value) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(key, value);
    return new Backtest(strategyId, all, data, instrument, options);
  }

  /// {@return the same with other options}
  ///
  /// @param newOptions the options
  public Backtest with(Options newOptions) {
    return new Backtest(strategyId, settings, data, instrument, newOptions);
  }

  /// {@return what came of it}
  ///
  /// @param plugins where the strategy and the risk rules come from
  /// @throws BadInputException when a setting, the data or an option is refused
  public BacktestResult run(PluginCatalog plugins) {
    return BacktestRun.run(this, plugins);
  }

  /// Money, fees, limits and the end of a backtest.
  ///
  /// @param cashMicros the account's first money, in micros of the instrument's currency, positive
  /// @param fees what a fill costs
  /// @param risk which risk rules run
  /// @param closeAtEnd whether what is still held is closed at the last bar's open
  public record Options(long cashMicros, FeeModel fees, RiskConfig risk, boolean closeAtEnd) {

    /// Checks the money.
    public Options {
      Objects.requireNonNull(fees, "fees");
      Objects.requireNonNull(risk, "risk");
      if (cashMicros < 1) {
        throw new BadInputException(
            Reason.BAD_AMOUNT,
            "cash must be positive, was " + Json.money(cashMicros).toPlainString());
      }
    }

    /// {@return ten million of the currency, no fees, no limits, positions stay open at the end}
    public static Options defaults() {
      return new Options(DEFAULT_CASH_MICROS, FeeModel.none(), RiskConfig.none(), false);
    }

    /// {@return the same with other money}
    ///
    /// @param newCashMicros the account's first money, in micros
    public Options withCash(long newCashMicros) {
      return new Options(newCashMicros, fees, risk, closeAtEnd);
    }

    /// {@return the same with other fees}
    ///
    /// @param newFees what a fill costs
    public Options withFees(FeeModel newFees) {
      return new Options(cashMicros, newFees, risk, closeAtEnd);
    }

    /// {@return the same with risk rules}
    ///
    /// @param newRisk which risk rules run
    public Options withRisk(RiskConfig newRisk) {
      return new Options(cashMicros, fees, newRisk, closeAtEnd);
    }

    /// {@return the same, closing at the end}
    public Options closingAtEnd() {
      return new Options(cashMicros, fees, risk, true);
    }
  }
}
