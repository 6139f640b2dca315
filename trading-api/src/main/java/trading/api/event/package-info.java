/// What happened: the events, and their one canonical encoding.
///
/// The same encoding serves journal, digest and listeners. [Event] records are for those who keep
/// events, [EventView] is for those who look once.
@NullMarked
package trading.api.event;

import org.jspecify.annotations.NullMarked;
