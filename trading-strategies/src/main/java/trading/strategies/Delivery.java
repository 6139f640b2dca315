package trading.strategies;

/// Something that a strategy's thread has to bring to its host.
@FunctionalInterface
interface Delivery {
  void to(StrategyHost host);
}
