package trading.core;

import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.api.spi.Ledger;
import trading.api.spi.QuoteView;
import trading.api.spi.RiskGate;
import trading.api.spi.StateWriter;

/// The engine's state, and the commands that list, open and quote: one thread at a time, no clock,
/// no lock.
///
/// A command that throws [BadInputException] has changed nothing and written nothing.
// Hot: engine only; allocates nothing once warm while nothing is refused.
final class Kernel {
  private final Registry names = new Registry();
  private final OrderTable orders;
  private final Ledger ledger;
  private final RiskGate gate;
  private final Matching matching;
  private final EventWriter events;
  private final CommandWriter commands;
  private final Matcher matcher;
  private final OrderIntake intake;
  private final FollowUps followUps;
  private final CommandStart start;
  private final OrderCommands orderCommands;
  private final HeldQuote held = new HeldQuote();

  Kernel(EngineConfig config) {
    orders = new OrderTable(config.reservedOrders());
    ledger = config.ledger();
    gate = config.gate();
    matching = config.matching();
    boolean onBars = matching == Matching.BARS;
    events = new EventWriter(orders, ledger, gate);
    commands = new CommandWriter(events);
    OrderChanges changes = new OrderChanges(orders, events, config);
    matcher = new Matcher(orders, changes, names, onBars);
    TradingDay day = new TradingDay(config.zone(), config.sessionStart());
    Expiry expiry = new Expiry(orders, events, day, onBars);
    intake = new OrderIntake(config, names, orders, events, changes, matcher, expiry);
    followUps = new FollowUps(orders, names, changes, intake, onBars);
    start = new CommandStart(names, orders, events, changes, followUps, day, expiry);
    orderCommands =
        new OrderCommands(names, orders, events, commands, changes, intake, followUps, start);
  }

  Registry names() {
    return names;
  }

  OrderTable orders() {
    return orders;
  }

  Ledger ledger() {
    return ledger;
  }

  EventWriter events() {
    return events;
  }

  CommandWriter commands() {
    return commands;
  }

  /// {@return the commands about orders}
  OrderCommands orderCommands() {
    return orderCommands;
  }

  void listInstrument(long clockNanos, Instrument instrument) {
    if (names.market(instrument.symbol()) != null) {
      throw new BadInputException(
          Reason.ALREADY_EXISTS, "symbol " + instrument.symbol() + " is listed already");
    }
    start.stamp(clockNanos);
    commands.listInstrument(instrument);
    start.begin();
    int currencyId = names.currencyId(instrument.currency());
    if (currencyId == Registry.UNKNOWN) {
      currencyId = addCurrency(instrument.currency());
    }
    Market market = new Market(names.nextMarketId(), instrument, currencyId);
    names.addMarket(market);
    events.instrumentListed(market);
    instrument.close().ifPresent(close -> events.sessionCloseSet(market, close));
  }

  void openAccount(long clockNanos, String account) {
    Inputs.requireName("account", account);
    if (names.accountId(account) != Registry.UNKNOWN) {
      throw new BadInputException(Reason.ALREADY_EXISTS, "account " + account + " is open already");
    }
    start.stamp(clockNanos);
    commands.openAccount(account);
    start.begin();
    events.accountOpened(names.addAccount(account), account);
  }

  /// {@return whether something is to expire before a command that comes now}
  boolean isBehind(long clockNanos) {
    return start.isBehind(clockNanos);
  }

  void moveCash(long clockNanos, String account, String currency, long amountMicros) {
    int accountId = names.requireAccount(account);
    Instrument.requireCurrency(currency);
    int known = names.currencyId(currency);
    boolean fits =
        known == Registry.UNKNOWN
            ? Inputs.isAmount(amountMicros)
            : ledger.fitsCash(accountId, known, amountMicros);
    if (amountMicros == 0 || !fits) {
      throw new BadInputException(
          Reason.BAD_AMOUNT,
          "amount for "
              + account
              + " must not be 0 and must keep its cash and deposits within ±(2^62 - 1) micros, was "
              + amountMicros);
    }
    start.stamp(clockNanos);
    commands.moveCash(accountId, currency, amountMicros);
    start.begin();
    int currencyId = known == Registry.UNKNOWN ? addCurrency(currency) : known;
    events.cashMoved(accountId, currencyId, amountMicros);
  }

  void advance(long clockNanos) {
    start.stamp(clockNanos);
    commands.advance();
    start.begin();
  }

  void quote(long clockNanos, QuoteView quote) {
    Market market = names.requireMarket(quote.instrument().symbol());
    Inputs.requireMatching(Matching.QUOTES, matching, "a quote", market.instrument());
    held.read(quote, market.instrument().symbol());
    start.stamp(clockNanos);
    put(commands.quote(market)).end();
    start.begin();
    put(events.quoted(market));
    events.end();
    market.withdraw();
    if (held.lastTicks() > 0) {
      market.prices().move(held.lastTicks());
    }
    if (!held.isLockedOrCrossed()) {
      if (held.hasBid()) {
        matcher.quote(market, Side.BUY, held.bidTicks(), held.bidLots());
      }
      if (held.hasAsk()) {
        matcher.quote(market, Side.SELL, held.askTicks(), held.askLots());
      }
    }
    followUps.look(market);
  }

  void openBar(long clockNanos, String symbol, long openTicks) {
    Market market = names.requireMarket(symbol);
    Inputs.requireMatching(Matching.BARS, matching, "a bar", market.instrument());
    Inputs.requirePrice("open", symbol, openTicks);
    Inputs.requireClosed(symbol, market.openTicks());
    start.stamp(clockNanos);
    commands.openBar(market, openTicks);
    start.begin();
    events.barOpened(market, openTicks);
    market.openAt(openTicks);
    market.prices().move(openTicks);
    market.prices().settle();
    matcher.auctionResting(market, openTicks);
    IdQueue waiting = market.waiting();
    for (int i = 0; i < waiting.size(); i++) {
      if (!orders.status(waiting.get(i)).isTerminal()) {
        intake.activate(market, waiting.get(i));
      }
    }
    waiting.clear();
    followUps.look(market);
  }

  void closeBar(long clockNanos, String symbol, long highTicks, long lowTicks, long closeTicks) {
    Market market = names.requireMarket(symbol);
    Inputs.checkBar(symbol, highTicks, lowTicks, closeTicks, market.openTicks());
    start.stamp(clockNanos);
    commands.closeBar(market, highTicks, lowTicks, closeTicks);
    start.begin();
    market.close();
    followUps.lookInBar(market, highTicks, lowTicks);
    matcher.sweep(market, highTicks, lowTicks);
    followUps.restMetInBar(market);
    events.barClosed(market, highTicks, lowTicks, closeTicks);
    followUps.endBar(market, closeTicks);
  }

  /// Writes the whole state in its canonical order; numbers of events and the time are not part of
  /// it.
  void write(StateWriter out) {
    names.write(out);
    orders.write(out);
    out.putLong(matcher.lastTrade());
    ledger.write(out);
    gate.write(out);
  }

  private RecordBuffer put(RecordBuffer record) {
    return record
        .putLong(Field.BID_TICKS, held.bidTicks())
        .putLong(Field.BID_LOTS, held.bidLots())
        .putLong(Field.ASK_TICKS, held.askTicks())
        .putLong(Field.ASK_LOTS, held.askLots())
        .putLong(Field.MARK_TICKS, held.lastTicks());
  }

  private int addCurrency(String currency) {
    int id = names.addCurrency(currency);
    events.currencyListed(id, currency);
    return id;
  }
}
