/// What plug-ins and engine parts implement, and the lent views that they are handed.
///
/// A view is refilled between calls: copy what you keep.
@NullMarked
package trading.api.spi;

import org.jspecify.annotations.NullMarked;
