package trading.api.spi;

import trading.api.event.EventView;

/// Is told every event of the engine, in `seq` order, after its command has ended.
///
/// It runs outside the writer, on the thread of a caller, one event at a time. It must not call
/// back into the engine with a command; reading is allowed. What it throws stops the engine.
@FunctionalInterface
public interface EventListener {
  /// Takes an event.
  ///
  /// @param event lent until the call returns
  void onEvent(EventView event);
}
