package trading.bench;

/// An engine with accounts that plays a flow; trades go to its tape.
interface BenchEngine extends BenchBook {
  /// The symbol that is traded.
  String SYMBOL = "FLOW";

  /// What each account has at the start, in money: nothing is ever refused.
  long DEPOSIT = 1_000_000_000_000L;

  /// Which engine.
  enum Kind {
    /// Ours, with the one rule that does what the peer does: positions and working orders must be
    /// covered by the account's equity.
    OURS,
    /// Ours with all built-in rules.
    OURS_ALL_RULES,
    /// What ours costs without accounts, see [FloorEngine].
    FLOOR,
    /// exchange-core's risk engine before and after its fast book.
    RISK_AND_DIRECT;

    /// {@return an engine that can play a flow, with its accounts open}
    BenchEngine open(OrderFlow flow) {
      return switch (this) {
        case OURS -> OurEngine.marginRule(flow);
        case OURS_ALL_RULES -> OurEngine.allRules(flow);
        case FLOOR -> new FloorEngine(flow);
        case RISK_AND_DIRECT -> new PeerEngine(flow.accounts());
      };
    }
  }

  /// {@return what each account holds in the end, in lots, from account 1 on}
  long[] positions();
}
