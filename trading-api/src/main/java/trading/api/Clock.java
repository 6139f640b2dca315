package trading.api;

/// The one source of time, read once per command, at the engine's door.
@FunctionalInterface
public interface Clock {
  /// {@return nanoseconds since 1970-01-01T00:00:00Z}
  ///
  /// It may run backwards; the engine never does.
  long nanos();
}
