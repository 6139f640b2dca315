package trading.api;

import java.util.Objects;
import java.util.Optional;

/// Why a request was refused, for the one who made it.
///
/// @param reason the stable code
/// @param rule the id of the risk rule that refused, or empty
/// @param limit the bound that was broken, in the unit that the sentence names; 0 where there is
///   none
/// @param actual the value that broke it; 0 where there is none
/// @param sentence one sentence for people: the thing, the value, the bound
/// @param cause what a failing rule threw, with the stack from the caller down to the rule
public record Refusal(
    Reason reason,
    String rule,
    long limit,
    long actual,
    String sentence,
    Optional<Throwable> cause) {

  /// Checks that nothing is missing.
  public Refusal {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(cause, "cause");
  }

  /// {@return a refusal that no risk rule made}
  ///
  /// @param reason the stable code
  /// @param limit the bound
  /// @param actual the value
  /// @param sentence one sentence for people
  public static Refusal of(Reason reason, long limit, long actual, String sentence) {
    return new Refusal(reason, "", limit, actual, sentence, Optional.empty());
  }
}
