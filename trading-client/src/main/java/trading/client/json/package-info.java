/// How values look in JSON, for all that this module writes.
@NullMarked
package trading.client.json;

import org.jspecify.annotations.NullMarked;
