/// The assembled system, for programs and for the command line.
module trading.client {
  requires transitive trading.api;
  requires trading.core;
  requires transitive trading.marketdata;
  requires transitive trading.portfolio;
  requires transitive trading.risk;
  requires transitive trading.strategies;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires jdk.jfr;
  requires org.hdrhistogram;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static org.jspecify;

  uses trading.api.spi.RiskRuleProvider;
  uses trading.api.spi.StrategyProvider;

  /// For programs that embed the whole system.
  exports trading.client;

  /// For picocli alone, which fills the fields of commands.
  opens trading.client.cli to
      info.picocli;
}
