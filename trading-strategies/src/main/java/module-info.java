/// Runs strategies, and brings the built-in ones.
module trading.strategies {
  requires transitive trading.api;
  requires org.slf4j;
  requires static org.jspecify;

  /// For those who run strategies: their host and the built-in ones.
  exports trading.strategies;

  /// For those who write strategies: indicators to build on.
  exports trading.strategies.indicator;

  provides trading.api.spi.StrategyProvider with
      trading.strategies.MaCrossoverProvider,
      trading.strategies.MomentumStrategyProvider,
      trading.strategies.RsiStrategyProvider;
}
