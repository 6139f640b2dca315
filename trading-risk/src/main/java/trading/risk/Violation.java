package trading.risk;

import java.util.Objects;
import java.util.OptionalLong;

/// A limit that was broken, from the monitor's first sight of it to its last.
///
/// @param account the account's name
/// @param worst the highest use that was seen
/// @param openedNanos when it was seen first
/// @param resolvedNanos when it was seen to be over; empty while it is open
public record Violation(
    String account, LimitUse worst, long openedNanos, OptionalLong resolvedNanos) {

  /// Checks that nothing is missing.
  public Violation {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(worst, "worst");
    Objects.requireNonNull(resolvedNanos, "resolvedNanos");
  }

  Violation seen(LimitUse use) {
    return use.useMillionths() > worst.useMillionths()
        ? new Violation(account, use, openedNanos, resolvedNanos)
        : this;
  }

  Violation resolved(long atNanos) {
    return new Violation(account, worst, openedNanos, OptionalLong.of(atNanos));
  }
}
