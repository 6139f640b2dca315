/// Accounts: cash, positions, profit and loss, transactions.
module trading.portfolio {
  requires transitive trading.api;
  requires static org.jspecify;

  /// For those who assemble an engine or read accounts: the ledger, its summaries, statistics.
  exports trading.portfolio;
}
