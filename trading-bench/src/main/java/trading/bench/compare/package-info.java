/// One session of orders, sent by method calls and by HTTP: that both do the same, and how long
/// each takes.
@NullMarked
package trading.bench.compare;

import org.jspecify.annotations.NullMarked;
