package trading.api;

/// A call that the engine cannot take now: from inside a callback, or after it stopped.
public final class EngineStateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Creates the exception for a call from a wrong place.
  ///
  /// @param reason the stable code
  /// @param sentence what was called and why it cannot be
  public EngineStateException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /// Creates the exception for an engine that stopped.
  ///
  /// @param reason the stable code
  /// @param sentence what was called and why it cannot be
  /// @param cause the failure that stopped it
  public EngineStateException(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /// {@return the stable code}
  public Reason reason() {
    return reason;
  }
}
