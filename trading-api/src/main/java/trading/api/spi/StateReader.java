package trading.api.spi;

/// Gives a snapshot back, in the order in which it was written.
public interface StateReader {
  /// {@return the next number}
  ///
  /// @throws IllegalStateException when the snapshot has no number there
  long takeLong();

  /// {@return the next text}
  ///
  /// @throws IllegalStateException when the snapshot has no text there
  String takeText();
}
