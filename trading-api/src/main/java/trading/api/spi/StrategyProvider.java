package trading.api.spi;

/// Makes strategies.
public interface StrategyProvider extends Provider<Strategy> {}
