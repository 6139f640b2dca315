package trading.core;

import java.util.Optional;
import trading.api.Refusal;

/// Which of several orders is refused, and why.
///
/// @param index which, from 0
/// @param refusal why
record LinkedRefusal(int index, Refusal refusal) {
  static Optional<LinkedRefusal> of(int index, Optional<Refusal> refusal) {
    return refusal.map(why -> new LinkedRefusal(index, why));
  }
}
