/// The command line.
@NullMarked
package trading.client.cli;

import org.jspecify.annotations.NullMarked;
