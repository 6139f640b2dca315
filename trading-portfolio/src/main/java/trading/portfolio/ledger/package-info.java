/// The inside of the average-cost ledger: exact, deterministic, without allocation once warm.
///
/// No clock, random, floating point or unordered map. Every amount that is kept stays strictly
/// within ±2⁶², so that a sum of three of them shows its overflow.
@NullMarked
package trading.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
