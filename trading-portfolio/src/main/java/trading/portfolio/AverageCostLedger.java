package trading.portfolio;

import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.Ledger;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;
import trading.portfolio.ledger.Books;
import trading.portfolio.ledger.Snapshot;

/// The engine's books at average cost, exact to the micro.
///
/// Buying raises a position, selling lowers it; below zero it is short. The open cost is signed:
/// what the open part was bought for, or minus what it was sold for. What a fill closes takes open
/// cost × closed lots ÷ held lots with it, rounded toward zero; the rest stays, and a flat position
/// has none. A fill that crosses zero closes the whole position and opens the other way. Realised
/// profit is the closing part's proceeds less the open cost that it takes, before fees. So, per
/// account and currency and after every event:
///
/// `cash + open cost − realised + fees = deposits − withdrawals`
///
/// Each of these sums stays within ±2⁶² micros, also per instrument; what would not is refused by
/// [#fits] and [#fitsCash]. The mark of an instrument is the last price of a quote, bar or fill.
/// Account 0, the market, keeps no books: its fills always fit and move the mark only.
///
/// One thread, the engine's writer.
// Hot: engine only; allocates nothing once warm.
public final class AverageCostLedger implements Ledger {
  private static final Side[] SIDES = Side.values();

  private Books books = new Books();

  private AverageCostLedger() {}

  /// {@return an empty ledger}
  public static AverageCostLedger create() {
    return new AverageCostLedger();
  }

  /// {@return whether a fill can be booked; asked before every fill}
  ///
  /// @param accountId the account; false when it is not open, true for 0, the market
  /// @param instrumentId the instrument; false when it is not listed
  /// @param side the order's side
  /// @param priceTicks the price; false when it is not positive
  /// @param lots the quantity; false when it is not positive
  /// @param feeMicros the fee
  @Override
  public boolean fits(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros) {
    return books.fits(accountId, instrumentId, side, priceTicks, lots, feeMicros);
  }

  @Override
  public boolean fitsCash(int accountId, int currencyId, long amountMicros) {
    return books.fitsCash(accountId, currencyId, amountMicros);
  }

  /// Books an event; events that do not concern it are ignored.
  ///
  /// @param event the event, lent
  /// @throws ArithmeticException when it does not fit; nothing changed
  /// @throws IllegalStateException when it names an id that was never given out, or gives out one
  ///   that is not the next; nothing changed
  @Override
  public void apply(EventView event) {
    switch (event.type()) {
      case CURRENCY_LISTED -> books.listCurrency(event.id(Field.CURRENCY));
      case INSTRUMENT_LISTED ->
          books.listInstrument(
              event.id(Field.INSTRUMENT),
              event.id(Field.CURRENCY),
              event.value(Field.TICK_VALUE_MICROS));
      case ACCOUNT_OPENED -> books.openAccount(event.id(Field.ACCOUNT));
      case CASH_MOVED ->
          books.moveCash(
              event.id(Field.ACCOUNT), event.id(Field.CURRENCY), event.value(Field.AMOUNT_MICROS));
      case QUOTED, BAR_OPENED, BAR_CLOSED ->
          books.mark(event.id(Field.INSTRUMENT), event.value(Field.MARK_TICKS));
      case ORDER_FILLED -> fill(event);
      default -> {}
    }
  }

  private void fill(EventView event) {
    books.fill(
        event.id(Field.ACCOUNT),
        event.id(Field.INSTRUMENT),
        SIDES[event.id(Field.SIDE)],
        event.value(Field.PRICE_TICKS),
        event.value(Field.LOTS),
        event.value(Field.FEE_MICROS));
  }

  @Override
  public void write(StateWriter out) {
    Snapshot.write(books, out);
  }

  /// Replaces the whole state.
  ///
  /// @param in what [#write] wrote
  /// @throws IllegalStateException when the snapshot contradicts itself; nothing changed
  @Override
  public void read(StateReader in) {
    books = Snapshot.read(in);
  }

  @Override
  public long cashMicros(int accountId, int currencyId) {
    return books.cashMicros(accountId, currencyId);
  }

  @Override
  public long depositsMicros(int accountId, int currencyId) {
    return books.depositsMicros(accountId, currencyId);
  }

  /// {@return cash plus positions at their marks}
  ///
  /// Takes time in proportion to the instruments that the account has traded.
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @throws ArithmeticException when it, or the value of one position, does not fit a `long`
  @Override
  public long equityMicros(int accountId, int currencyId) {
    return books.equityMicros(accountId, currencyId);
  }

  @Override
  public long netLots(int accountId, int instrumentId) {
    return books.netLots(accountId, instrumentId);
  }

  @Override
  public long openCostMicros(int accountId, int instrumentId) {
    return books.openCostMicros(accountId, instrumentId);
  }

  @Override
  public long realisedMicros(int accountId, int instrumentId) {
    return books.realisedMicros(accountId, instrumentId);
  }

  @Override
  public long feesMicros(int accountId, int instrumentId) {
    return books.feesMicros(accountId, instrumentId);
  }

  @Override
  public long unrealisedMicros(int accountId, int instrumentId) {
    return books.unrealisedMicros(accountId, instrumentId);
  }

  @Override
  public long markTicks(int instrumentId) {
    return books.markTicks(instrumentId);
  }
}
