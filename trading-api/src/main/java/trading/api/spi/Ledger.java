package trading.api.spi;

import trading.api.Side;
import trading.api.event.EventView;

/// The engine's books: part of its state, changed by events only.
///
/// After every event, per account and currency: cash + open cost − realised + fees = deposits −
/// withdrawals. Only the engine's writer calls it.
public interface Ledger extends LedgerView {

  /// {@return whether a fill can be booked without an overflow; asked before every fill}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @param side the order's side
  /// @param priceTicks the price
  /// @param lots the quantity
  /// @param feeMicros the fee
  boolean fits(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros);

  /// {@return whether money can be booked without an overflow; asked before every deposit or
  /// withdrawal}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @param amountMicros the amount, negative for a withdrawal
  boolean fitsCash(int accountId, int currencyId, long amountMicros);

  /// Books an event; events that do not concern it are ignored.
  ///
  /// @param event the event, lent
  void apply(EventView event);

  /// Writes the whole state in its canonical order.
  ///
  /// @param out where to
  void write(StateWriter out);

  /// Replaces the whole state.
  ///
  /// @param in what [#write] wrote
  void read(StateReader in);
}
