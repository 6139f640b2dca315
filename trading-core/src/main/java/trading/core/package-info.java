/// The engine: order lifecycle, order book, events, commands.
///
/// [Engine] is the door. Everything behind it runs under one lock, on the caller's thread.
@NullMarked
package trading.core;

import org.jspecify.annotations.NullMarked;
