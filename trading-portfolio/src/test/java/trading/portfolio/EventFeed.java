package trading.portfolio;

import java.time.LocalDate;
import java.util.List;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.api.spi.EventListener;

/// Makes events in the engine's order and shows them, encoded, to whoever listens.
final class EventFeed {
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();
  private final List<EventListener> listeners;

  private long seq;
  private long nanos;
  private int currencies;
  private int instruments;
  private int accounts;

  EventFeed(EventListener... listeners) {
    this.listeners = List.of(listeners);
  }

  /// The time of the next events.
  EventFeed at(long atNanos) {
    nanos = atNanos;
    return this;
  }

  int currency(String name) {
    tell(new Event.CurrencyListed(++seq, nanos, ++currencies, name));
    return currencies;
  }

  int instrument(int currencyId, Instrument instrument) {
    tell(
        new Event.InstrumentListed(
            ++seq,
            nanos,
            ++instruments,
            currencyId,
            instrument.tickValueMicros(),
            instrument.symbol(),
            instrument.currency(),
            instrument.tick().toPlainString(),
            instrument.lot().toPlainString()));
    return instruments;
  }

  int account(String name) {
    tell(new Event.AccountOpened(++seq, nanos, ++accounts, name));
    return accounts;
  }

  void cash(int accountId, int currencyId, long amountMicros) {
    tell(new Event.CashMoved(++seq, nanos, accountId, currencyId, amountMicros));
  }

  void day(LocalDate date) {
    tell(new Event.DayStarted(++seq, nanos, Math.toIntExact(date.toEpochDay())));
  }

  void quote(int instrumentId, long markTicks) {
    tell(new Event.Quoted(++seq, nanos, instrumentId, 1, 1, 2, 1, markTicks));
  }

  void fill(int accountId, int instrumentId, Side side, long priceTicks, long lots, long fee) {
    tell(
        new Event.OrderFilled(
            ++seq,
            nanos,
            seq * 10,
            seq * 100,
            accountId,
            instrumentId,
            side,
            priceTicks,
            lots,
            0,
            fee,
            Liquidity.TAKER));
  }

  void buy(int accountId, int instrumentId, long priceTicks, long lots, long fee) {
    fill(accountId, instrumentId, Side.BUY, priceTicks, lots, fee);
  }

  void sell(int accountId, int instrumentId, long priceTicks, long lots, long fee) {
    fill(accountId, instrumentId, Side.SELL, priceTicks, lots, fee);
  }

  void tell(Event event) {
    buffer.clear();
    EventCodec.encode(event, buffer);
    cursor.wrap(buffer.array(), 0, buffer.size());
    cursor.next();
    listeners.forEach(listener -> listener.onEvent(cursor));
  }
}
