package trading.api.spi;

/// A risk rule's answer.
public sealed interface Verdict {

  /// The order may pass.
  enum Pass implements Verdict {
    /// The only one.
    PASS
  }

  /// The order is refused.
  ///
  /// @param limit the bound, in the unit that the sentence names
  /// @param actual what the order would make of it
  /// @param sentence one sentence for people: the thing, the value, the bound
  record Refuse(long limit, long actual, String sentence) implements Verdict {}
}
