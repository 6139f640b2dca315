package trading.core;

import static trading.core.OrderTable.ACCOUNT;
import static trading.core.OrderTable.CLIENT_ORDER;
import static trading.core.OrderTable.CREATED;
import static trading.core.OrderTable.INSTRUMENT;
import static trading.core.OrderTable.LIMIT_TICKS;
import static trading.core.OrderTable.LOTS;
import static trading.core.OrderTable.REASON;
import static trading.core.OrderTable.SIDE;
import static trading.core.OrderTable.SIZING;
import static trading.core.OrderTable.SLOT;
import static trading.core.OrderTable.STATUS;
import static trading.core.OrderTable.TIME_IN_FORCE;
import static trading.core.OrderTable.TYPE;
import static trading.core.OrderTable.UPDATED;

import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.event.Field;
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
  private final AllIn allIn;
  private final AskingOrder asking = new AskingOrder(names);

  Kernel(EngineConfig config) {
    orders = new OrderTable(config.reservedOrders());
    ledger = config.ledger();
    gate = config.gate();
    matching = config.matching();
    events = new EventWriter(orders, ledger, gate);
    commands = new CommandWriter(events);
    matcher = new Matcher(orders, events, ledger, config.fees());
    day = new TradingDay(config.zone());
    allIn = new AllIn(ledger, matcher);
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
      throw new BadInputException(
          Reason.ALREADY_EXISTS, "account " + account + " is open already");
    }
    stamp(clockNanos);
    commands.openAccount(account);
    startDay();
    events.accountOpened(names.addAccount(account), account);
  }

  void moveCash(long clockNanos, String account, String currency, long amountMicros) {
    int accountId = requireAccount(account);
    Inputs.requireName("currency", currency);
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
    Inputs.checkQuote(quote);
    stamp(clockNanos);
    commands
        .quote(market)
        .put(Field.BID_TICKS, quote.bidTicks())
        .put(Field.BID_LOTS, quote.bidLots())
        .put(Field.ASK_TICKS, quote.askTicks())
        .put(Field.ASK_LOTS, quote.askLots())
        .put(Field.MARK_TICKS, quote.lastTicks())
        .end();
    startDay();
    events
        .quoted(market)
        .put(Field.BID_TICKS, quote.bidTicks())
        .put(Field.BID_LOTS, quote.bidLots())
        .put(Field.ASK_TICKS, quote.askTicks())
        .put(Field.ASK_LOTS, quote.askLots())
        .put(Field.MARK_TICKS, quote.lastTicks());
    events.end();
    market.withdraw();
    boolean bid = quote.bidTicks() > 0 && quote.bidLots() > 0;
    boolean ask = quote.askTicks() > 0 && quote.askLots() > 0;
    if (bid && ask && quote.bidTicks() >= quote.askTicks()) {
      return;
    }
    if (bid) {
      matcher.quote(market, Side.BUY, quote.bidTicks(), quote.bidLots());
    }
    if (ask) {
      matcher.quote(market, Side.SELL, quote.askTicks(), quote.askLots());
    }
  }

  void openBar(long clockNanos, String symbol, long openTicks) {
    Market market = requireMarket(symbol);
    Inputs.requireMatching(Matching.BARS, matching, "a bar", market.instrument());
    Inputs.requirePrice("open", symbol, openTicks);
    stamp(clockNanos);
    commands.openBar(market, openTicks);
    startDay();
    events.barOpened(market, openTicks);
    market.openAt(openTicks);
    matcher.auctionResting(market, openTicks);
    for (int i = 0; i < market.waitingCount(); i++) {
      long orderId = market.waiting(i);
      if (!orders.status(orderId).isTerminal()) {
        activate(market, orderId);
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
                : accept(request, accountId, market, answer);
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
    Market market = names.market((int) orders.get(orderId, INSTRUMENT));
    matcher.cancel(market, orderId, Reason.CANCELED_BY_USER);
    answer.accepted(orderId, orders, names);
  }

  /// Writes the whole state in its canonical order; numbers of events and the time are not part of it.
  void write(StateWriter out) {
    names.write(out);
    orders.write(out);
    out.putLong(matcher.lastTrade());
    ledger.write(out);
    gate.write(out);
  }

  private Optional<Refusal> accept(
      OrderRequest request, int accountId, Market market, Answer answer) {
    Optional<Refusal> malformed = DoorCheck.check(request, market);
    if (malformed.isPresent()) {
      return malformed;
    }
    boolean waits = matching == Matching.BARS && market.openTicks() == 0;
    if (!waits && matching == Matching.QUOTES && lacksLiquidity(request, market)) {
      return Inputs.noLiquidity(request);
    }
    long lots = request.lots();
    if (request.sizing() == Sizing.ALL_IN && !waits) {
      lots = allIn.lots(market, accountId, request.side(), sizingPrice(request, market));
      if (lots < 1 || lots > Instrument.MAX_LOTS) {
        return AllIn.refusal(request.symbol(), lots);
      }
    }
    if (lots > 0) {
      Optional<Refusal> refusal = ask(request, accountId, market, lots);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    long orderId = append(request, accountId, market, lots, waits);
    if (waits) {
      market.await(orderId);
    } else {
      enter(market, orderId);
    }
    answer.accepted(orderId, orders, names);
    return Optional.empty();
  }

  private void activate(Market market, long orderId) {
    if (orders.sizing(orderId) == Sizing.ALL_IN) {
      Optional<Refusal> refusal = sizeAtOpen(market, orderId);
      if (refusal.isPresent()) {
        matcher.change(orderId, OrderLifecycle.Trigger.REJECT);
        orders.set(orderId, REASON, refusal.get().reason().code());
        events.rejected(orderId, refusal.get());
        return;
      }
    }
    matcher.change(orderId, OrderLifecycle.Trigger.ACTIVATE);
    events.activated(orderId);
    matcher.enterAtOpen(market, orderId);
  }

  private Optional<Refusal> sizeAtOpen(Market market, long orderId) {
    int accountId = orders.account(orderId);
    long limit = orders.get(orderId, LIMIT_TICKS);
    long price = limit == 0 ? market.openTicks() : limit;
    long lots = allIn.lots(market, accountId, orders.side(orderId), price);
    if (lots < 1 || lots > Instrument.MAX_LOTS) {
      return AllIn.refusal(market.instrument().symbol(), lots);
    }
    asking.set(accountId, market, lots, limit);
    asking.set(orders.side(orderId), orders.type(orderId), orders.timeInForce(orderId));
    Optional<Refusal> refusal = gate.check(asking, ledger);
    if (refusal.isEmpty()) {
      orders.set(orderId, LOTS, lots);
    }
    return refusal;
  }

  private Optional<Refusal> ask(
      OrderRequest request, int accountId, Market market, long lots) {
    asking.set(accountId, market, lots, request.limitTicks());
    asking.set(request.side(), request.type(), request.timeInForce());
    return gate.check(asking, ledger);
  }

  private long append(
      OrderRequest request, int accountId, Market market, long lots, boolean waits) {
    OrderStatus status = waits ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    long orderId = orders.append();
    orders.set(orderId, ACCOUNT, accountId);
    orders.set(orderId, INSTRUMENT, market.id());
    orders.set(orderId, SIDE, request.side().ordinal());
    orders.set(orderId, TYPE, request.type().ordinal());
    orders.set(orderId, TIME_IN_FORCE, request.timeInForce().ordinal());
    orders.set(orderId, SIZING, request.sizing().ordinal());
    orders.set(orderId, STATUS, status.ordinal());
    orders.set(orderId, LOTS, lots);
    orders.set(orderId, LIMIT_TICKS, request.limitTicks());
    orders.set(orderId, CLIENT_ORDER, request.clientOrderId());
    orders.set(orderId, CREATED, events.nowNanos());
    orders.set(orderId, UPDATED, events.nowNanos());
    orders.set(orderId, SLOT, OrderBook.NONE);
    events.accepted(orderId, status);
    return orderId;
  }

  private void enter(Market market, long orderId) {
    if (matching == Matching.BARS) {
      matcher.enterAtOpen(market, orderId);
    } else {
      matcher.enter(market, orderId);
    }
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

  private static boolean lacksLiquidity(OrderRequest request, Market market) {
    boolean needsIt = request.type() == OrderType.MARKET;
    return needsIt && market.book().bestTicks(request.side().opposite()) == 0;
  }

  private long sizingPrice(OrderRequest request, Market market) {
    if (request.type() == OrderType.LIMIT) {
      return request.limitTicks();
    }
    return matching == Matching.BARS
        ? market.openTicks()
        : market.book().bestTicks(request.side().opposite());
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
