/// Indicators: running figures over prices, for those who write strategies.
///
/// They work on whole numbers where they can, so that nothing drifts. Not for several threads.
@NullMarked
package trading.strategies.indicator;

import org.jspecify.annotations.NullMarked;
