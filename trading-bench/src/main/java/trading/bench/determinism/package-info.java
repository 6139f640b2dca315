/// One long session in one virtual machine after another: that all say the same.
@NullMarked
package trading.bench.determinism;

import org.jspecify.annotations.NullMarked;
