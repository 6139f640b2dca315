/// The assembled system: a client whose calls are plain method calls, backtests, plug-ins.
@NullMarked
package trading.client;

import org.jspecify.annotations.NullMarked;
