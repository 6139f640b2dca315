package trading.bench.determinism;

import java.util.Locale;
import java.util.TimeZone;

/// What a session is made to depend on, to show that the matrix notices.
enum Fault {
  /// Nothing: the session as it is.
  NONE,
  /// The default locale.
  LOCALE,
  /// The default time zone.
  ZONE,
  /// The process.
  PROCESS;

  /// {@return an account's name that differs where it should not; empty without a fault}
  String account() {
    return this == NONE ? "" : "account" + Integer.toHexString(text().hashCode());
  }

  private String text() {
    return switch (this) {
      case NONE -> "";
      case LOCALE -> String.format(Locale.getDefault(), "%,d", 12_345);
      case ZONE -> TimeZone.getDefault().getID();
      case PROCESS -> Long.toString(ProcessHandle.current().pid());
    };
  }
}
