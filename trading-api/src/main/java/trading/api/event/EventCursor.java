package trading.api.event;

/// Walks over encoded events; the view is itself, refilled by [#next].
///
/// One thread.
// Hot: engine and listeners; allocates nothing, unless a text is read.
public final class EventCursor implements EventView {
  private final RecordCursor records = new RecordCursor(EventType.layouts());

  /// Creates a cursor over nothing.
  public EventCursor() {}

  /// Points it before the first event of some bytes.
  ///
  /// @param bytes the bytes, not copied
  /// @param from where the first event begins
  /// @param to where the last event ends
  /// @return this
  public EventCursor wrap(byte[] bytes, int from, int to) {
    records.wrap(bytes, from, to);
    return this;
  }

  /// Points it at the event that a buffer has ended last; there is none behind it.
  ///
  /// @param buffer the buffer, not copied
  /// @return this
  /// @throws IllegalStateException when that is no event
  public EventCursor wrapLast(RecordBuffer buffer) {
    records.wrapLast(buffer);
    return this;
  }

  /// Moves to the next event.
  ///
  /// @return false when there is none
  /// @throws IllegalStateException when the bytes are no events
  public boolean next() {
    return records.next();
  }

  @Override
  public EventType type() {
    return EventType.of(records.layout());
  }

  @Override
  public long seq() {
    return records.seq();
  }

  @Override
  public long atNanos() {
    return records.atNanos();
  }

  @Override
  public long value(Field field) {
    return records.value(field);
  }

  @Override
  public String text(Field field) {
    return records.text(field);
  }

  @Override
  public byte[] array() {
    return records.array();
  }

  @Override
  public int start() {
    return records.start();
  }

  @Override
  public int length() {
    return records.length();
  }
}
