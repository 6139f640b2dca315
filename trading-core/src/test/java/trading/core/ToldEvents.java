package trading.core;

import java.util.ArrayList;
import java.util.List;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventView;
import trading.api.spi.EventListener;

/// Keeps what a listener is told.
final class ToldEvents implements EventListener {
  private final List<Event> events = new ArrayList<>();

  @Override
  public synchronized void onEvent(EventView event) {
    events.add(EventCodec.decode(event));
  }

  /// {@return everything told since the last call}
  synchronized List<Event> take() {
    List<Event> taken = List.copyOf(events);
    events.clear();
    return taken;
  }
}
