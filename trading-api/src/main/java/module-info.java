/// The words, events and plug-in interfaces of the trading SDK; depends on nothing.
module trading.api {
  requires static org.jspecify;

  /// For everyone: instruments, orders, answers, settings.
  exports trading.api;
  /// For listeners, journals and engine parts: what happened, and its encoding.
  exports trading.api.event;
  /// For plug-ins and engine parts: what they implement and are handed.
  exports trading.api.spi;
}
