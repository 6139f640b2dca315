package trading.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.api.spi.EventListener;

/// Takes events out of the writer and tells them to the listeners, in order, one thread at a time.
// Hot: engine only; allocates nothing once warm.
final class Publisher {
  /// Never changed in place: whoever tells an event has it before them as it was.
  private volatile EventListener[] listeners = {};

  private final ReentrantLock telling = new ReentrantLock();
  private final EventCursor cursor = new EventCursor();
  private RecordBuffer pending = new RecordBuffer();
  private RecordBuffer spare = new RecordBuffer();
  private @Nullable Throwable failure;

  /// Adds a listener; what is queued for listeners who left is not for it.
  void add(EventListener listener, ReentrantLock writer) {
    writer.lock();
    try {
      synchronized (this) {
        EventListener[] former = listeners;
        if (former.length == 0) {
          pending.clear();
        }
        EventListener[] more = Arrays.copyOf(former, former.length + 1);
        more[former.length] = listener;
        listeners = more;
      }
    } finally {
      writer.unlock();
    }
  }

  synchronized void remove(EventListener listener) {
    List<EventListener> fewer = new ArrayList<>(Arrays.asList(listeners));
    fewer.remove(listener);
    listeners = fewer.toArray(EventListener[]::new);
  }

  /// Queues the events of one command; inside the writer.
  void offer(RecordBuffer events) {
    if (listeners.length > 0) {
      pending.append(events);
    }
  }

  /// {@return whether the calling thread is telling events right now}
  boolean isTelling() {
    return telling.isHeldByCurrentThread();
  }

  /// Tells everything that is queued; outside the writer. On return the caller's events have been
  /// told.
  ///
  /// After a listener has thrown nobody is told anything more, and every call throws.
  ///
  /// @param writer the writer's lock, taken for the moment of fetching what is queued
  void tell(ReentrantLock writer) {
    if (listeners.length == 0) {
      return;
    }
    telling.lock();
    try {
      if (failure != null) {
        throw new IllegalStateException("a listener threw before these events were told");
      }
      // Once is enough: what is queued from here on is told by who queued it.
      fetch(writer);
      cursor.wrap(spare.array(), 0, spare.size());
      while (cursor.next()) {
        tellOne();
      }
      spare.clear();
    } catch (Throwable e) {
      failure = behind(e);
      throw e;
    } finally {
      telling.unlock();
    }
  }

  /// {@return what the first listener threw, of which a later call's failure is but the echo}
  Throwable behind(Throwable thrown) {
    Throwable first = failure;
    return first == null ? thrown : first;
  }

  private void tellOne() {
    for (EventListener listener : listeners) {
      listener.onEvent(cursor);
    }
  }

  private void fetch(ReentrantLock writer) {
    writer.lock();
    try {
      RecordBuffer filled = pending;
      pending = spare;
      spare = filled;
    } finally {
      writer.unlock();
    }
  }
}
