package trading.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.EventType;
import trading.api.event.RecordBuffer;

/// A gate with its ledger, fed by encoded events as an engine would; the words of the tests.
final class World {
  static final String TRADER = "trader_001";
  static final String OTHER = "trader_002";
  static final int INR = 1;
  static final int USD = 2;
  static final int ITC = 1;
  static final int SBIN = 2;
  static final int GOOG = 3;

  /// A rupee is twenty ticks of ITC and SBIN; a tick of a lot is 50,000 micros.
  static final List<Instrument> INSTRUMENTS =
      List.of(
          Instrument.of("ITC", "INR", "0.05", "1"),
          Instrument.of("SBIN", "INR", "0.05", "1"),
          Instrument.of("GOOG", "USD", "0.01", "1"));

  final FakeLedger ledger;
  final RuleGate gate;
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();

  private Optional<Feed> muted = Optional.empty();

  private World(RuleGate gate, FakeLedger ledger) {
    this.gate = gate;
    this.ledger = ledger;
  }

  /// Who is told of a kind of event.
  record Feed(To to, EventType type) {
    enum To {
      LEDGER,
      GATE
    }

    static Feed ledger(EventType type) {
      return new Feed(To.LEDGER, type);
    }

    static Feed gate(EventType type) {
      return new Feed(To.GATE, type);
    }

    @Override
    public String toString() {
      return to + " " + type;
    }
  }

  /// {@return a world with two currencies, three instruments and two accounts}
  static World of(RuleGate gate) {
    World world = bare(gate, new FakeLedger());
    world.listEverything();
    return world;
  }

  /// {@return a world in which nothing has happened yet}
  static World bare(RuleGate gate, FakeLedger ledger) {
    return new World(gate, ledger);
  }

  void listEverything() {
    apply(new Event.CurrencyListed(1, 0, INR, "INR"));
    apply(new Event.CurrencyListed(1, 0, USD, "USD"));
    for (int id = 1; id <= INSTRUMENTS.size(); id++) {
      Instrument each = INSTRUMENTS.get(id - 1);
      apply(
          new Event.InstrumentListed(
              1,
              0,
              id,
              each.currency().equals("INR") ? INR : USD,
              each.tickValueMicros(),
              each.symbol(),
              each.currency(),
              each.tick().toPlainString(),
              each.lot().toPlainString()));
    }
    apply(new Event.AccountOpened(1, 0, 1, TRADER));
    apply(new Event.AccountOpened(1, 0, 2, OTHER));
  }

  void apply(Event event) {
    buffer.clear();
    EventCodec.encode(event, buffer);
    cursor.wrap(buffer.array(), 0, buffer.size());
    while (cursor.next()) {
      if (hears(Feed.ledger(cursor.type()))) {
        ledger.apply(cursor);
      }
      if (hears(Feed.gate(cursor.type()))) {
        gate.apply(cursor, ledger);
      }
    }
  }

  /// Takes a feed away from now on.
  void mute(Feed feed) {
    muted = Optional.of(feed);
  }

  private boolean hears(Feed feed) {
    return !muted.equals(Optional.of(feed));
  }

  void deposit(int account, int currency, long amountMicros) {
    apply(new Event.CashMoved(1, 0, account, currency, amountMicros));
  }

  void day(int epochDay) {
    apply(new Event.DayStarted(1, 0, epochDay));
  }

  void mark(int instrument, long ticks) {
    apply(new Event.Quoted(1, 0, instrument, 0, 0, 0, 0, ticks));
  }

  void accept(long order, int account, int instrument, Side side, long lots) {
    accept(order, account, instrument, side, lots, OrderStatus.NEW);
  }

  void accept(long order, int account, int instrument, Side side, long lots, OrderStatus status) {
    apply(Lives.accepted(order, account, instrument, side, lots, status));
  }

  /// Accepts an order that may only bring the position nearer to 0.
  void acceptReducing(
      long order, int account, int instrument, Side side, long lots, OrderStatus status) {
    accept(order, account, instrument, side, lots, status);
    apply(Lives.termed(order, account, instrument, side));
  }

  void activate(long order, int account, int instrument, Side side, long lots) {
    apply(new Event.OrderActivated(1, 0, order, account, instrument, side, lots));
  }

  void fill(long order, int account, int instrument, Side side, long lots, long priceTicks) {
    apply(
        new Event.OrderFilled(
            1, 0, order, 1, account, instrument, side, priceTicks, lots, 0, 0, Liquidity.TAKER));
  }

  void cancel(long order, int account, int instrument, Side side, long lots) {
    apply(
        new Event.OrderCanceled(
            1, 0, order, account, instrument, side, lots, Reason.CANCELED_BY_USER));
  }

  void reject(long order, int account, int instrument, Side side, long lots) {
    apply(
        new Event.OrderRejected(
            1, 0, order, account, instrument, side, lots, 0, Reason.RISK_LIMIT, 1, 2, "r", "s"));
  }

  void amend(long order, int account, int instrument, Side side, long remainingLots) {
    apply(
        new Event.OrderAmended(
            1, 0, order, account, instrument, side, remainingLots + 3, remainingLots, 0, 0));
  }

  void reduce(long order, int account, int instrument, Side side, long lots, long remainingLots) {
    apply(
        new Event.OrderReduced(
            1, 0, order, account, instrument, side, lots, remainingLots, Reason.LINKED_ORDER));
  }

  /// Gives the first account a position without working orders: an order that traded at once.
  void hold(int instrument, long netLots, long priceTicks) {
    Side side = netLots > 0 ? Side.BUY : Side.SELL;
    long order = 1_000_000 + instrument;
    accept(order, 1, instrument, side, Math.abs(netLots));
    fill(order, 1, instrument, side, Math.abs(netLots), priceTicks);
  }

  Optional<Refusal> ask(int instrument, Side side, long lots) {
    return ask(1, instrument, side, lots);
  }

  Optional<Refusal> ask(int account, int instrument, Side side, long lots) {
    return gate.check(order(account, instrument, side, lots), ledger);
  }

  Optional<Refusal> ask(AskingOrder order) {
    return gate.check(order, ledger);
  }

  static AskingOrder order(int account, int instrument, Side side, long lots) {
    String name = account == 1 ? TRADER : OTHER;
    return AskingOrder.of(account, name, instrument, INSTRUMENTS.get(instrument - 1), side, lots);
  }

  static int[] upTo(int last) {
    return IntStream.rangeClosed(1, last).toArray();
  }
}
