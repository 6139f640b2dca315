package trading.core;

import trading.api.event.RecordBuffer;

/// Keeps every command together with its events, as one record, in order.
///
/// Called inside the engine's writer, before any effect of the command leaves. What it throws stops
/// the engine: nothing more is acknowledged.
@FunctionalInterface
public interface Journal {
  /// Appends one command.
  ///
  /// @param command the command's bytes, lent
  /// @param events its events' bytes, lent; none when nothing happened
  void append(RecordBuffer command, RecordBuffer events);

  /// {@return a journal that keeps nothing: everything is lost with the process}
  static Journal none() {
    return (_, _) -> {};
  }
}
