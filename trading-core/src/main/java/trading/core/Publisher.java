package trading.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.api.spi.EventListener;

/// Takes events out of the writer and tells them to the listeners, in order, one thread at a time.
// Hot: engine only; allocates nothing once warm.
final class Publisher {
  private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock telling = new ReentrantLock();
  private final EventCursor cursor = new EventCursor();
  private RecordBuffer pending = new RecordBuffer();
  private RecordBuffer spare = new RecordBuffer();
  private @Nullable Throwable failure;

  /// Adds a listener; what is queued for listeners who left is not for it.
  void add(EventListener listener, ReentrantLock writer) {
    writer.lock();
    try {
      if (listeners.isEmpty()) {
        pending.clear();
      }
      listeners.add(listener);
    } finally {
      writer.unlock();
    }
  }

  void remove(EventListener listener) {
    listeners.remove(listener);
  }

  /// Queues the events of one command; inside the writer.
  void offer(RecordBuffer events) {
    if (!listeners.isEmpty()) {
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
    if (listeners.isEmpty()) {
      return;
    }
    telling.lock();
    try {
      if (failure != null) {
        throw new IllegalStateException("a listener threw before these events were told");
      }
      while (fetch(writer)) {
        cursor.wrap(spare.array(), 0, spare.size());
        while (cursor.next()) {
          tellOne();
        }
        spare.clear();
      }
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

  private boolean fetch(ReentrantLock writer) {
    writer.lock();
    try {
      RecordBuffer filled = pending;
      pending = spare;
      spare = filled;
      return filled.size() > 0;
    } finally {
      writer.unlock();
    }
  }
}
