/// Runs strategies, and brings the built-in ones.
///
/// [trading.strategies.StrategyHost] stands between strategies and the engine: it shows them the
/// market, collects what they order and tells them what became of it.
@NullMarked
package trading.strategies;

import org.jspecify.annotations.NullMarked;
