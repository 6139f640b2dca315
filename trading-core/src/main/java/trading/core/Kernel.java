package trading.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.SelfTradePrevention;
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
  private final OrderChanges changes;
  private final Matcher matcher;
  private final TradingDay day;
  private final Expiry expiry;
  private final OrderIntake intake;
  private final LinkedIntake linkedIntake;
  private final Amendments amendments;
  private final FollowUps followUps;
  private final HeldQuote held = new HeldQuote();

  Kernel(EngineConfig config) {
    orders = new OrderTable(config.reservedOrders());
    ledger = config.ledger();
    gate = config.gate();
    matching = config.matching();
    boolean onBars = matching == Matching.BARS;
    events = new EventWriter(orders, ledger, gate);
    commands = new CommandWriter(events);
    changes = new OrderChanges(orders, events, config);
    matcher = new Matcher(orders, changes, names, onBars);
    day = new TradingDay(config.zone(), config.sessionStart());
    expiry = new Expiry(orders, events, day);
    intake = new OrderIntake(config, names, orders, events, changes, matcher, expiry);
    linkedIntake = new LinkedIntake(orders, intake);
    amendments = new Amendments(orders, events, changes, intake);
    followUps = new FollowUps(orders, changes, intake, onBars);
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
    begin();
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
    stamp(clockNanos);
    commands.openAccount(account);
    begin();
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
    begin();
    int currencyId = known == Registry.UNKNOWN ? addCurrency(currency) : known;
    events.cashMoved(accountId, currencyId, amountMicros);
  }

  void advance(long clockNanos) {
    stamp(clockNanos);
    commands.advance();
    begin();
  }

  void quote(long clockNanos, QuoteView quote) {
    Market market = requireMarket(quote.instrument().symbol());
    Inputs.requireMatching(Matching.QUOTES, matching, "a quote", market.instrument());
    held.read(quote, market.instrument().symbol());
    stamp(clockNanos);
    put(commands.quote(market)).end();
    begin();
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
    Market market = requireMarket(symbol);
    Inputs.requireMatching(Matching.BARS, matching, "a bar", market.instrument());
    Inputs.requirePrice("open", symbol, openTicks);
    Inputs.requireClosed(symbol, market.openTicks());
    stamp(clockNanos);
    commands.openBar(market, openTicks);
    begin();
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
    Market market = requireMarket(symbol);
    Inputs.checkBar(symbol, highTicks, lowTicks, closeTicks, market.openTicks());
    stamp(clockNanos);
    commands.closeBar(market, highTicks, lowTicks, closeTicks);
    begin();
    market.close();
    followUps.lookInBar(market, highTicks, lowTicks);
    matcher.sweep(market, highTicks, lowTicks);
    followUps.restMetInBar(market);
    events.barClosed(market, highTicks, lowTicks, closeTicks);
    followUps.endBar(market, closeTicks);
  }

  void placeOrder(long clockNanos, OrderRequest request, Answer answer) {
    int accountId = names.accountId(request.account());
    Market market = names.market(request.symbol());
    int instrumentId = market == null ? Registry.UNKNOWN : market.id();
    stamp(clockNanos);
    commands.placeOrder(request, accountId, instrumentId);
    begin();
    if (accountId == Registry.UNKNOWN) {
      answer.refused(Inputs.unknownAccount(request.account()));
    } else if (market == null) {
      answer.refused(Inputs.unknownSymbol(request.symbol()));
    } else {
      long orderId = intake.accept(request, accountId, market, answer);
      if (orderId != 0) {
        followUps.look(market);
        answer.accepted(orderId, orders, names);
        return;
      }
    }
    events.refused(accountId, instrumentId, request, answer.refusal());
  }

  void placeLinked(long clockNanos, LinkedOrders linked, LinkedAnswer answer) {
    OrderRequest first = linked.orders().getFirst();
    int accountId = names.accountId(first.account());
    Market market = names.market(first.symbol());
    stamp(clockNanos);
    commands.placeLinked(linked, names);
    begin();
    Optional<LinkedRefusal> refusal = LinkedIntake.fit(linked);
    if (refusal.isEmpty()) {
      refusal = checkLinked(linked, accountId, market);
    }
    if (refusal.isPresent()) {
      refuse(linked.orders().get(refusal.get().index()), refusal.get().refusal());
      answer.refused(refusal.get());
    } else {
      enter(Objects.requireNonNull(market), linked, accountId, answer);
    }
  }

  void amendOrder(
      long clockNanos, String account, long orderId, Amendment amendment, Answer answer) {
    int accountId = names.accountId(account);
    stamp(clockNanos);
    commands.amendOrder(account, accountId, orderId, amendment);
    begin();
    Optional<Refusal> refusal = checkOwner(account, accountId, orderId);
    if (refusal.isEmpty() && orders.status(orderId).isTerminal()) {
      refusal = Inputs.tooLateToAmend(orderId, orders.status(orderId));
    }
    if (refusal.isEmpty()) {
      Market market = marketOf(orderId);
      refusal = amendments.amend(market, orderId, amendment);
      if (refusal.isEmpty()) {
        followUps.look(market);
        answer.accepted(orderId, orders, names);
        return;
      }
    }
    events.cancelRejected(orderId, accountId, refusal.get());
    answer.refused(refusal);
  }

  void cancelOrder(long clockNanos, String account, long orderId, Answer answer) {
    int accountId = names.accountId(account);
    stamp(clockNanos);
    commands.cancelOrder(account, accountId, orderId);
    begin();
    Optional<Refusal> refusal = checkOwner(account, accountId, orderId);
    if (refusal.isEmpty() && orders.status(orderId).isTerminal()) {
      refusal = Inputs.tooLate(orderId, orders.status(orderId));
    }
    if (refusal.isPresent()) {
      events.cancelRejected(orderId, accountId, refusal.get());
      answer.refused(refusal);
      return;
    }
    Market market = marketOf(orderId);
    changes.cancel(market, orderId, Reason.CANCELED_BY_USER);
    followUps.look(market);
    answer.accepted(orderId, orders, names);
  }

  /// Cancels every open order of a scope.
  ///
  /// @return how many
  int cancelOrders(long clockNanos, CancelScope scope) {
    int accountId = scope.account().isEmpty() ? 0 : requireAccount(scope.account().get());
    int instrumentId = scope.symbol().isEmpty() ? 0 : requireMarket(scope.symbol().get()).id();
    stamp(clockNanos);
    commands.cancelOrders(accountId, instrumentId);
    begin();
    int canceled = 0;
    for (long id = orders.firstOpen(); id <= orders.count(); id++) {
      boolean within =
          (accountId == 0 || orders.account(id) == accountId)
              && (instrumentId == 0 || orders.get(id, OrderTable.INSTRUMENT) == instrumentId);
      if (within && !orders.status(id).isTerminal()) {
        canceled += cancelAndCount(id);
      }
    }
    lookAtTouched();
    return canceled;
  }

  void setSelfTrade(long clockNanos, String account, SelfTradePrevention mode) {
    int accountId = requireAccount(account);
    stamp(clockNanos);
    commands.setSelfTrade(accountId, mode);
    begin();
    names.setSelfTrade(accountId, mode);
    events.selfTradeSet(accountId, mode);
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

  private Optional<Refusal> checkOwner(String account, int accountId, long orderId) {
    if (accountId == Registry.UNKNOWN) {
      return Inputs.unknownAccount(account);
    }
    if (!orders.contains(orderId)) {
      return Inputs.unknownOrder(orderId);
    }
    return orders.account(orderId) == accountId
        ? Optional.empty()
        : Inputs.notOwner(account, orderId);
  }

  private Optional<LinkedRefusal> checkLinked(
      LinkedOrders linked, int accountId, @Nullable Market market) {
    OrderRequest first = linked.orders().getFirst();
    if (accountId == Registry.UNKNOWN) {
      return LinkedRefusal.of(0, Inputs.unknownAccount(first.account()));
    }
    return market == null
        ? LinkedRefusal.of(0, Inputs.unknownSymbol(first.symbol()))
        : linkedIntake.check(linked, accountId, market);
  }

  private void enter(Market market, LinkedOrders linked, int accountId, LinkedAnswer answer) {
    List<Long> ids = linkedIntake.accept(linked, accountId, market);
    for (long id : ids) {
      OrderStatus status = orders.status(id);
      if (!status.isTerminal() && status != OrderStatus.SUSPENDED) {
        intake.enter(market, id);
      }
    }
    followUps.look(market);
    answer.accepted(ids, orders, names);
  }

  private void refuse(OrderRequest request, Refusal refusal) {
    Market market = names.market(request.symbol());
    int instrumentId = market == null ? Registry.UNKNOWN : market.id();
    events.refused(names.accountId(request.account()), instrumentId, request, refusal);
  }

  private int cancelAndCount(long orderId) {
    long dependents = orders.isPlain(orderId) ? 0 : orders.term(orderId, TermsTable.DEPENDENTS);
    int open = 0;
    for (long id = orderId; id <= orderId + dependents; id++) {
      open += orders.status(id).isTerminal() ? 0 : 1;
    }
    changes.cancel(marketOf(orderId), orderId, Reason.CANCELED_BY_USER);
    marketOf(orderId).touch();
    for (long id = orderId; id <= orderId + dependents; id++) {
      open -= orders.status(id).isTerminal() ? 0 : 1;
    }
    return open;
  }

  private Market marketOf(long orderId) {
    return names.market((int) orders.get(orderId, OrderTable.INSTRUMENT));
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

  /// Begins a new day if one has come, and lets expire what is over.
  private void begin() {
    if (day.advance(events.nowNanos())) {
      events.dayStarted(day.epochDay());
    }
    long expired = expiry.next();
    if (expired != 0) {
      expire(expired);
    }
  }

  private void expire(long first) {
    for (long id = first; id != 0; id = expiry.next()) {
      changes.expire(marketOf(id), id);
      marketOf(id).touch();
    }
    lookAtTouched();
  }

  private void lookAtTouched() {
    for (int id = 1; id < names.nextMarketId(); id++) {
      Market market = names.market(id);
      if (market.takeTouched()) {
        followUps.look(market);
      }
    }
  }
}
