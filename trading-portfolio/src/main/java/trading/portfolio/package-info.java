/// What accounts hold and earned: the ledger, its summaries, closed trades, statistics.
///
/// [AverageCostLedger] is part of the engine's state; the others listen to events or are values.
/// Money is in micros (10⁻⁶) of a currency, prices in ticks, quantities in lots.
@NullMarked
package trading.portfolio;

import org.jspecify.annotations.NullMarked;
