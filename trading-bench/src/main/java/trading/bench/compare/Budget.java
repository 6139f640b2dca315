package trading.bench.compare;

/// What the design promises, beside what was measured.
///
/// @param what the promise, for people
/// @param bound the promise's number
/// @param actual what was measured
/// @param atLeast whether the bound is the least allowed, else the most
record Budget(String what, double bound, double actual, boolean atLeast) {
  static Budget atLeast(String what, double bound, double actual) {
    return new Budget(what, bound, actual, true);
  }

  static Budget atMost(String what, double bound, double actual) {
    return new Budget(what, bound, actual, false);
  }

  boolean holds() {
    return atLeast ? actual >= bound : actual <= bound;
  }

  /// {@return `holds` or `MISSED`}
  String verdict() {
    return holds() ? "holds" : "MISSED";
  }
}
