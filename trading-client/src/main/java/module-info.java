/// The assembled system, for programs and for the command line.
module trading.client {
  requires transitive trading.api;
  requires trading.core;
  requires trading.marketdata;
  requires trading.portfolio;
  requires trading.risk;
  requires trading.strategies;
  requires info.picocli;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static org.jspecify;

  /// For programs that embed the whole system.
  exports trading.client;

  /// For picocli alone, which fills the fields of commands.
  opens trading.client.cli to
      info.picocli;
}
