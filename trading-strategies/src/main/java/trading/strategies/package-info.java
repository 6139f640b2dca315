/// Runs strategies, and brings the built-in ones.
///
/// [trading.strategies.Strategies] stands between strategies and the engine: it shows them the
/// market, collects what they order and tells them what became of it;
/// [trading.strategies.StrategyHost] on its caller's thread,
/// [trading.strategies.ThreadedStrategies] on a thread per strategy. Without an engine,
/// [trading.strategies.StrategySignals] asks a strategy what it sees in given bars.
@NullMarked
package trading.strategies;

import org.jspecify.annotations.NullMarked;
