/// Recorded orders through the order book alone, for the command `replay`.
@NullMarked
package trading.client.replay;

import org.jspecify.annotations.NullMarked;
