/// Measurements of the whole system, with JMH.
@NullMarked
package trading.bench;

import org.jspecify.annotations.NullMarked;
