package trading.client;

import org.jspecify.annotations.Nullable;

/// Takes every step of something that must be gone through to its end, and remembers what failed.
final class Steps {
  private @Nullable RuntimeException first;

  void take(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }

  /// Throws what the first step threw that failed; later ones are suppressed in it.
  void throwFirst() {
    if (first != null) {
      throw first;
    }
  }
}
