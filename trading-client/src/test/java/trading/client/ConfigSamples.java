package trading.client;

import java.util.List;
import java.util.stream.Stream;

/// Values that each key of the configuration takes, and values that it refuses.
final class ConfigSamples {
  static final List<Sample> ALL =
      List.of(
          new Sample("mode", good("PAPER", "PAPER", "PAPER"), List.of("BACKTEST", "", "PAPER ")),
          seconds("market.interval", "86401"),
          new Sample(
              "market.symbols",
              good("TCS", "INFY,ITC", "all"),
              List.of("", "TCS,TCS", "TCS,,INFY", ",TCS")),
          new Sample(
              "market.seed",
              good("-5", "9223372036854775807", "0"),
              List.of("", "1.5", "9223372036854775808", "1e3", "x", "+1", "0x1")),
          new Sample("market.bars", good("0.1", "60", "86400"), List.of("0", "86401", "1m", "-1")),
          seconds("strategies.budget", "3601"),
          words("risk.tolerance", "low", "medium", "high"),
          new Sample(
              "accounts.open",
              good("a", "desk.a,b", "trader_002"),
              List.of("", "a,a", "two words", "é", "x".repeat(65))),
          new Sample(
              "accounts.cash",
              good("1", "0.000001", "1000000000000"),
              List.of("0", "-1", "1000000000000.1", "0.0000001", "1,000", "NaN", "")),
          new Sample(
              "accounts.currency",
              good("USD", "USDT", "EUR"),
              List.of("", "US", "U-D", "TOOLONGXX")),
          new Sample(
              "fees.bps", good("1", "2.50", "10000"), List.of("-1", "10000.01", "0.001", "1%", "")),
          new Sample(
              "session.zone",
              good("UTC", "America/New_York", "+05:30"),
              List.of("", "Asia/Atlantis", "asia/kolkata x")),
          new Sample(
              "session.start",
              good("00:00", "23:59:59", "10:00"),
              List.of("", "24:00", "9:15", "09:15 AM", "09")),
          words("stop.orders", "cancel", "keep", "cancel"),
          seconds("portfolio.interval", "86401"),
          new Sample("metrics.file", good("a.jsonl", "/b", "c d"), List.of("", " ")),
          seconds("metrics.interval", "86401"),
          words("log.level", "debug", "off", "error"),
          words("log.levels.trading.client", "debug", "info", "trace"),
          words("log.levels.trading.core", "debug", "info", "warn"),
          words("log.levels.trading.marketdata", "debug", "info", "warn"),
          words("log.levels.trading.portfolio", "debug", "info", "warn"),
          words("log.levels.trading.risk", "debug", "info", "warn"),
          words("log.levels.trading.strategies", "debug", "info", "warn"),
          new Sample(
              "strategies.ma_crossover.enabled", good("false", "true", "false"), List.of("", "1")),
          new Sample(
              "strategies.ma_crossover.short",
              good("3", "4", "5"),
              List.of("0", "2500", "", "x", "3.5")),
          new Sample(
              "strategies.ma_crossover.direction",
              good("both", "long", "both"),
              List.of("", "short", "BOTH")),
          new Sample(
              "strategies.momentum_strategy.threshold",
              good("0", "1.5", "100"),
              List.of("-1", "100.1", "0.0000001", "", "x")),
          new Sample(
              "risk.rules.concentration.enabled",
              good("false", "true", "false"),
              List.of("yes", "", "0")),
          new Sample(
              "risk.rules.concentration.limit",
              good("30", "0.5", "10000"),
              List.of("-1", "10001", "", "ten")),
          new Sample(
              "risk.rules.max_position_size.limit",
              good("5", "0", "700"),
              List.of("-1", "1.5", "", "1000000000001")),
          new Sample(
              "accounts.selftrade.trader_001",
              good("CANCEL_OLDEST", "DECREMENT", "CANCEL_BOTH"),
              List.of("", "none", "0")),
          new Sample(
              "risk.accounts.trader_001.max_position_size.limit",
              good("5", "0", "700"),
              List.of("-1", "1.5", "")),
          new Sample(
              "risk.accounts.trader_001.max_position_size.enabled",
              good("true", "true", "true"),
              List.of("false", "")));

  private ConfigSamples() {}

  /// A key with values.
  ///
  /// @param key the key
  /// @param good what the key takes, written as the project writes it: for the file, the
  ///   environment and the command line
  /// @param bad what it refuses
  record Sample(String key, List<String> good, List<String> bad) {
    @Override
    public String toString() {
      return key;
    }
  }

  /// {@return every key with each of its bad values}
  static Stream<Object[]> bad() {
    return ALL.stream()
        .flatMap(sample -> sample.bad().stream().map(text -> new Object[] {sample.key(), text}));
  }

  private static List<String> good(String file, String variable, String commandLine) {
    return List.of(file, variable, commandLine);
  }

  private static Sample seconds(String key, String tooLong) {
    return new Sample(
        key,
        good("0.2", "1", "0.001"),
        List.of("", "0", "-1", "0.0009", "0.0010001", tooLong, "1e-1", "1 s", "NaN"));
  }

  private static Sample words(String key, String file, String variable, String commandLine) {
    return new Sample(key, good(file, variable, commandLine), List.of("", "loud", "1"));
  }
}
