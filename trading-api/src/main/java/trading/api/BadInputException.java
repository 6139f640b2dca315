package trading.api;

/// Input that cannot become a command: names the thing, the value and the bound.
///
/// Nothing changed when it is thrown.
public final class BadInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Creates the exception.
  ///
  /// @param reason the stable code
  /// @param sentence names the thing, the value and the bound
  public BadInputException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /// Creates the exception from another failure.
  ///
  /// @param reason the stable code
  /// @param sentence names the thing, the value and the bound
  /// @param cause what went wrong below
  public BadInputException(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /// {@return the stable code}
  public Reason reason() {
    return reason;
  }
}
