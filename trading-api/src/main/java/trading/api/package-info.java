/// The words of the system: instruments, orders, answers, settings.
///
/// Values only. Prices are `long` ticks, quantities `long` lots, money `long` micros (10⁻⁶) of a
/// currency; [Instrument] is the only place where decimals become such integers.
@NullMarked
package trading.api;

import org.jspecify.annotations.NullMarked;
