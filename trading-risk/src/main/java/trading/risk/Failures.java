package trading.risk;

/// What plug-ins may throw, and which of it no one but the JVM may handle.
final class Failures {

  private Failures() {}

  /// Throws it on when the JVM itself is in trouble; a stack that overflowed is the plug-in's own
  /// doing.
  static void rethrowIfFatal(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
