package trading.risk;

import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.EventView;
import trading.api.event.RecordBuffer;

/// Events in their encoding.
final class Encoded {

  private Encoded() {}

  /// {@return a view of an event, on bytes of its own}
  static EventView view(Event event) {
    RecordBuffer buffer = new RecordBuffer();
    EventCodec.encode(event, buffer);
    EventCursor cursor = new EventCursor().wrap(buffer.array(), 0, buffer.size());
    cursor.next();
    return cursor;
  }
}
