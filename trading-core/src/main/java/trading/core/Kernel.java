package trading.core;

import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.api.spi.Ledger;
import trading.api.spi.QuoteView;
import trading.api.spi.RiskGate;
import trading.api.spi.StateWriter;

/// The engine's state and every command that changes it: one thread at a time, no clock, no lock.
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
  private final TradingDay day;
  private final OrderIntake intake;
  private final HeldQuote held = new HeldQuote();

  Kernel(EngineConfig config) {
    orders = new OrderTable(config.reservedOrders());
    ledger = config.ledger();
    gate = config.gate();
    matching = config.matching();
    events = new EventWriter(orders, ledger, gate);
    commands = new CommandWriter(events);
    matcher = new Matcher(orders, events, ledger, config.fees());
    day = new TradingDay(config.zone(), config.sessionStart());
    intake = new OrderIntake(config, names, orders, events, matcher);
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

  void listInstrument(long clockNanos, Instrument instrument) {
    if (names.market(instrument.symbol()) != null) {
      throw new BadInputException(
          Reason.ALREADY_EXISTS, "symbol " + instrument.symbol() + " is listed already");
    }
    stamp(clockNanos);
    commands.listInstrument(instrument);
    startDay();
    int currencyId = names.currencyId(instrument.currency());
    if (currencyId == Registry.UNKNOWN) {
      currencyId = addCurrency(instrument.currency());
    }
    Market market = new Market(names.nextMarketId(), instrument, currencyId);
    names.addMarket(market);
    events.instrumentListed(market);
  }

  void openAccount(long clockNanos, String account) {
    Inputs.requireName("account", account);
    if (names.accountId(account) != Registry.UNKNOWN) {
      throw new BadInputException(Reason.ALREADY_EXISTS, "account " + account + " is open already");
    }
    stamp(clockNanos);
    commands.openAccount(account);
    startDay();
    events.accountOpened(names.addAccount(account), account);
  }

  void moveCash(long clockNanos, String account, String currency, long amountMicros) {
    int accountId = requireAccount(account);
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
              + " must not be 0 and must keep its cash within ±2^62 micros, was "
              + amountMicros);
    }
    stamp(clockNanos);
    commands.moveCash(accountId, currency, amountMicros);
    startDay();
    int currencyId = known == Registry.UNKNOWN ? addCurrency(currency) : known;
    events.cashMoved(accountId, currencyId, amountMicros);
  }

  void advance(long clockNanos) {
    stamp(clockNanos);
    commands.advance();
    startDay();
  }

  void quote(long clockNanos, QuoteView quote) {
    Market market = requireMarket(quote.instrument().symbol());
    Inputs.requireMatching(Matching.QUOTES, matching, "a quote", market.instrument());
    held.read(quote, market.instrument().symbol());
    stamp(clockNanos);
    put(commands.quote(market)).end();
    startDay();
    put(events.quoted(market));
    events.end();
    market.withdraw();
    if (held.isLockedOrCrossed()) {
      return;
    }
    if (held.hasBid()) {
      matcher.quote(market, Side.BUY, held.bidTicks(), held.bidLots());
    }
    if (held.hasAsk()) {
      matcher.quote(market, Side.SELL, held.askTicks(), held.askLots());
    }
  }

  void openBar(long clockNanos, String symbol, long openTicks) {
    Market market = requireMarket(symbol);
    Inputs.requireMatching(Matching.BARS, matching, "a bar", market.instrument());
    Inputs.requirePrice("open", symbol, openTicks);
    Inputs.requireClosed(symbol, market.openTicks());
    stamp(clockNanos);
    commands.openBar(market, openTicks);
    startDay();
    events.barOpened(market, openTicks);
    market.openAt(openTicks);
    matcher.auctionResting(market, openTicks);
    for (int i = 0; i < market.waitingCount(); i++) {
      long orderId = market.waiting(i);
      if (!orders.status(orderId).isTerminal()) {
        intake.activate(market, orderId);
      }
    }
    market.clearWaiting();
  }

  void closeBar(long clockNanos, String symbol, long highTicks, long lowTicks, long closeTicks) {
    Market market = requireMarket(symbol);
    Inputs.checkBar(symbol, highTicks, lowTicks, closeTicks, market.openTicks());
    stamp(clockNanos);
    commands.closeBar(market, highTicks, lowTicks, closeTicks);
    startDay();
    market.close();
    matcher.sweep(market, highTicks, lowTicks);
    events.barClosed(market, highTicks, lowTicks, closeTicks);
  }

  void placeOrder(long clockNanos, OrderRequest request, Answer answer) {
    int accountId = names.accountId(request.account());
    Market market = names.market(request.symbol());
    int instrumentId = market == null ? Registry.UNKNOWN : market.id();
    stamp(clockNanos);
    commands.placeOrder(request, accountId, instrumentId);
    startDay();
    Optional<Refusal> refusal =
        accountId == Registry.UNKNOWN
            ? Inputs.unknownAccount(request.account())
            : market == null
                ? Inputs.unknownSymbol(request.symbol())
                : intake.accept(request, accountId, market, answer);
    if (refusal.isPresent()) {
      events.refused(
          accountId,
          instrumentId,
          request.side(),
          request.lots(),
          request.clientOrderId(),
          refusal.get());
      answer.refused(refusal.get());
    }
  }

  void cancelOrder(long clockNanos, String account, long orderId, Answer answer) {
    int accountId = names.accountId(account);
    stamp(clockNanos);
    commands.cancelOrder(account, accountId, orderId);
    startDay();
    Optional<Refusal> refusal = checkCancel(account, accountId, orderId);
    if (refusal.isPresent()) {
      events.cancelRejected(orderId, accountId, refusal.get());
      answer.refused(refusal.get());
      return;
    }
    Market market = names.market((int) orders.get(orderId, OrderTable.INSTRUMENT));
    matcher.cancel(market, orderId, Reason.CANCELED_BY_USER);
    answer.accepted(orderId, orders, names);
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

  private Optional<Refusal> checkCancel(String account, int accountId, long orderId) {
    if (accountId == Registry.UNKNOWN) {
      return Inputs.unknownAccount(account);
    }
    if (!orders.contains(orderId)) {
      return Inputs.unknownOrder(orderId);
    }
    if (orders.account(orderId) != accountId) {
      return Inputs.notOwner(account, orderId);
    }
    OrderStatus status = orders.status(orderId);
    return status.isTerminal() ? Inputs.tooLate(orderId, status) : Optional.empty();
  }

  private RecordBuffer put(RecordBuffer record) {
    return record
        .put(Field.BID_TICKS, held.bidTicks())
        .put(Field.BID_LOTS, held.bidLots())
        .put(Field.ASK_TICKS, held.askTicks())
        .put(Field.ASK_LOTS, held.askLots())
        .put(Field.MARK_TICKS, held.lastTicks());
  }

  private int addCurrency(String currency) {
    int id = names.addCurrency(currency);
    events.currencyListed(id, currency);
    return id;
  }

  private int requireAccount(String account) {
    int id = names.accountId(account);
    if (id == Registry.UNKNOWN) {
      throw Inputs.bad(Inputs.unknownAccount(account));
    }
    return id;
  }

  private Market requireMarket(String symbol) {
    Market market = names.market(symbol);
    if (market == null) {
      throw Inputs.bad(Inputs.unknownSymbol(symbol));
    }
    return market;
  }

  /// Reads the clock's answer once; the engine's time never runs back.
  private void stamp(long clockNanos) {
    events.nowNanos(Math.max(events.nowNanos(), clockNanos));
  }

  private void startDay() {
    if (day.advance(events.nowNanos())) {
      events.dayStarted(day.epochDay());
    }
  }
}
