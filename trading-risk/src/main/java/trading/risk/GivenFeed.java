package trading.risk;

import java.util.Map;
import trading.api.Instrument;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;

/// Tells a gate of given books what an engine would have told it.
final class GivenFeed {
  private final RuleGate gate;
  private final GivenBooks books = new GivenBooks();
  private final Names currencies = new Names();
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();
  private long lastOrder;
  private int lastInstrument;

  GivenFeed(RuleGate gate, String account) {
    this.gate = gate;
    apply(new Event.AccountOpened(1, 0, GivenBooks.ACCOUNT, account));
  }

  RuleGate gate() {
    return gate;
  }

  GivenBooks books() {
    return books;
  }

  void currency(String name) {
    int id = Math.max(1, currencies.end());
    currencies.put(id, name);
    apply(new Event.CurrencyListed(1, 0, id, name));
  }

  /// Lists an instrument of a currency that is known, with its price, position and working orders.
  PreTradeCheck.Listed list(PreTradeCheck.Given given) {
    Instrument instrument = given.instrument;
    int id = ++lastInstrument;
    int currency = currencies.id(instrument.currency());
    books.list(id, instrument.symbol(), currency, instrument.tickValueMicros());
    apply(
        new Event.InstrumentListed(
            1,
            0,
            id,
            currency,
            instrument.tickValueMicros(),
            instrument.symbol(),
            instrument.currency(),
            instrument.tick().toPlainString(),
            instrument.lot().toPlainString()));
    books.mark(id, given.mark);
    books.hold(id, given.net);
    given.working.forEach(order -> work(id, order));
    return new PreTradeCheck.Listed(id, instrument);
  }

  /// Begins the account's money and orders of this day, once everything is listed.
  void books(long ordersToday, Map<String, PreTradeCheck.Money> money) {
    money.forEach((currency, given) -> {
      int id = currencies.id(currency);
      books.cash(id, given.cash);
      long equity = books.equityMicros(GivenBooks.ACCOUNT, id);
      long dayStart = Math.subtractExact(equity, given.dayProfit);
      long peak = Math.max(equity, given.peak.orElse(equity));
      gate.counters().begin(GivenBooks.ACCOUNT, id, dayStart, peak);
    });
    gate.counters().begin(GivenBooks.ACCOUNT, ordersToday);
  }

  private void work(int instrument, PreTradeCheck.Working order) {
    apply(
        new Event.OrderAccepted(
            1,
            0,
            ++lastOrder,
            GivenBooks.ACCOUNT,
            instrument,
            order.side(),
            OrderType.LIMIT,
            TimeInForce.GTC,
            Sizing.LOTS,
            OrderStatus.NEW,
            order.lots(),
            1,
            0));
    if (order.reduceOnly()) {
      apply(
          new Event.OrderTermed(
              1,
              0,
              lastOrder,
              GivenBooks.ACCOUNT,
              instrument,
              order.side(),
              OrderTerms.NONE.withFlags(false, true),
              0,
              0));
    }
  }

  private void apply(Event event) {
    buffer.clear();
    EventCodec.encode(event, buffer);
    cursor.wrap(buffer.array(), 0, buffer.size());
    while (cursor.next()) {
      gate.apply(cursor, books);
    }
  }
}
