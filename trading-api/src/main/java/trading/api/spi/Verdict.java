package trading.api.spi;

import trading.api.Reason;

/// A risk rule's answer.
public sealed interface Verdict {

  /// The order may pass.
  enum Pass implements Verdict {
    /// The only one.
    PASS
  }

  /// The order is refused.
  ///
  /// @param reason the stable code: [Reason#RISK_LIMIT], or what the rule needs and lacks, such as
  ///   [Reason#NO_PRICE]
  /// @param limit the bound, in the unit that the sentence names
  /// @param actual what the order would make of it
  /// @param sentence one sentence for people: the thing, the value, the bound
  record Refuse(Reason reason, long limit, long actual, String sentence) implements Verdict {

    /// Refuses because of the rule's limit.
    ///
    /// @param limit the bound, in the unit that the sentence names
    /// @param actual what the order would make of it
    /// @param sentence one sentence for people: the thing, the value, the bound
    public Refuse(long limit, long actual, String sentence) {
      this(Reason.RISK_LIMIT, limit, actual, sentence);
    }
  }
}
