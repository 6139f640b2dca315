package trading.api.event;

/// A lent view of one event in its encoding.
public interface EventView {
  /// {@return its kind}
  EventType type();

  /// {@return its number, from 1 without gaps}
  long seq();

  /// {@return the engine's time, nanoseconds since the epoch, never decreasing}
  long atNanos();

  /// {@return a number}
  ///
  /// @param field a field of its kind, see [EventType]
  /// @throws IllegalArgumentException when its kind lacks the field
  long value(Field field);

  /// {@return a text}
  ///
  /// @param field a field of its kind, see [EventType]
  /// @throws IllegalArgumentException when its kind lacks the field
  String text(Field field);

  /// {@return an account's, instrument's or currency's id, or another field of 4 bytes}
  ///
  /// @param field a field of its kind
  /// @throws IllegalArgumentException when its kind lacks the field
  default int id(Field field) {
    return Math.toIntExact(value(field));
  }

  /// {@return the array that holds the event's canonical bytes; read only}
  byte[] array();

  /// {@return where its bytes begin}
  int start();

  /// {@return how many bytes it has}
  int length();
}
