/// Accounts: cash, positions, profit and loss, transactions.
module trading.portfolio {
  requires transitive trading.api;
  requires org.slf4j;
  requires static org.jspecify;

  /// For those who assemble an engine or read accounts: the ledger and its summaries.
  exports trading.portfolio;
}
