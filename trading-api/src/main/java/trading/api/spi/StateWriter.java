package trading.api.spi;

/// Takes a state's canonical snapshot, value by value.
public interface StateWriter {
  /// Writes a number.
  ///
  /// @param value the number
  void putLong(long value);

  /// Writes a text.
  ///
  /// @param value the text
  void putText(String value);
}
