/// The engine: one writer that takes commands and answers with events.
module trading.core {
  requires transitive trading.api;
  requires static org.jspecify;

  /// For those who run an engine: open it, submit to it, read its books.
  exports trading.core;
}
