package trading.api.spi;

import java.util.Optional;
import trading.api.Refusal;
import trading.api.event.EventView;

/// Asks every risk rule before an order is accepted; its counters are part of the engine's state.
///
/// Only the engine's writer calls it.
public interface RiskGate {

  /// {@return why the order is refused, or empty}
  ///
  /// A rule that throws refuses.
  ///
  /// @param order what asks to be accepted or changed
  /// @param ledger the books
  Optional<Refusal> check(OrderView order, LedgerView ledger);

  /// Counts an event; the ledger has booked it already.
  ///
  /// @param event the event, lent
  /// @param ledger the books after the event
  void apply(EventView event, LedgerView ledger);

  /// Writes the whole state in its canonical order.
  ///
  /// @param out where to
  void write(StateWriter out);

  /// Replaces the whole state.
  ///
  /// @param in what [#write] wrote
  void read(StateReader in);
}
